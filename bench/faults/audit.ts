// SPDX-License-Identifier: EUPL-1.2
// What really stands in tables and journal, compared with what was acknowledged. Read as superuser, past the application.
import { setTimeout as sleep } from 'node:timers/promises';
import { auditJournal, type WitnessedHead } from './audit-journal.ts';
import { type Kind, kinds, type Ledger } from './ledger.ts';
import { until } from './processes.ts';
import type { Check } from './result.ts';
import type { Stage } from './stage.ts';

/** Findings about acts. */
export interface Findings {
  /** Acknowledged, but missing in a table or in the journal. */
  readonly lost: number;
  /** Marks of what was lost. */
  readonly lostMarks: readonly string[];
  /** Done more than once, by table or by journal. */
  readonly doubled: number;
  readonly checks: readonly Check[];
}

interface Row {
  readonly object: string;
  readonly mark: string;
}

interface Leaf {
  readonly act: string;
  readonly object: string;
}

const rowsSql = `
  select 'file:' || id as object, subject as mark from records.files union all
  select 'case:' || id, subject from records.cases union all
  select 'booking:' || id, word from faults.booking where word not like 'document:%' union all
  select 'document:' || document_id, content from records.versions where no = 1`;

/** Compares tables, journal and consequences with the ledger. `heads` are heads that were seen before, as a witness would keep them. */
export async function audit(stage: Pick<Stage, 'sql'>, ledger: Ledger, heads: readonly WitnessedHead[]): Promise<Findings> {
  await until(async () => (await count(stage, 'select from journal.inbox')) === 0, 15_000);
  const rows = await stage.sql<Row>(rowsSql);
  const leaves = await stage.sql<Leaf>(
    `select header::json ->> 'act' as act, header::json ->> 'object' as object from journal.leaf`,
  );
  const acts = new Set<string>(Object.values(kinds));
  const booked = await stage.sql<Row>(
    `select 'booking:' || id as object, word as mark from faults.booking where word like 'document:%'`,
  );
  const written = new Set([...rows, ...booked].map(({ object }) => object));
  const entered = tally(leaves.filter(({ act }) => acts.has(act)).map(({ act, object }) => `${act} ${object}`));
  const marks = tally(rows.map(({ mark }) => mark));
  const lost = ledger.acknowledged.filter(({ kind, object }) => !written.has(object) || !entered.has(`${kinds[kind]} ${object}`));
  const doubled = surplus(marks) + surplus(entered);
  const withoutEntry = [...written].filter((object) => !entered.has(`${kinds[kindOf(object)]} ${object}`)).length;
  const withoutRow = [...entered.keys()].filter((entry) => !written.has(entry.split(' ')[1]!)).length;
  const strangers = [...marks.keys()].filter((mark) => !ledger.asked.has(mark)).length;
  return {
    lost: lost.length,
    lostMarks: lost.map(({ mark }) => mark),
    doubled,
    checks: [
      [`${ledger.acknowledged.length} bestätigt, ${lost.length} verloren`, lost.length === 0 && ledger.acknowledged.length > 0],
      [`${doubled} doppelt`, doubled === 0],
      [`${withoutEntry} Handlungen ohne Eintrag, ${withoutRow} Einträge ohne Handlung`, withoutEntry + withoutRow === 0],
      ['nichts, worum niemand bat', strangers === 0],
      [
        `jede Handlung beantwortet${ledger.unanswered.length > 0 ? ` (${ledger.unanswered[0]})` : ''}`,
        ledger.unanswered.length === 0,
      ],
      ...(await auditNumbers(stage)),
      ...(await auditJournal(stage, heads)),
    ],
  };
}

function kindOf(object: string): Kind {
  return object.split(':')[0] as Kind;
}

function tally(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function surplus(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, times) => sum + times - 1, 0);
}

/** File references, case numbers and document numbers are drawn without a gap and without a double. */
async function auditNumbers(stage: Pick<Stage, 'sql'>): Promise<Check[]> {
  const gaps = await stage.sql(`
    select from records.files f where f.cases <> (select count(*) from records.cases c where c.file_id = f.id and c.no between 1 and f.cases) union all
    select from records.cases c where c.documents <> (select count(*) from records.documents d where d.case_id = c.id and d.no between 1 and c.documents) union all
    select from records.reference_counters r where r.scope like 'file:%'
       and r.next - 1 <> (select count(*) from records.files f where 'file:' || f.plan_unit_id = r.scope)`);
  return [[`Zeichen und Nummern lückenlos${gaps.length > 0 ? ` (${gaps.length} Lücken)` : ''}`, gaps.length === 0]];
}

/** Number of rows. */
export async function count(stage: Pick<Stage, 'sql'>, query: string): Promise<number> {
  const [row] = await stage.sql<{ n: number }>(`select count(*)::int as n from (${query}) q`);
  return row!.n;
}

const quietFor = 60_000;
const atMost = 300_000;

/** Waits as long as something is still being done: after ninety kills much has piled up, and a busy machine takes its time. */
async function untilNothingMoves(stage: Pick<Stage, 'sql'>, open: string): Promise<number> {
  let left = await count(stage, open);
  let moved = Date.now();
  for (const end = moved + atMost; left > 0 && Date.now() < Math.min(end, moved + quietFor); await sleep(250)) {
    const now = await count(stage, open);
    if (now !== left) moved = Date.now();
    left = now;
  }
  return left;
}

/** What a missing consequence waits for: the reaction that has not come so far, or a job that nobody takes or that failed. */
async function whereTheyWait(stage: Pick<Stage, 'sql'>): Promise<string> {
  const [cursor] = await stage.sql<{ behind: number }>(
    'select (select count(*) from journal.leaf) - min(position) as behind from kernel.reaction_cursor',
  );
  const jobs = await stage.sql<{ says: string }>(`
    select count(*) || ' Aufträge ' || case when j.locked_by is null then 'frei' else 'in Händen' end || ', Versuch ' || attempts
           || coalesce(', ' || left(last_error, 80), '') || ', fällig ' || case when min(run_at) > now() then 'später' else 'jetzt' end as says
      from graphile_worker._private_jobs j group by j.locked_by is null, attempts, left(last_error, 80)`);
  const sessions = await stage.sql<{ says: string }>(`
    select count(*) || ' × ' || usename || ' ' || coalesce(state, '–') || ' ' || coalesce(wait_event, '–') as says
      from pg_stat_activity where backend_type = 'client backend' group by usename, state, wait_event`);
  return ` (${[`Reaktion ${cursor?.behind} Einträge zurück`, ...jobs.map(({ says }) => says), ...sessions.map(({ says }) => says)].join('; ')})`;
}

/** Each registered document is booked once by the reaction, each booking confirmed once by its job; nothing was put aside. */
export async function auditConsequences(stage: Pick<Stage, 'sql'>): Promise<{ doubled: number; checks: Check[] }> {
  const open = `
    select from journal.leaf l where header::json ->> 'act' = 'records.document-registered'
       and not exists (select from faults.booking b where b.word = l.header::json ->> 'object') union all
    select from faults.booking b where not exists (select from faults.confirmation c where c.booking = b.id)`;
  await untilNothingMoves(stage, open);
  await sleep(300); // what happens twice happens soon
  const missing = await count(stage, open);
  const parked = await count(stage, 'select from kernel.reaction_parked');
  const twice =
    (await count(stage, "select from faults.booking where word like 'document:%' group by word having count(*) > 1")) +
    (await count(stage, 'select from faults.confirmation group by booking having count(*) > 1'));
  return {
    doubled: twice,
    checks: [
      [
        `${missing} Folgen blieben aus, ${parked} beiseitegelegt${missing > 0 ? await whereTheyWait(stage) : ''}`,
        missing + parked === 0,
      ],
      [`${twice} Folgen doppelt`, twice === 0],
    ],
  };
}
