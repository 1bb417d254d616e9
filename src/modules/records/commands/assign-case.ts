// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CaseAssigned } from '../events/case-assigned.ts';
import { mayWorkOn } from '../rules/change-case.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyCaseAssigned } from '../store/case-changes.ts';
import { findCaseForChange } from '../store/cases.ts';
import { orNothing } from './fields.ts';

const input = z.strictObject({ case: z.uuid(), responsible: orNothing(z.uuid()) });

/** Zuständige Funktion bestimmen: a function, never a person, so that a case is nobody's when somebody leaves. */
export const assignCase: Command<z.infer<typeof input>, CaseAssigned> = {
  name: 'records.assign-case',
  permission: 'records.write',
  input,
  async decide({ input: { case: id, responsible }, caller, tx }) {
    const it = await findCaseForChange(tx, id);
    if (!it) return new Refusal('not-found', 'records.case.not-found');
    const no = mayWorkOn(it) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    if (it.responsible === responsible) return new Refusal('conflict', 'records.nothing-changed');
    const facts = { from: it.responsible, to: responsible };
    return [{ type: 'records.case-assigned', object: `case:${id}`, file: it.file, unit: it.leadUnit, facts }];
  },
  apply: applyCaseAssigned,
};
