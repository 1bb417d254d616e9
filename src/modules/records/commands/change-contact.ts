// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ContactChanged } from '../events/contact.ts';
import { mayWorkOn } from '../rules/change-case.ts';
import { changesBetween } from '../rules/changes.ts';
import { mayActInFile } from '../store/acting.ts';
import { findCaseForChange } from '../store/cases.ts';
import { applyContactChanged, findContact } from '../store/contacts.ts';
import { contactWords } from './fields.ts';

const input = z.strictObject({ contact: z.uuid(), ...contactWords });

/** Angaben zu Beteiligten ändern. */
export const changeContact: Command<z.infer<typeof input>, ContactChanged> = {
  name: 'records.change-contact',
  permission: 'records.write',
  input,
  async decide({ input: { contact: id, ...words }, caller, tx }) {
    const contact = await findContact(tx, id);
    const it = contact && (await findCaseForChange(tx, contact.case));
    if (!it) return new Refusal('not-found', 'records.contact.not-found');
    const no = mayWorkOn(it) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    const facts = changesBetween({ ...contact }, words);
    if (!facts) return new Refusal('conflict', 'records.nothing-changed');
    return [{ type: 'records.contact-changed', object: `contact:${id}`, file: it.file, unit: it.leadUnit, facts: { ...facts } }];
  },
  apply: applyContactChanged,
};
