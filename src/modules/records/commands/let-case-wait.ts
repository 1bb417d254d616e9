// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CaseWaits } from '../events/case-waits.ts';
import { mayLetWait } from '../rules/change-case.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyCaseWaits } from '../store/case-changes.ts';
import { findCaseForChange } from '../store/cases.ts';
import { reason } from './fields.ts';

const input = z.strictObject({ case: z.uuid(), reason });

/** Vorgang warten lassen, until it is resumed. */
export const letCaseWait: Command<z.infer<typeof input>, CaseWaits> = {
  name: 'records.let-case-wait',
  permission: 'records.write',
  input,
  async decide({ input: { case: id, reason: why }, caller, tx }) {
    const it = await findCaseForChange(tx, id);
    if (!it) return new Refusal('not-found', 'records.case.not-found');
    const no = mayLetWait(it) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    return [{ type: 'records.case-waits', object: `case:${id}`, file: it.file, unit: it.leadUnit, facts: { reason: why } }];
  },
  apply: applyCaseWaits,
};
