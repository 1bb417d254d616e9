// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { ItemDescribed } from '../events/item-described.ts';
import type { ItemReceived } from '../events/item-received.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { senderKey } from '../rules/sender-key.ts';
import { type ItemState, type ItemStep, steps } from '../rules/workflow.ts';

/** An item that is about to change, locked. */
export interface LockedItem {
  readonly id: string;
  readonly state: ItemState;
  readonly lock: number;
  readonly office: string;
  readonly from: string | null;
  readonly content: string | null;
  readonly sender: string;
  readonly senderAddress: string;
  readonly recipient: string;
  readonly subject: string;
  readonly datedOn: string | null;
  readonly foreignReference: string;
  readonly barcode: string;
  readonly messageId: string;
  readonly hazards: readonly string[];
  readonly answers: readonly string[];
  readonly file: string | null;
  readonly case: string | null;
  readonly document: string | null;
}

/** The item with its row lock; undefined when it is not there for the caller. */
export async function findItemForChange(tx: Tx, id: string): Promise<LockedItem | undefined> {
  const [row] = await tx.query<LockedItem>(
    `select id, state, lock, office_id as office, from_id as "from", content, sender, sender_address as "senderAddress", recipient, subject,
            dated_on as "datedOn", foreign_reference as "foreignReference", barcode, message_id as "messageId", hazards, answers,
            file_id as file, case_id as "case", document_id as document
       from post.items where id = $1 for update`,
    [id],
  );
  return row;
}

/** Where the same delivery stands in the book of the office where it came in. */
export async function findDelivered(tx: Tx, origin: string, key: string): Promise<{ year: number; no: number } | undefined> {
  const [row] = await tx.query<{ year: number; no: number }>('select year, no from post.delivered($1, $2)', [origin, key]);
  return row;
}

/** Writes the new item and the entry in the books: where it came in, and where it lies. */
export async function applyReceived(tx: Tx, { object, unit, content, facts }: ItemReceived): Promise<void> {
  const id = idOf(object);
  await tx.query(
    `insert into post.items (id, origin_id, office_id, from_id, channel, state, delivery_key, content, size, media_type, file_name, received_on, dated_on,
       sender, sender_address, sender_key, recipient, subject, foreign_reference, place, barcode, hazards, reading)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    [
      id,
      facts.origin,
      unit,
      unit === facts.origin ? null : facts.origin,
      facts.channel,
      stateAtReceipt(facts.hazards, unit === facts.origin),
      facts.key,
      content ?? null,
      facts.size,
      facts.mediaType,
      facts.fileName,
      facts.receivedOn,
      facts.datedOn,
      facts.sender,
      facts.senderAddress,
      senderKey(facts.sender, facts.senderAddress),
      facts.recipient,
      facts.subject,
      facts.foreignReference,
      facts.place,
      facts.barcode,
      facts.hazards,
      content === undefined ? 'none' : 'waiting',
    ],
  );
  for (const office of new Set([facts.origin, unit ?? facts.origin])) await enter(tx, { id, office, day: facts.receivedOn });
  if (unit !== facts.origin) await note(tx, { id, step: 'forwarded', office: unit ?? null, day: facts.receivedOn });
}

function stateAtReceipt(hazards: readonly string[], stays: boolean): ItemState {
  if (hazards.length > 0) return 'quarantined';
  return stays ? 'new' : 'forwarded';
}

/** Writes where the item stands after a step, and its fate in the books. */
export async function applyStepped(tx: Tx, { type, object, file, unit, facts }: ItemStepped): Promise<void> {
  const id = idOf(object);
  const step = type.slice('post.'.length) as ItemStep;
  const { to } = steps[step];
  await tx.query(
    `update post.items set state = $2, office_id = $3, from_id = $4, note = $5, lock = lock + 1,
       hazards = coalesce($6, hazards),
       file_id = case when $2 = 'assigned' then $7::uuid end, case_id = case when $2 = 'assigned' then $8::uuid end,
       document_id = case when $2 = 'assigned' then $9::uuid end, proposed = case when $2 = 'assigned' then $10::int end
     where id = $1`,
    [
      id,
      to,
      facts.office,
      facts.from,
      facts.note,
      facts.hazards ?? null,
      file ?? null,
      facts.case ?? null,
      facts.document ?? null,
      facts.place ?? null,
    ],
  );
  await note(tx, { id, step, office: step === 'forwarded' ? facts.office : (unit ?? null), day: facts.day });
  if (step === 'forwarded') await enter(tx, { id, office: facts.office, day: facts.day });
}

/** Writes what the item says about itself; a rule that now fits brings it into another inbox. */
export async function applyDescribed(tx: Tx, { object, unit, facts }: ItemDescribed, day: string): Promise<void> {
  const id = idOf(object);
  await tx.query(
    `update post.items set sender = $2, sender_address = $3, sender_key = $4, recipient = $5, subject = $6, dated_on = $7,
       foreign_reference = $8, message_id = $9, answers = $10, office_id = $11, from_id = coalesce($12, from_id),
       state = case when $12::uuid is null then state else 'forwarded' end, lock = lock + 1 where id = $1`,
    [
      id,
      facts.sender,
      facts.senderAddress,
      senderKey(facts.sender, facts.senderAddress),
      facts.recipient,
      facts.subject,
      facts.datedOn,
      facts.foreignReference,
      facts.messageId,
      facts.answers,
      facts.office,
      facts.office === unit ? null : unit,
    ],
  );
  await tx.query('select post.note($1, null, null, null, $2, $3)', [id, facts.sender, facts.subject]);
  if (facts.office === unit) return;
  await note(tx, { id, step: 'forwarded', office: facts.office, day });
  await enter(tx, { id, office: facts.office, day });
}

interface Noted {
  readonly id: string;
  readonly office: string | null;
  readonly day: string;
}

async function enter(tx: Tx, { id, office, day }: Noted): Promise<void> {
  await tx.query(`select post.enter($2, $3, 'in', id, $4::date, channel, sender, subject) from post.items where id = $1`, [
    id,
    office,
    Number(day.slice(0, 4)),
    day,
  ]);
}

async function note(tx: Tx, { id, step, office, day }: Noted & { step: ItemStep }): Promise<void> {
  await tx.query('select post.note($1, $2, $3, $4, null, null)', [id, step, office, day]);
}

function idOf(object: string): string {
  return object.slice(object.indexOf(':') + 1);
}
