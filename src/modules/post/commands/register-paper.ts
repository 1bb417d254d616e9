// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { unitById } from '../../people/index.ts';
import type { ItemReceived } from '../events/item-received.ts';
import { localDay } from '../rules/local-day.ts';
import { applyReceived } from '../store/items.ts';
import { line, mayActFor } from './step.ts';

const optionalDay = z.preprocess((value) => (value === '' ? null : value), z.iso.date().nullable().default(null));

const input = z.strictObject({
  office: z.uuid(),
  sender: z.string().trim().min(2).max(300),
  subject: z.string().trim().min(3).max(300),
  receivedOn: optionalDay,
  datedOn: optionalDay,
  foreignReference: line(120),
  place: line(200),
});

/** Papier eintragen: a letter that stays on paper stands in the book all the same. */
export const registerPaper: Command<z.infer<typeof input>, ItemReceived> = {
  name: 'post.register-paper',
  permission: 'post.receive',
  input,
  async decide({ input: { office, receivedOn, ...words }, caller, at, tx }) {
    const unit = await unitById(tx, office);
    if (!unit || unit.retired) return new Refusal('invalid', 'post.no-office', {}, { office: 'post.no-office' });
    const no = await mayActFor(tx, caller, { permission: 'post.receive', unit: office });
    if (no) return no;
    const today = localDay(at);
    if ((receivedOn ?? today) > today) return new Refusal('invalid', 'post.not-yet', {}, { receivedOn: 'post.not-yet' });
    const id = newId();
    const facts = {
      origin: office,
      channel: 'paper',
      key: createHash('sha256').update(id).digest('hex'), // each paper is one of its own
      size: 0,
      mediaType: '',
      fileName: '',
      receivedOn: receivedOn ?? today,
      senderAddress: '',
      recipient: '',
      barcode: '',
      hazards: [],
      route: '',
      ...words,
    };
    return [{ type: 'post.received', object: `item:${id}`, unit: office, facts }];
  },
  apply: applyReceived,
};
