// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { MailDescribed } from '../events/mail-described.ts';
import { applyMailDescribed, findDocumentForChange } from '../store/documents.ts';

const input = z.strictObject({
  document: z.uuid(),
  title: z.string().min(1).max(300),
  messageKey: z.string().max(64),
  datedOn: z.iso.date().nullable(),
});

/** Gives a message its own subject instead of a file name, and the key by which a second delivery is recognised. Background work only. */
export const describeMail: Command<z.infer<typeof input>, MailDescribed> = {
  name: 'records.describe-mail',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, ...facts }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    if (!document || caller.system === undefined) return new Refusal('not-found', 'records.document.not-found');
    return [{ type: 'records.mail-described', object: `document:${id}`, file: document.file, unit: document.leadUnit, facts }];
  },
  apply: applyMailDescribed,
};
