// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayActIn } from '../../people/index.ts';
import type { CaseTakenOut, RunCancelled, RunDrafted } from '../events/disposal-run.ts';
import { mayChangeRun } from '../rules/destruction.ts';
import { localDay } from '../rules/local-day.ts';
import { findObjectForChange } from '../store/objects.ts';
import { applyCaseTakenOut, applyRunCancelled, applyRunDrafted, findDue, findRunForChange, nextRunNo } from '../store/runs.ts';
import { reasonText } from './fields.ts';

/** Cases in one run: few enough for two people to look at. */
export const mostInRun = 500;

const input = z.strictObject({
  kind: z.enum(['destruction', 'transfer']),
  unit: z.uuid(),
  note: z.string().trim().max(300).default(''),
});

/** Aussonderung zusammenstellen: everything of a unit that is due and not held up. */
export const draftRun: Command<z.infer<typeof input>, RunDrafted> = {
  name: 'disposal.draft-run',
  permission: 'disposal.manage',
  input,
  async decide({ input: { kind, unit, note }, caller, at, tx }) {
    const no = await mayActIn(tx, caller, { permission: 'disposal.manage', unit });
    if (no) return no;
    const day = localDay(at);
    const cases = (await findDue(tx, { kind, unit, today: day, most: mostInRun })).map((each) => each.case);
    if (cases.length === 0) return new Refusal('conflict', `disposal.run.nothing-${kind}`);
    const facts = { no: await nextRunNo(tx), kind, cases, note, day };
    return [{ type: 'disposal.run-drafted', object: `disposal-run:${newId()}`, unit, facts }];
  },
  apply: applyRunDrafted,
};

const taking = z.strictObject({ run: z.uuid(), case: z.uuid(), reason: reasonText });

/** Einen Vorgang herausnehmen: it stays, and whoever released the run before must look again. */
export const takeOutOfRun: Command<z.infer<typeof taking>, CaseTakenOut> = {
  name: 'disposal.take-out-of-run',
  permission: 'disposal.manage',
  input: taking,
  async decide({ input: { run: id, case: wanted, reason }, caller, tx }) {
    const run = await findRunForChange(tx, id);
    const no =
      mayChangeRun(run, ['drafted']) ?? (await mayActIn(tx, caller, { permission: 'disposal.manage', unit: run?.unit ?? '' }));
    if (no) return no;
    const it = await findObjectForChange(tx, wanted);
    if (it?.run !== id || it.state !== 'proposed') return new Refusal('not-found', 'disposal.object.not-found');
    const facts = { run: id, reason };
    return [{ type: 'disposal.case-taken-out', object: `case:${wanted}`, file: it.file, unit: it.leadUnit, facts }];
  },
  apply: applyCaseTakenOut,
};

const cancelling = z.strictObject({ run: z.uuid(), reason: reasonText });

/** Aussonderung aufgeben, before anything left the house. */
export const cancelRun: Command<z.infer<typeof cancelling>, RunCancelled> = {
  name: 'disposal.cancel-run',
  permission: 'disposal.manage',
  input: cancelling,
  async decide({ input: { run: id, reason }, caller, tx }) {
    const run = await findRunForChange(tx, id);
    const no =
      mayChangeRun(run, ['drafted']) ?? (await mayActIn(tx, caller, { permission: 'disposal.manage', unit: run?.unit ?? '' }));
    if (no) return no;
    return [{ type: 'disposal.run-cancelled', object: `disposal-run:${id}`, unit: run?.unit ?? '', facts: { reason } }];
  },
  apply: applyRunCancelled,
};
