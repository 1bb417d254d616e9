// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Job } from '../../../kernel/job.ts';
import { contentStream, contentWorkers } from '../../records/index.ts';
import { describeByText } from './describe-by-text.ts';
import { pagesToRecognise, setReading, setRecognised, textOf } from '../store/reading.ts';

const payload = z.strictObject({ item: z.uuid() });
const identity = { person: null, system: 'post.recognise-item' } as const;

/** Texterkennung of scanned post; one after another with all other recognition, because it is slow. */
export const recogniseItem: Job<z.infer<typeof payload>> = {
  name: 'post.recognise-item',
  payload,
  queue: 'records.ocr',
  async run({ runtime, payload: { item: id }, key, signal }) {
    const inBackground = <T>(work: Parameters<typeof runtime.database.transaction<T>>[2]) =>
      runtime.database.transaction(identity, runtime.clock.now(), work);
    const workers = await contentWorkers(runtime);
    for (const page of await inBackground((tx) => pagesToRecognise(tx, id))) {
      if (signal.aborted) throw new Error('stopped: goes on after the next start');
      const recognised = await workers.ocr(await contentStream(runtime, page.picture));
      await inBackground((tx) => setRecognised(tx, id, { no: page.no, text: recognised.ok ? recognised.value.text : '' }));
    }
    const [text = ''] = await inBackground((tx) => textOf(tx, id));
    await describeByText(runtime, id, { text, key });
    await inBackground((tx) => setReading(tx, id, 'read'));
  },
};
