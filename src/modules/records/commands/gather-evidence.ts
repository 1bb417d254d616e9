// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { EvidenceGathered } from '../events/evidence-gathered.ts';
import { applyEvidenceGathered, gatherable, lockEvidence } from '../store/evidence-batches.ts';

const input = z.strictObject({ filedUntil: z.iso.date() });

/** Beweissicherung beginnen: all that was filed until a day and has no record yet. By the clock, never by a person. */
export const gatherEvidence: Command<z.infer<typeof input>, EvidenceGathered> = {
  name: 'records.gather-evidence',
  permission: 'records.registry',
  input,
  async decide({ input: { filedUntil }, caller, tx }) {
    if (caller.system === undefined || caller.person !== null) return new Refusal('not-permitted', 'kernel.not-permitted');
    const { no, filedFrom } = await lockEvidence(tx);
    const found = await gatherable(tx, { filedFrom, filedUntil });
    if (!found) return new Refusal('conflict', 'records.evidence.nothing');
    const facts = {
      no,
      filedFrom,
      filedUntil: found.filedUntil,
      documents: found.leaves.length,
      root: found.tree.root.toString('hex'),
    };
    return [{ type: 'records.evidence-gathered', object: `evidence:${newId()}`, facts }];
  },
  apply: applyEvidenceGathered,
};
