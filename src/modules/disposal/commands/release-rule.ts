// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Caller, Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { fourEyes } from '../../people/index.ts';
import { actingForBody } from '../../records/index.ts';
import type { RuleReleased, RuleWithdrawn } from '../events/retention-rule.ts';
import { localDay } from '../rules/local-day.ts';
import { effectiveFrom, mayDecide, mayReleaseRule } from '../rules/propose-rule.ts';
import { type RetentionRule, unitsUnder } from '../rules/retention-rule.ts';
import {
  applyRuleReleased,
  applyRuleWithdrawn,
  findRuleForChange,
  type LockedRule,
  planUnits,
  releasedRules,
} from '../store/rules.ts';
import { type Simulation, simulateIn } from '../store/simulation.ts';
import { reasonText } from './fields.ts';

const input = z.strictObject({
  rule: z.uuid(),
  /** Digest of the simulation that the person saw. */
  seen: z.string().regex(/^[0-9a-f]{64}$/),
});

export type { Simulation } from '../store/simulation.ts';

/** What a waiting rule would move today: for the page that shows it and for the command that releases it. */
export async function simulateRule(tx: Tx, rule: RetentionRule, today: string): Promise<Simulation> {
  const on = effectiveFrom(rule.validFrom, today);
  const units = unitsUnder(await planUnits(tx), await releasedRules(tx), { ...rule, validFrom: on }, on);
  return simulateIn(tx, rule, units);
}

/** Regel freigeben, by a second person who saw what it moves. The stock is computed in the background, as soon as the rule is in force. */
export const releaseRule: Command<z.infer<typeof input>, RuleReleased> = {
  name: 'disposal.release-rule',
  permission: 'disposal.rules',
  weighty: true,
  input,
  async decide({ input: { rule: id, seen }, caller, at, tx, runtime }) {
    const rule = await findRuleForChange(tx, id);
    const not = mayDecide(rule) ?? (await second(tx, caller, rule));
    if (not || !rule) return not ?? new Refusal('not-found', 'disposal.rule.not-found');
    const { digest, totals } = await simulateRule(tx, rule, localDay(at));
    const no = mayReleaseRule(rule, seen, digest);
    if (no) return no;
    const validFrom = effectiveFrom(rule.validFrom, localDay(at));
    await runtime.jobs.enqueue(tx, { name: 'disposal.settle-rules', queue: 'disposal.stock' }, {});
    const facts = {
      planUnit: rule.planUnit,
      validFrom,
      releasedBy: caller.person ?? '',
      moves: totals.moved,
      earlier: totals.earlier,
    };
    return [{ type: 'disposal.rule-released', object: `retention-rule:${id}`, content: digest, facts }];
  },
  apply: applyRuleReleased,
};

async function second(tx: Tx, caller: Caller, rule: LockedRule | undefined): Promise<Refusal | undefined> {
  const body = await actingForBody(tx, caller, 'disposal.rules');
  if (body || !rule) return body;
  return fourEyes({ requestedBy: rule.proposedBy, represented: rule.represented }, caller);
}

const withdrawing = z.strictObject({ rule: z.uuid(), reason: reasonText });

/** Vorschlag zurückziehen oder ablehnen. */
export const withdrawRule: Command<z.infer<typeof withdrawing>, RuleWithdrawn> = {
  name: 'disposal.withdraw-rule',
  permission: 'disposal.rules',
  input: withdrawing,
  async decide({ input: { rule: id, reason }, caller, tx }) {
    const no = mayDecide(await findRuleForChange(tx, id)) ?? (await actingForBody(tx, caller, 'disposal.rules'));
    if (no) return no;
    return [{ type: 'disposal.rule-withdrawn', object: `retention-rule:${id}`, facts: { reason } }];
  },
  apply: applyRuleWithdrawn,
};
