// SPDX-License-Identifier: EUPL-1.2
import { StampRefused } from '@fachwerk/evidence-record';
import { z } from 'zod';
import { type Caller, execute } from '../../../kernel/command.ts';
import type { Job } from '../../../kernel/job.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { takeStamp } from '../adapters/time-stamp.ts';
import { gatherEvidence } from '../commands/gather-evidence.ts';
import { renewEvidence } from '../commands/renew-evidence.ts';
import { stampEvidence } from '../commands/stamp-evidence.ts';
import { daysAfter } from '../rules/evidence.ts';
import { localDate } from '../rules/local-date.ts';
import { noteStampFault, waitingRoots } from '../store/evidence-stamps.ts';
import { hashForRenewal } from './hash-for-renewal.ts';

const nothing = z.strictObject({});
const system = 'records.secure-evidence';
const caller: Caller = { person: null, system, permissions: new Set(['records.registry']) };

/** Every night: what was filed until yesterday gets its place in a tree, and what will end soon is renewed. Stamps follow by themselves. */
export const gatherEvidenceNightly: Job = {
  name: 'records.gather-evidence',
  payload: nothing,
  schedule: '5 0 * * *',
  queue: 'records.evidence',
  async run({ runtime, key, signal }) {
    const filedUntil = daysAfter(localDate(runtime.clock.now()), -1);
    const repeat = async (name: string, act: (actKey: string) => ReturnType<typeof execute>) => {
      for (let round = 0; !signal.aborted; round++) {
        if ((await act(`${key}.${name}.${round}`.padEnd(16, '.'))) instanceof Refusal) return;
      }
    };
    await repeat('gather', (actKey) => execute(runtime, gatherEvidence, { filedUntil }, caller, { key: actKey }));
    await hashForRenewal(runtime, signal);
    await repeat('renew', (actKey) => execute(runtime, renewEvidence, {}, caller, { key: actKey }));
    await stampAll(runtime, signal);
  },
};

/** Every ten minutes: asks for the stamps that are missing. An authority that fails is asked again the next time. */
export const stampEvidenceSoon: Job = {
  name: 'records.stamp-evidence',
  payload: nothing,
  schedule: '*/10 * * * *',
  queue: 'records.evidence',
  run: ({ runtime, signal }) => stampAll(runtime, signal),
};

/** One stamp after another until all are there or the authority fails. */
async function stampAll(runtime: Runtime, signal: AbortSignal): Promise<void> {
  const { config, clock, database, log, metrics } = runtime;
  if (!config.timeStamps) return;
  const as = { person: null, system };
  for (const { root, digest } of await database.read(as, clock.now(), waitingRoots)) {
    if (signal.aborted) return;
    try {
      const { token, at, key, validUntil, authority } = await takeStamp(
        { digest, hash: root },
        { config: config.timeStamps, clock },
      );
      const stamp = { token: Buffer.from(token).toString('base64'), authority, validUntil: validUntil.toISOString() };
      const input = { root: root.toString('hex'), ...stamp, keyKind: key.kind, keyBits: key.bits };
      await execute(runtime, stampEvidence, input, caller, { key: `stamp.${root.toString('hex').slice(0, 40)}.${at.getTime()}` });
    } catch (fault) {
      if (!(fault instanceof StampRefused)) throw fault;
      metrics.count('fachwerk_time_stamp_failed_total');
      log.warn('no time stamp', { reason: fault.fault });
      await database.transaction(as, clock.now(), (tx) => noteStampFault(tx, root, fault.fault));
      return;
    }
  }
}
