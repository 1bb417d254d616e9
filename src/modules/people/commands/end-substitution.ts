// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { SubstitutionEnded } from '../events/substitution-ended.ts';
import { mayDecideFor } from '../rules/substitution.ts';
import { applySubstitutionEnded, decidesFor, findSubstitutionForChange } from '../store/substitutions.ts';

const input = z.strictObject({ substitution: z.uuid() });

/** Vertretung beenden, sofort. The deputy may lay it down, too. */
export const endSubstitution: Command<z.infer<typeof input>, SubstitutionEnded> = {
  name: 'people.end-substitution',
  permission: 'anyone',
  input,
  async decide({ input: { substitution: id }, caller, at, tx }) {
    const found = await findSubstitutionForChange(tx, id);
    if (!found) return new Refusal('not-found', 'people.substitution.not-found');
    if (found.validTo <= at) return new Refusal('conflict', 'people.substitution.over-already');
    const { principal, deputy } = found;
    const mayForOthers =
      caller.permissions.has('people.manage-substitutions') &&
      (await decidesFor(tx, { permission: 'people.manage-substitutions', represented: caller.onBehalfOf, person: principal }));
    const no = caller.person === deputy ? undefined : mayDecideFor(principal, { ...caller, mayForOthers });
    if (no) return no;
    return [{ type: 'people.substitution-ended', object: `substitution:${id}`, facts: { ends: at.toISOString() } }];
  },
  apply: applySubstitutionEnded,
};
