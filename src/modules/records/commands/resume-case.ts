// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CaseWaits } from '../events/case-waits.ts';
import { mayResume } from '../rules/change-case.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyCaseWaits } from '../store/case-changes.ts';
import { findCaseForChange } from '../store/cases.ts';

const input = z.strictObject({ case: z.uuid(), reason: z.string().trim().max(500).default('') });

/** Vorgang weiterführen. */
export const resumeCase: Command<z.infer<typeof input>, CaseWaits> = {
  name: 'records.resume-case',
  permission: 'records.write',
  input,
  async decide({ input: { case: id, reason: why }, caller, tx }) {
    const it = await findCaseForChange(tx, id);
    if (!it) return new Refusal('not-found', 'records.case.not-found');
    const no = mayResume(it) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    return [{ type: 'records.case-resumed', object: `case:${id}`, file: it.file, unit: it.leadUnit, facts: { reason: why } }];
  },
  apply: applyCaseWaits,
};
