// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Job } from '../../../kernel/job.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { contentStream, contentWorkers, type RenderedPage, isMail } from '../../records/index.ts';
import { describeItem } from '../commands/describe-item.ts';
import { quarantineItem } from '../commands/quarantine-item.ts';
import { findFilable } from '../store/filing.ts';
import { hostileAmong } from '../rules/hostile.ts';
import { localDay } from '../rules/local-day.ts';
import { readLetter } from '../rules/read-letter.ts';
import { findItemToRead, type ItemToRead, replacePages, setPicture, setReading } from '../store/reading.ts';
import { actInBackground as act, describeByText, inBackground } from './describe-by-text.ts';
import { recogniseItem } from './recognise-item.ts';

const payload = z.strictObject({ item: z.uuid() });
const pictureWidth = 1100;
const thumbnailWidth = 84;
/** More is not looked at before it is filed: reading goes on in the file. */
const mostPages = 40;
const pagesAtOnce = 20;

/** Reads what came in, behind the same fence as documents: text, pictures, and what it says about itself. Runs again safely. */
export const readItem: Job<z.infer<typeof payload>> = {
  name: 'post.read-item',
  payload,
  async run({ runtime, payload: { item: id }, key }) {
    const item = await inBackground(runtime, (tx) => findItemToRead(tx, id));
    if (item?.content == null || item.reading === 'read' || item.state === 'quarantined') return;
    const workers = await contentWorkers(runtime);
    const extracted = await workers.extract(await contentStream(runtime, item.content), item.mediaType);
    if (!extracted.ok) {
      const reading = extracted.reason === 'unsupported' ? 'none' : 'failed';
      await inBackground(runtime, (tx) => setReading(tx, id, reading));
      if (extracted.reason === 'encrypted' || extracted.reason === 'hostile')
        await setApart(runtime, id, { hazards: [extracted.reason === 'hostile' ? 'zip-bomb' : 'encrypted'], key });
      return;
    }
    const pages = extracted.value.pages.slice(0, mostPages);
    await inBackground(runtime, (tx) => replacePages(tx, id, pages));
    await drawPages(runtime, item, pages.length);
    if (isMail(item.mediaType)) await readMail(runtime, item, key);
    else await describeByText(runtime, id, { text: pages[0]?.text ?? '', key });
    await inBackground(runtime, async (tx) => {
      await setReading(tx, id, extracted.value.needsOcr ? 'needs-ocr' : 'read');
      if (extracted.value.needsOcr) await runtime.jobs.enqueue(tx, recogniseItem, { item: id }, { key: `post-ocr:${id}` });
    });
  },
};

async function readMail(runtime: Runtime, item: ItemToRead, key: string): Promise<void> {
  const outDir = await mkdtemp(path.join(runtime.config.dataDir, 'run', 'post-mail-'));
  try {
    const content = await contentStream(runtime, item.content ?? '');
    const split = await (await contentWorkers(runtime)).splitMail(content, item.mediaType, outDir);
    if (!split.ok) return;
    const { message, attachments } = split.value;
    const [from] = message.from;
    const day = message.date === undefined ? null : localDay(new Date(message.date));
    const read = readLetter(message.text, localDay(runtime.clock.now()));
    const input = {
      item: item.id,
      sender: (from?.name || from?.address || '').slice(0, 300),
      senderAddress: (from?.address ?? '').slice(0, 300),
      recipient: message.to
        .map(({ address }) => address)
        .join(', ')
        .slice(0, 300),
      subject: message.subject.slice(0, 300),
      datedOn: day,
      foreignReference: read.foreignReference.slice(0, 120),
      messageId: message.messageId ?? '',
      answers: message.answers,
    };
    const hazards = hostileAmong(attachments.flatMap((one) => one.hazards));
    if (hazards.length > 0) await setApart(runtime, item.id, { hazards, key });
    await act(runtime, describeItem, input, `${key}:describe`);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

async function setApart(
  runtime: Runtime,
  id: string,
  { hazards, key }: { hazards: readonly string[]; key: string },
): Promise<void> {
  const it = await inBackground(runtime, (tx) => findFilable(tx, id));
  if (!it || it.state === 'assigned' || it.state === 'done') return;
  const input = { item: id, lock: it.lock, reason: 'Beim Lesen aufgefallen.', hazards: [...hazards] };
  await act(runtime, quarantineItem, input, `${key}:quarantine`);
}

async function drawPages(runtime: Runtime, item: ItemToRead, count: number): Promise<void> {
  const workers = await contentWorkers(runtime);
  for (let from = 1; from <= count; from += pagesAtOnce) {
    const outDir = await mkdtemp(path.join(runtime.config.dataDir, 'run', 'post-pages-'));
    try {
      const to = Math.min(count, from + pagesAtOnce - 1);
      const options = { width: pictureWidth, thumbWidth: thumbnailWidth, from, to, outDir };
      const drawn = await workers.renderPages(await contentStream(runtime, item.content ?? ''), item.mediaType, options);
      if (!drawn.ok) return; // the text is there; a preview is a comfort
      for (const page of drawn.value.pages) await keepPicture(runtime, item.id, page, outDir);
    } finally {
      await rm(outDir, { recursive: true, force: true });
    }
  }
}

async function keepPicture(runtime: Runtime, id: string, page: RenderedPage, outDir: string): Promise<void> {
  const put = async (file: string) => (await runtime.blobs.put(createReadStream(path.join(outDir, file)))).hash;
  const picture = await put(page.file);
  const thumb = page.thumb ? await put(page.thumb) : null;
  const { no, width, height } = page;
  await inBackground(runtime, (tx) => setPicture(tx, id, { no, picture, thumb, width, height }));
}
