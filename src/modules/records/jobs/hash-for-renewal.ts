// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Runtime } from '../../../kernel/runtime.ts';
import { algorithmsWith, nextDigest, renewalNow } from '../rules/evidence.ts';
import { localDate } from '../rules/local-date.ts';
import { contentsToHash, keepDigest, newestStamps } from '../store/evidence-renewal.ts';

const as = { person: null, system: 'records.secure-evidence' };

/** Reads the contents of every batch whose digest ends soon and computes the new one. What was destroyed is left out. */
export async function hashForRenewal({ config, database, clock, blobs }: Runtime, signal: AbortSignal): Promise<void> {
  const today = localDate(clock.now());
  const algorithms = algorithmsWith(config.timeStamps?.digestEnds);
  const digest = nextDigest(today, algorithms);
  for (const stamp of await database.read(as, clock.now(), newestStamps)) {
    if (renewalNow(stamp, today, algorithms) !== 'tree') continue;
    for (const content of await database.read(as, clock.now(), (tx) => contentsToHash(tx, stamp.batch, digest))) {
      if (signal.aborted) return;
      if (!(await blobs.stat(content))) continue;
      const hash = createHash(digest);
      for await (const part of await blobs.get(content)) hash.update(part);
      await database.transaction(as, clock.now(), (tx) => keepDigest(tx, { content, digest, hash: hash.digest() }));
    }
  }
}
