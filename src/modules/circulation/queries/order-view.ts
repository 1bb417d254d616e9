// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { OrderState, Step } from '../rules/order.ts';

/** A step with what was written beside it. */
export interface StepView extends Step {
  readonly remark: string;
  readonly person: string | null;
  readonly represented: string | null;
  readonly day: string | null;
  readonly reached: string | null;
}

/** An order as its page shows it. */
export interface OrderView {
  readonly id: string;
  readonly file: string;
  readonly case: string;
  readonly document: string | null;
  readonly unit: string;
  readonly reference: string;
  readonly subject: string;
  readonly title: string;
  readonly state: OrderState;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly lock: number;
  readonly steps: readonly StepView[];
}

const columns = `o.id, o.file_id as file, o.case_id as "case", o.document_id as document, o.unit_id as unit, o.reference, o.subject, o.title, o.state,
  o.started_on as "startedOn", o.ended_on as "endedOn", o.lock`;
const steps = `(select json_agg(json_build_object('id', s.id, 'stage', s.stage, 'branch', s.branch, 'turn', s.turn, 'kind', s.kind, 'due', s.due_on,
    'series', s.series, 'note', s.note, 'state', s.state, 'mark', s.mark, 'version', s.version, 'repeats', s.repeats, 'remark', s.remark,
    'person', s.person, 'represented', s.represented, 'day', s.on_day, 'reached', s.reached_on,
    'seat', json_build_object('unit', s.unit_id, 'function', s.function_id, 'head', s.head, 'label', s.label)) order by s.stage, s.branch, s.turn, s.id)
  from circulation.steps s where s.order_id = o.id) as steps`;

/** One order; undefined when it does not exist for the caller. */
export async function findOrderView(tx: Tx, id: string): Promise<OrderView | undefined> {
  const [row] = await tx.query<OrderView>(`select ${columns}, ${steps} from circulation.orders o where o.id = $1`, [id]);
  return row;
}

/** Orders of a case, the newest first; those of one document when it is named. */
export function ordersAt(tx: Tx, caseId: string, document?: string): Promise<OrderView[]> {
  return tx.query<OrderView>(
    `select ${columns}, ${steps} from circulation.orders o where o.case_id = $1 and ($2::uuid is null or o.document_id = $2) order by o.id desc limit 20`,
    [caseId, document ?? null],
  );
}

/** Orders of a document, the newest first. */
export function ordersOf(tx: Tx, document: string): Promise<OrderView[]> {
  return tx.query<OrderView>(
    `select ${columns}, ${steps} from circulation.orders o where o.document_id = $1 order by o.id desc limit 20`,
    [document],
  );
}
