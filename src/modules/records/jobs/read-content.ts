// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Tx } from '../../../kernel/database.ts';
import type { Job } from '../../../kernel/job.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import type { RenderedPage } from '../adapters/content/render-job.ts';
import { isMail } from '../adapters/content/media-types.ts';
import { contentStream, contentWorkers } from '../adapters/content-service.ts';
import { addPicture, findVersionToRead, replacePages, setReading, type VersionToRead } from '../store/reading.ts';
import { recogniseText } from './recognise-text.ts';
import { takeMailApart } from './take-mail-apart.ts';

const payload = z.strictObject({ version: z.uuid() });
const pictureWidth = 1100;
const thumbnailWidth = 84;
const pagesAtOnce = 20;
/** Pictures are made for so many pages; the rest of a very long plan is read as text and downloaded as a whole. */
const picturedPages = 300;

/** Reads what a version says and how its pages look. Runs again safely: everything it writes replaces what it wrote before. */
export const readContent: Job<z.infer<typeof payload>> = {
  name: 'records.read-content',
  payload,
  async run({ runtime, payload: { version: id }, key }) {
    const version = await inBackground(runtime, (tx) => findVersionToRead(tx, id));
    if (!version || version.reading === 'read') return;
    await inBackground(runtime, (tx) => setReading(tx, id, 'reading'));
    const workers = await contentWorkers(runtime);
    const extracted = await workers.extract(await contentStream(runtime, version.content), version.mediaType);
    if (!extracted.ok) {
      const reading = extracted.reason === 'unsupported' ? 'none' : 'failed';
      await inBackground(runtime, (tx) => setReading(tx, id, reading, extracted.reason));
      return;
    }
    await inBackground(runtime, (tx) => replacePages(tx, version, extracted.value.pages));
    await drawPages(runtime, version, extracted.value.pages.length);
    // Before it counts as read: a second try must find this undone.
    if (isMail(version.mediaType) && !version.withdrawn) await takeMailApart(runtime, version, key);
    await inBackground(runtime, async (tx) => {
      await setReading(tx, id, extracted.value.needsOcr ? 'needs-ocr' : 'read');
      if (extracted.value.needsOcr) await runtime.jobs.enqueue(tx, recogniseText, { version: id }, { key: `ocr:${id}` });
    });
  },
};

/** Draws the pages in groups, so that the first ones can be seen while the last are still being made. */
async function drawPages(runtime: Runtime, version: VersionToRead, count: number): Promise<void> {
  const workers = await contentWorkers(runtime);
  const last = Math.min(count, picturedPages);
  for (let from = 1; from <= last; from += pagesAtOnce) {
    const outDir = await mkdtemp(path.join(runtime.config.dataDir, 'run', 'pages-'));
    try {
      const options = {
        width: pictureWidth,
        thumbWidth: thumbnailWidth,
        from,
        to: Math.min(last, from + pagesAtOnce - 1),
        outDir,
      };
      const drawn = await workers.renderPages(await contentStream(runtime, version.content), version.mediaType, options);
      if (!drawn.ok) return; // the text is there; a preview is a comfort
      for (const page of drawn.value.pages) await keepPicture(runtime, version, page, outDir);
    } finally {
      await rm(outDir, { recursive: true, force: true });
    }
  }
}

async function keepPicture(runtime: Runtime, version: VersionToRead, page: RenderedPage, outDir: string): Promise<void> {
  const put = async (file: string) => {
    const at = path.join(outDir, file);
    const { hash } = await runtime.blobs.put(createReadStream(at));
    return { content: hash, size: (await stat(at)).size };
  };
  const picture = await put(page.file);
  const thumb = page.thumb ? await put(page.thumb) : undefined;
  const { no, width, height } = page;
  await inBackground(runtime, async (tx) => {
    await addPicture(tx, version, { kind: 'page', page: no, width, height, ...picture });
    if (thumb)
      await addPicture(tx, version, {
        kind: 'thumbnail',
        page: no,
        width: thumbnailWidth,
        height: Math.round((height / width) * thumbnailWidth),
        ...thumb,
      });
  });
}

function inBackground<T>(runtime: Runtime, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runtime.database.transaction({ person: null, system: 'records.read-content' }, runtime.clock.now(), work);
}
