// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { actingForBody } from '../../records/index.ts';
import type { RuleProposed } from '../events/retention-rule.ts';
import { localDay } from '../rules/local-day.ts';
import { mayPropose } from '../rules/propose-rule.ts';
import { startKinds } from '../rules/retention-rule.ts';
import { applyRuleProposed, isProposed, planUnits } from '../store/rules.ts';
import { emptyDate, flag, orNothing, reasonText } from './fields.ts';

const input = z.strictObject({
  planUnit: z.uuid(),
  years: orNothing(z.coerce.number().int().min(0).max(200)),
  permanent: flag,
  start: z.enum(startKinds),
  disposal: orNothing(z.enum(['A', 'B', 'V'])),
  basis: z.string().trim().min(3).max(300),
  reason: reasonText,
  shortens: flag,
  validFrom: z.iso.date(),
  validTo: emptyDate.default(null),
});

/** Aufbewahrungsregel vorschlagen. It changes nothing until a second person has seen what it moves, and releases it. */
export const proposeRule: Command<z.infer<typeof input>, RuleProposed> = {
  name: 'disposal.propose-rule',
  permission: 'disposal.rules',
  input,
  async decide({ input: wish, caller, at, tx }) {
    const no =
      (await actingForBody(tx, caller, 'disposal.rules')) ??
      mayPropose({
        ...wish,
        unit: (await planUnits(tx)).get(wish.planUnit),
        today: localDay(at),
        waiting: await isProposed(tx, wish.planUnit),
      });
    if (no) return no;
    if (caller.person === null) return new Refusal('not-permitted', 'kernel.not-permitted');
    const facts = { ...wish, proposedBy: caller.person, represented: caller.onBehalfOf ?? null };
    return [{ type: 'disposal.rule-proposed', object: `retention-rule:${newId()}`, facts }];
  },
  apply: applyRuleProposed,
};
