// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { StockMoved } from '../events/retention-rule.ts';
import { localDay } from '../rules/local-day.ts';
import { inForce, unitsUnder } from '../rules/retention-rule.ts';
import { findRuleForChange, planUnits, releasedRules } from '../store/rules.ts';
import { applyStockMoved, countNextMoves, mostMoved } from '../store/stock.ts';

const input = z.strictObject({ rule: z.uuid(), step: z.int().min(0) });

/** Bestand nach einer Regel rechnen: some thousand cases at a time. Run by the job until nothing is left to move. */
export const settleRule: Command<z.infer<typeof input>, StockMoved> = {
  name: 'disposal.settle-rule',
  permission: 'disposal.rules',
  input,
  async decide({ input: { rule: id }, at, tx }) {
    const rule = await findRuleForChange(tx, id);
    const day = localDay(at);
    if (rule?.state !== 'released' || rule.settled || !inForce(rule, day))
      return new Refusal('conflict', 'disposal.rule.nothing-to-settle');
    const units = unitsUnder(await planUnits(tx), await releasedRules(tx), rule, day);
    const moves = await countNextMoves(tx, rule, units);
    const facts = { ...moves, day, units, last: moves.moved < mostMoved };
    return [{ type: 'disposal.stock-moved', object: `retention-rule:${id}`, facts }];
  },
  apply: applyStockMoved,
};
