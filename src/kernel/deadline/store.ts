// SPDX-License-Identifier: EUPL-1.2
import type { DeadlineRule, Land, LocalHolidayId, PlainDate, Suspension } from '@fachwerk/german-calendar';
import type { Tx } from '../database.ts';
import type { DeadlineState, StoredHolidayChange, TrackedDeadline } from './tracked-deadline.ts';

interface Row {
  id: string;
  subject_kind: string;
  subject_id: string;
  file_id: string | null;
  unit_id: string | null;
  rule: DeadlineRule;
  start_label: string;
  started_on: PlainDate;
  land: Land;
  municipality: string;
  local_holidays: LocalHolidayId[];
  suspensions: Suspension[];
  due_on: PlainDate | null;
  state: DeadlineState;
  closed_on: PlainDate | null;
}

const columns =
  'id, subject_kind, subject_id, file_id, unit_id, rule, start_label, started_on, land, municipality, local_holidays, suspensions, due_on, state, closed_on';

/** Writes a new deadline. */
export async function insertDeadline(tx: Tx, deadline: TrackedDeadline): Promise<void> {
  const { id, subject, file, unit, rule, startLabel, start, place } = deadline;
  const colon = subject.indexOf(':');
  await tx.query(
    `insert into kernel.deadline (${columns}, rule_id, legal_source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[
        id,
        subject.slice(0, colon),
        subject.slice(colon + 1),
        file ?? null,
        unit ?? null,
        JSON.stringify(rule),
        startLabel,
        start,
      ],
      ...[place.land, place.municipality, place.localHolidays, ...movable(deadline), rule.id, rule.legalSource],
    ],
  );
}

/** Writes what can change of a deadline: rule, suspensions, due date, state. */
export async function saveDeadline(tx: Tx, deadline: TrackedDeadline): Promise<void> {
  const { id, rule } = deadline;
  await tx.query(
    `update kernel.deadline set suspensions = $2, due_on = $3, state = $4, closed_on = $5, rule = $6, rule_id = $7, legal_source = $8
      where id = $1`,
    [id, ...movable(deadline), JSON.stringify(rule), rule.id, rule.legalSource],
  );
}

/** A deadline that the caller may see. */
export async function findDeadline(tx: Tx, id: string): Promise<TrackedDeadline | undefined> {
  const [row] = await tx.query<Row>(`select ${columns} from kernel.deadline where id = $1`, [id]);
  return row && deadlineOf(row);
}

/** The same, locked until the end of the transaction: for commands that change it. */
export async function lockDeadline(tx: Tx, id: string): Promise<TrackedDeadline | undefined> {
  const [row] = await tx.query<Row>(`select ${columns} from kernel.deadline where id = $1 for update`, [id]);
  return row && deadlineOf(row);
}

/** All deadlines of one subject, the nearest first, resting ones last. */
export async function deadlinesOf(tx: Tx, subject: string): Promise<TrackedDeadline[]> {
  const colon = subject.indexOf(':');
  const rows = await tx.query<Row>(
    `select ${columns} from kernel.deadline where subject_kind = $1 and subject_id = $2 order by due_on nulls last, id`,
    [subject.slice(0, colon), subject.slice(colon + 1)],
  );
  return rows.map(deadlineOf);
}

/** Which of these subjects of one kind have a deadline that runs or rests. */
export async function subjectsWithDeadline(tx: Tx, kind: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct subject_id as id from kernel.deadline where subject_kind = $1 and subject_id = any ($2) and state in ('running', 'suspended')`,
    [kind, ids],
  );
  return rows.map(({ id }) => id);
}

/** Which running deadlines a list shows. */
export interface DueQuery {
  /** Last due day of the list, inclusive: today, the end of the week, or yesterday for what is over. */
  readonly until: PlainDate;
  /** Only those of these units. */
  readonly units?: readonly string[] | undefined;
  /** The last one of the page before. */
  readonly after?: { due: PlainDate; id: string } | undefined;
  readonly limit: number;
}

/** Running deadlines due by a day that the caller may see, the nearest first. There is no list by person: deadlines belong to units. */
export async function dueDeadlines(tx: Tx, { until, units, after, limit }: DueQuery): Promise<TrackedDeadline[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from kernel.deadline
      where state = 'running' and due_on <= $1
        and ($2::uuid[] is null or unit_id = any ($2))
        and ($3::date is null or (due_on, id) > ($3, $4::uuid))
      order by due_on, id limit $5`,
    [until, units ?? null, after?.due ?? null, after?.id ?? null, limit],
  );
  return rows.map(deadlineOf);
}

/** Running and resting deadlines that a change of the law can move. */
export async function openDeadlines(tx: Tx, { land, ruleId }: { land?: Land; ruleId?: string }): Promise<TrackedDeadline[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from kernel.deadline
      where state in ('running', 'suspended') and ($1::text is null or land = $1) and ($2::text is null or rule_id = $2)
      order by id`,
    [land ?? null, ruleId ?? null],
  );
  return rows.map(deadlineOf);
}

/** Changes of the holidays entered for a Land and its municipalities. */
export async function holidayChanges(tx: Tx, land: Land): Promise<StoredHolidayChange[]> {
  return tx.query<StoredHolidayChange & { date: PlainDate }>(
    'select id, land, municipality, on_date as date, change, name, source from kernel.holiday_change where land = $1 order by on_date, municipality',
    [land],
  );
}

function movable({ suspensions, due, state, closedOn }: TrackedDeadline): unknown[] {
  return [JSON.stringify(suspensions), due ?? null, state, closedOn ?? null];
}

function deadlineOf(row: Row): TrackedDeadline {
  return {
    id: row.id,
    subject: `${row.subject_kind}:${row.subject_id}`,
    file: row.file_id ?? undefined,
    unit: row.unit_id ?? undefined,
    rule: row.rule,
    startLabel: row.start_label,
    start: row.started_on,
    place: { land: row.land, municipality: row.municipality, localHolidays: row.local_holidays },
    suspensions: row.suspensions,
    state: row.state,
    due: row.due_on ?? undefined,
    closedOn: row.closed_on ?? undefined,
  };
}
