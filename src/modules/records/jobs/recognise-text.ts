// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Job } from '../../../kernel/job.ts';
import { contentStream, contentWorkers } from '../adapters/content-service.ts';
import { findVersionToRead, indexDocument, pagesToRecognise, setReading, setRecognised } from '../store/reading.ts';

const payload = z.strictObject({ version: z.uuid() });
const identity = { person: null, system: 'records.recognise-text' } as const;

/** Texterkennung: page by page, one document after another, because it is slow; each page counts as soon as it is read. */
export const recogniseText: Job<z.infer<typeof payload>> = {
  name: 'records.recognise-text',
  payload,
  queue: 'records.ocr',
  async run({ runtime, payload: { version: id }, signal }) {
    const inBackground = <T>(work: Parameters<typeof runtime.database.transaction<T>>[2]) =>
      runtime.database.transaction(identity, runtime.clock.now(), work);
    const version = await inBackground((tx) => findVersionToRead(tx, id));
    if (!version) return;
    const workers = await contentWorkers(runtime);
    for (const page of await inBackground((tx) => pagesToRecognise(tx, id))) {
      if (signal.aborted) throw new Error('stopped: goes on after the next start');
      const recognised = await workers.ocr(await contentStream(runtime, page.content));
      await inBackground((tx) => setRecognised(tx, version, { no: page.no, text: recognised.ok ? recognised.value.text : '' }));
    }
    await inBackground(async (tx) => {
      await setReading(tx, id, 'read');
      await indexDocument(tx, version.document);
    });
  },
};
