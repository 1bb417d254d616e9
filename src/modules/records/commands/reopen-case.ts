// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { askGates, blockedBy } from '../../../kernel/gate/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CaseReopened } from '../events/case-reopened.ts';
import { mayReopenCase } from '../rules/change-case.ts';
import { mayActInFile } from '../store/acting.ts';
import { findCaseForChange } from '../store/cases.ts';
import { applyCaseReopened } from '../store/closing.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ case: z.uuid(), reason });

/** Vorgang wieder öffnen: the retention begins anew when it is filed again. */
export const reopenCase: Command<z.infer<typeof input>, CaseReopened> = {
  name: 'records.reopen-case',
  permission: 'records.write',
  weighty: true,
  input,
  async decide({ input: { case: id, reason: why }, caller, tx }) {
    const it = await findCaseForChange(tx, id);
    if (!it) return new Refusal('not-found', 'records.case.not-found');
    const no =
      mayReopenCase(it) ??
      (await mayActInFile(tx, caller, it)) ??
      blockedBy(await askGates(tx, `case:${id}`, 'records.reopen-case'));
    if (no) return no;
    return [{ type: 'records.case-reopened', object: `case:${id}`, file: it.file, unit: it.leadUnit, facts: { reason: why } }];
  },
  apply: applyCaseReopened,
};
