// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { askGates, gatesOn } from '../../../kernel/gate/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CaseFiled } from '../events/case-filed.ts';
import { type CaseForClosing, closingOf, mayCloseCase } from '../rules/close-case.ts';
import { localDate } from '../rules/local-date.ts';
import { mayActInFile } from '../store/acting.ts';
import { findCase, findCaseForChange } from '../store/cases.ts';
import { applyCaseFiled, collectForClosing } from '../store/closing.ts';

const input = z.strictObject({ case: z.uuid() });
const action = 'records.close-case';

/** For the page: what the command will ask on this day; `missingForClosing` makes the check list of it. */
export async function findCaseForClosing(tx: Tx, id: string, on: string): Promise<CaseForClosing | undefined> {
  const it = await findCase(tx, id);
  return it && collectForClosing(tx, it, { on, gates: await gatesOn(tx, `case:${id}`, action) });
}

/** z.d.A. verfügen: fixes how long the case is kept. Waits for its receipt, because the right to destroy it later begins here. */
export const closeCase: Command<z.infer<typeof input>, CaseFiled> = {
  name: action,
  permission: 'records.write',
  weighty: true,
  input,
  async decide({ input: { case: id }, caller, at, tx }) {
    const it = await findCaseForChange(tx, id);
    if (!it) return new Refusal('not-found', 'records.case.not-found');
    const on = localDate(at);
    const closing = await collectForClosing(tx, it, { on, gates: await askGates(tx, `case:${id}`, action) });
    const no = mayCloseCase(closing) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    const facts = { ...closingOf(closing.retention, on) };
    return [{ type: 'records.case-filed', object: `case:${id}`, file: it.file, unit: it.leadUnit, facts }];
  },
  apply: applyCaseFiled,
};
