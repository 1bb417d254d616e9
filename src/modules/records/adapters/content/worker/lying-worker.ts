// SPDX-License-Identifier: EUPL-1.2
// For the tests of the queue only: a worker that has been taken over and answers what it likes; the media type names the lie.
import { mkdirSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { WorkerRequest } from './protocol.ts';

const folder = process.argv[2] ?? '';
const page = { no: 1, width: 1, height: 1 };
const hoard: Buffer[] = [];

const LIES: Record<string, () => unknown> = {
  good: () => ({ ok: true, value: { pageCount: 1, source: 'pdf', pages: [{ ...page, file: 'page-0001.webp' }] } }),
  'foreign name': () => ({ ok: true, value: { pageCount: 1, source: 'pdf', pages: [{ ...page, file: '../../../etc/passwd' }] } }),
  'missing file': () => ({ ok: true, value: { pageCount: 1, source: 'pdf', pages: [{ ...page, file: 'page-0002.webp' }] } }),
  crash: () => process.abort(),
  exit: () => process.exit(0),
  silence: () => new Promise(() => setInterval(() => undefined, 1_000)),
  loop: () => {
    for (;;) hoard.length = 0;
  },
  memory: () => {
    for (;;) hoard.push(Buffer.alloc(16_000_000, 1));
  },
  disk: () => {
    for (let index = 0; ; index += 1) {
      writeFileSync(join(folder, 'out', `page-${index}`), '');
      truncateSync(join(folder, 'out', `page-${index}`), 50_000_000);
    }
  },
};

writeSync(3, 'ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as WorkerRequest;
  mkdirSync(join(folder, 'out'), { recursive: true });
  writeFileSync(join(folder, 'out', 'page-0001.webp'), 'Bild');
  const answer = request.mediaType === 'not json' ? 'x{' : JSON.stringify(await LIES[request.mediaType]?.());
  writeFileSync(join(folder, 'reply.json'), answer);
  writeSync(3, `${request.id}\n`);
}
