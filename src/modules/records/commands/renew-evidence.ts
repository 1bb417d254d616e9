// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { EvidenceRenewed } from '../events/evidence-renewed.ts';
import { algorithmsWith, nextDigest, renewalNow } from '../rules/evidence.ts';
import { localDate } from '../rules/local-date.ts';
import { lockEvidence } from '../store/evidence-batches.ts';
import { applyEvidenceRenewed, newestStamps, stampRenewals, treeRenewal } from '../store/evidence-renewal.ts';

const input = z.strictObject({});

/** Beweissicherung erneuern: all stamps that end soon at once, else one tree whose digest does. By the clock, never by a person. */
export const renewEvidence: Command<z.infer<typeof input>, EvidenceRenewed> = {
  name: 'records.renew-evidence',
  permission: 'records.registry',
  input,
  async decide({ caller, at, tx, runtime }) {
    if (caller.system === undefined || caller.person !== null) return new Refusal('not-permitted', 'kernel.not-permitted');
    await lockEvidence(tx);
    const today = localDate(at);
    const algorithms = algorithmsWith(runtime.config.timeStamps?.digestEnds);
    const stamps = (await newestStamps(tx)).map((stamp) => ({ stamp, kind: renewalNow(stamp, today, algorithms) }));
    const ending = stamps.flatMap(({ stamp, kind }) => (kind === 'stamp' ? [stamp] : []));
    if (ending.length > 0) return stampRenewals(ending);
    for (const { stamp, kind } of stamps) {
      const renewal = kind === 'tree' ? await treeRenewal(tx, stamp, nextDigest(today, algorithms)) : undefined;
      if (renewal) return [renewal];
    }
    return new Refusal('conflict', 'records.evidence.nothing');
  },
  apply: applyEvidenceRenewed,
};
