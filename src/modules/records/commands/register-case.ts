// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CaseRegistered } from '../events/case-registered.ts';
import { mayRegisterCase } from '../rules/change-case.ts';
import { localDate } from '../rules/local-date.ts';
import { sortKeyOf, writeReference } from '../rules/reference.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyCaseRegistered } from '../store/case-changes.ts';
import { findCaseForChange } from '../store/cases.ts';
import { findFileForChange } from '../store/files.ts';
import { getTemplate } from '../store/references.ts';

const input = z.strictObject({ case: z.uuid() });

/** Entwurf registrieren: draws the case's number in the same transaction. */
export const registerCase: Command<z.infer<typeof input>, CaseRegistered> = {
  name: 'records.register-case',
  permission: 'records.write',
  input,
  async decide({ input: { case: id }, caller, at, tx }) {
    const it = await findCaseForChange(tx, id);
    if (!it) return new Refusal('not-found', 'records.case.not-found');
    const no = mayRegisterCase(it) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    const file = await findFileForChange(tx, it.file); // locks the count
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const number = file.cases + 1;
    const year = Number(localDate(at).slice(0, 4));
    const reference = writeReference(await getTemplate(tx, 'case'), { file: file.reference, caseNo: number, year });
    const facts = { no: number, reference, sortKey: sortKeyOf(reference) };
    return [{ type: 'records.case-registered', object: `case:${id}`, file: it.file, unit: it.leadUnit, facts }];
  },
  apply: applyCaseRegistered,
};
