// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ContactRemoved } from '../events/contact.ts';
import { mayWorkOn } from '../rules/change-case.ts';
import { mayActInFile } from '../store/acting.ts';
import { findCaseForChange } from '../store/cases.ts';
import { applyContactRemoved, findContact } from '../store/contacts.ts';

const input = z.strictObject({ contact: z.uuid() });

/** Beteiligte entfernen. */
export const removeContact: Command<z.infer<typeof input>, ContactRemoved> = {
  name: 'records.remove-contact',
  permission: 'records.write',
  input,
  async decide({ input: { contact: id }, caller, tx }) {
    const contact = await findContact(tx, id);
    const it = contact && (await findCaseForChange(tx, contact.case));
    if (!it) return new Refusal('not-found', 'records.contact.not-found');
    const no = mayWorkOn(it) ?? (await mayActInFile(tx, caller, it));
    if (no) return no;
    const facts = { case: contact.case, role: contact.role, name: contact.name };
    return [{ type: 'records.contact-removed', object: `contact:${id}`, file: it.file, unit: it.leadUnit, facts }];
  },
  apply: applyContactRemoved,
};
