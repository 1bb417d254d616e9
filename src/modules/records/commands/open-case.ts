// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CaseOpened } from '../events/case-opened.ts';
import { localDate } from '../rules/local-date.ts';
import { mayOpenCase } from '../rules/open-case.ts';
import { sortKeyOf, writeReference } from '../rules/reference.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyCaseOpened } from '../store/cases.ts';
import { findFileForChange } from '../store/files.ts';
import { getTemplate } from '../store/references.ts';

const input = z.strictObject({
  file: z.uuid(),
  subject: z.string().trim().min(3).max(300),
  subSubject: z.string().trim().max(300).default(''),
  foreignReference: z.string().trim().max(120).default(''),
  draft: z.coerce.boolean().default(false),
});

/** Vorgang eröffnen, auf Wunsch als Entwurf ohne Nummer. */
export const openCase: Command<z.infer<typeof input>, CaseOpened> = {
  name: 'records.open-case',
  permission: 'records.write',
  input,
  async decide({ input: { file: fileId, draft, ...words }, caller, at, tx }) {
    const file = await findFileForChange(tx, fileId);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const no = mayOpenCase(file) ?? (await mayActInFile(tx, caller, { file: file.id }));
    if (no) return no;
    const number = draft ? null : file.cases + 1;
    const reference =
      number === null
        ? null
        : writeReference(await getTemplate(tx, 'case'), {
            file: file.reference,
            caseNo: number,
            year: Number(localDate(at).slice(0, 4)),
          });
    const facts = {
      draft,
      no: number,
      reference,
      sortKey: reference === null ? '' : sortKeyOf(reference),
      leadUnit: file.leadUnit,
      startedOn: localDate(at),
      ...words,
    };
    return [{ type: 'records.case-opened', object: `case:${newId()}`, file: file.id, unit: file.leadUnit, facts }];
  },
  apply: applyCaseOpened,
};
