// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CaseChanged } from '../events/case-changed.ts';
import { mayChangeCase } from '../rules/change-case.ts';
import { changesBetween } from '../rules/changes.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyCaseChanged } from '../store/case-changes.ts';
import { findCaseForChange } from '../store/cases.ts';
import { lock } from './fields.ts';

const input = z.strictObject({
  case: z.uuid(),
  lock,
  subject: z.string().trim().min(3).max(300).optional(),
  subSubject: z.string().trim().max(300).optional(),
  foreignReference: z.string().trim().max(120).optional(),
});

/** Fakten des Vorgangs ändern. */
export const changeCase: Command<z.infer<typeof input>, CaseChanged> = {
  name: 'records.change-case',
  permission: 'records.write',
  input,
  async decide({ input: { case: id, lock: read, ...wanted }, caller, tx }) {
    const it = await findCaseForChange(tx, id);
    if (!it) return new Refusal('not-found', 'records.case.not-found');
    const no = mayChangeCase(it, read) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    const facts = changesBetween({ ...it }, wanted);
    if (!facts) return new Refusal('conflict', 'records.nothing-changed');
    return [{ type: 'records.case-changed', object: `case:${id}`, file: it.file, unit: it.leadUnit, facts: { ...facts } }];
  },
  apply: applyCaseChanged,
};
