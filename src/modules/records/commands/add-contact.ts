// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ContactAdded } from '../events/contact.ts';
import { mayWorkOn } from '../rules/change-case.ts';
import { mayActInFile } from '../store/acting.ts';
import { findCaseForChange } from '../store/cases.ts';
import { applyContactAdded } from '../store/contacts.ts';
import { contactWords } from './fields.ts';

const input = z.strictObject({ case: z.uuid(), ...contactWords });

/** Beteiligte aufnehmen. */
export const addContact: Command<z.infer<typeof input>, ContactAdded> = {
  name: 'records.add-contact',
  permission: 'records.write',
  input,
  async decide({ input: { case: id, ...words }, caller, tx }) {
    const it = await findCaseForChange(tx, id);
    if (!it) return new Refusal('not-found', 'records.case.not-found');
    const no = mayWorkOn(it) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    const facts = { case: id, ...words };
    return [{ type: 'records.contact-added', object: `contact:${newId()}`, file: it.file, unit: it.leadUnit, facts }];
  },
  apply: applyContactAdded,
};
