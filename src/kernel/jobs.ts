// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Job } from './job.ts';
import { sweepSessions } from './session.ts';

const nothing = z.strictObject({});
const day = 86_400_000;
const keptDays = 2;

/** Removes what has served its time: idempotency keys after two days, expired sessions. Retention as declared in the manifest. */
export const sweepTechnicalState: Job = {
  name: 'kernel.sweep-technical-state',
  payload: nothing,
  schedule: '17 * * * *',
  async run({ runtime }) {
    const at = runtime.clock.now();
    await runtime.database.transaction({ person: null, system: 'kernel.sweep' }, at, async (tx) => {
      await tx.query('delete from kernel.idempotency where at < $1', [new Date(at.getTime() - keptDays * day)]);
      await sweepSessions(tx, at);
    });
  },
};

/** Reads every content once a night slice by slice; what is damaged raises an alarm before anybody needs it. */
export const scrubContent: Job = {
  name: 'kernel.scrub-content',
  payload: nothing,
  schedule: '30 1 * * *',
  queue: 'kernel.content',
  async run({ runtime, signal }) {
    let checked = 0;
    for await (const { hash, ok, reason } of runtime.blobs.scrub()) {
      if (signal.aborted) break;
      checked += 1;
      if (ok) continue;
      runtime.metrics.count('fachwerk_content_damaged_total');
      runtime.log.fault('content is damaged', new Error(reason ?? 'damaged'), { hash });
    }
    runtime.log.info('content was checked', { checked });
  },
};
