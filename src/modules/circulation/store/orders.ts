// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { endPresentations, type Grantee, presentDocument } from '../../records/index.ts';
import type { OrderStarted } from '../events/order-started.ts';
import type { OrderStepped } from '../events/order-stepped.ts';
import type { OrderState, Step } from '../rules/order.ts';
import { settleAround } from './around.ts';

/** An order with its steps, locked for a command. */
export interface LockedOrder {
  readonly id: string;
  readonly state: OrderState;
  readonly lock: number;
  readonly file: string;
  readonly case: string;
  readonly document: string | null;
  readonly unit: string;
  readonly reference: string;
  readonly subject: string;
  readonly steps: readonly Step[];
}

/** Columns of a step as the rules name them. */
export const stepColumns = `s.id, s.stage, s.branch, s.turn, s.kind, s.due_on as due, s.series, s.note, s.state, s.mark, s.version, s.repeats,
  json_build_object('unit', s.unit_id, 'function', s.function_id, 'head', s.head, 'label', s.label) as seat`;

/** Locks an order if the caller may change it; undefined when it does not exist for them. */
export async function findOrderForChange(tx: Tx, id: string): Promise<LockedOrder | undefined> {
  await tx.query('select 1 from circulation.orders where id = $1 for update', [id]);
  const [row] = await tx.query<Omit<LockedOrder, 'steps'>>(
    `select id, file_id as file, case_id as "case", document_id as document, unit_id as unit, reference, subject, state, lock
       from circulation.orders where id = $1`,
    [id],
  );
  return row && { ...row, steps: await stepsOf(tx, id) };
}

/** Steps of an order in the order in which they come. */
export function stepsOf(tx: Tx, order: string): Promise<Step[]> {
  return tx.query<Step>(
    `select ${stepColumns} from circulation.steps s where s.order_id = $1 order by s.stage, s.branch, s.turn, s.id`,
    [order],
  );
}

/** Running orders of a document, for what follows from a change of it. */
export async function ordersOfDocument(tx: Tx, document: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    "select id from circulation.orders where document_id = $1 and state in ('running', 'returned') order by id",
    [document],
  );
  return rows.map(({ id }) => id);
}

/** Running orders of a case that wait for its z.d.A. alone. */
export async function ordersOfCase(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    "select id from circulation.orders where case_id = $1 and state in ('running', 'returned') order by id",
    [caseId],
  );
  return rows.map(({ id }) => id);
}

/** Writes the new order, puts its document before the first seats. */
export async function applyStarted(tx: Tx, { object, file, unit, facts }: OrderStarted): Promise<void> {
  const id = idOf(object);
  await tx.query(
    `insert into circulation.orders (id, file_id, case_id, document_id, unit_id, issuer, reference, subject, title, versions, started_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      file,
      facts.case,
      facts.document,
      unit,
      facts.issuer,
      facts.reference,
      facts.subject,
      facts.title,
      facts.versions,
      facts.day,
    ],
  );
  const steps = facts.steps as unknown as Step[];
  await saveSteps(tx, id, steps, facts.day);
  await settleAround(
    tx,
    { id, file, case: facts.case, document: facts.document, state: 'running', unit: unit ?? '', ...named(facts) },
    steps,
  );
  await show(tx, { id, file, document: facts.document }, steps);
}

function named({ reference, subject, day }: OrderStarted['facts']): { reference: string; subject: string; day: string } {
  return { reference, subject, day };
}

/** Writes how an order stands after one act. */
export async function applyOrderStepped(tx: Tx, { object, facts }: OrderStepped): Promise<void> {
  const id = idOf(object);
  const steps = facts.steps as unknown as Step[];
  const [row] = await tx.query<{
    file: string;
    case: string;
    document: string | null;
    unit: string;
    reference: string;
    subject: string;
  }>(
    'select file_id as file, case_id as "case", document_id as document, unit_id as unit, reference, subject from circulation.orders where id = $1',
    [id],
  );
  if (!row) throw new Error('an order that was decided upon is not there');
  await saveSteps(tx, id, steps, facts.day);
  if (facts.marked) await noteWho(tx, facts.marked, facts.day);
  await settleAround(tx, { id, ...row, state: facts.state, day: facts.day }, steps);
  const over = facts.state === 'completed' || facts.state === 'recalled';
  if (over) await endPresentations(tx, `order:${id}`);
  else await show(tx, { id, ...row }, steps);
  await tx.query(
    'update circulation.orders set state = $2, ended_on = case when $3 then $4::date end, lock = lock + 1 where id = $1',
    [id, facts.state, over, facts.day],
  );
  // Last of all: without a live step whoever marked it has no seat any more, and may change nothing.
  if (over) await tx.query('update circulation.steps set live = false where order_id = $1', [id]);
}

/** Words and name beside the step that was marked. */
async function noteWho(
  tx: Tx,
  { step, person, represented, words }: NonNullable<OrderStepped['facts']['marked']>,
  day: string,
): Promise<void> {
  await tx.query('update circulation.steps set person = $2, represented = $3, remark = $4, on_day = $5 where id = $1', [
    step,
    person,
    represented,
    words,
    day,
  ]);
}

async function saveSteps(tx: Tx, order: string, steps: readonly Step[], day: string): Promise<void> {
  await tx.query(
    `insert into circulation.steps (id, order_id, stage, branch, turn, kind, unit_id, function_id, head, label, due_on, series, note, state, mark, version, repeats, reached_on)
     select x.id, $1, x.stage, x.branch, x.turn, x.kind, (x.seat ->> 'unit')::uuid, (x.seat ->> 'function')::uuid, (x.seat ->> 'head')::boolean, x.seat ->> 'label',
            x.due, x.series, x.note, x.state, x.mark, x.version, x.repeats, case when x.state = 'current' then $3::date end
       from jsonb_to_recordset($2::jsonb) as x (id uuid, stage integer, branch integer, turn integer, kind text, seat jsonb, due date, series text, note text,
            state text, mark text, version integer, repeats uuid)
     on conflict (id) do update set stage = excluded.stage, branch = excluded.branch, turn = excluded.turn, kind = excluded.kind, unit_id = excluded.unit_id,
            function_id = excluded.function_id, head = excluded.head, label = excluded.label, due_on = excluded.due_on, series = excluded.series,
            note = excluded.note, state = excluded.state, mark = excluded.mark, version = excluded.version,
            reached_on = coalesce(circulation.steps.reached_on, excluded.reached_on)
      where circulation.steps.state in ('future', 'current')`,
    [order, JSON.stringify(steps), day],
  );
}

/** Its document lies before whoever's turn it is. */
async function show(
  tx: Tx,
  { id, file, document }: { id: string; file: string; document: string | null },
  steps: readonly Step[],
): Promise<void> {
  if (document === null) return;
  const to = steps.filter(({ state }) => state === 'current').map(({ seat }) => granteeOf(seat));
  await presentDocument(tx, { document, file, source: `order:${id}`, to });
}

function granteeOf({ unit, function: one, head }: Step['seat']): Grantee {
  if (one !== null) return { kind: 'function', id: one };
  return { kind: head ? 'head' : 'unit', id: unit };
}

function idOf(object: string): string {
  return object.slice(object.indexOf(':') + 1);
}
