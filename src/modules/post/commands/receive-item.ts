// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { unitById } from '../../people/index.ts';
import type { ItemReceived } from '../events/item-received.ts';
import { hostileAmong } from '../rules/hostile.ts';
import { localDay } from '../rules/local-day.ts';
import { routeFor } from '../rules/route.ts';
import { applyReceived, findDelivered } from '../store/items.ts';
import { listRules } from '../store/routes.ts';
import { line, mayActFor } from './step.ts';

const input = z.strictObject({
  office: z.uuid(),
  channel: z.enum(['mail', 'scan', 'upload', 'rest']),
  content: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(0),
  mediaType: z.string().max(200),
  fileName: z.string().max(300),
  messageId: line(1000),
  sender: line(300),
  senderAddress: line(300),
  recipient: line(300),
  subject: line(300),
  foreignReference: line(120),
  barcode: line(200),
  remarks: z.array(z.string().max(60)).max(40).default([]),
});

/** Names a delivery: the same bytes with the same message id are the same delivery, however often a channel brings them. */
export function deliveryKey(content: string, messageId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([content, messageId]))
    .digest('hex');
}

/** Eingang aufnehmen. The content is one that a channel of ours has stored and looked at, never a hash that somebody knows. */
export const receiveItem: Command<z.infer<typeof input>, ItemReceived> = {
  name: 'post.receive-item',
  permission: 'post.receive',
  input,
  async decide({ input: { office, remarks, content, messageId, ...words }, caller, at, tx }) {
    const unit = await unitById(tx, office);
    if (!unit || unit.retired) return new Refusal('invalid', 'post.no-office', {}, { office: 'post.no-office' });
    const no = await mayActFor(tx, caller, { permission: 'post.receive', unit: office });
    if (no) return no;
    const key = deliveryKey(content, messageId);
    const before = await findDelivered(tx, office, key);
    if (before) return new Refusal('conflict', 'post.delivered-before', { ...before });
    const hazards = hostileAmong(remarks);
    const route = hazards.length > 0 ? undefined : routeFor({ ...words, words: words.subject }, await listRules(tx));
    const receivedOn = localDay(at);
    const facts = { origin: office, key, hazards, receivedOn, datedOn: null, place: '', route: route?.kind ?? '', ...words };
    return [{ type: 'post.received', object: `item:${newId()}`, unit: route?.office ?? office, content, facts }];
  },
  apply: applyReceived,
};
