// SPDX-License-Identifier: EUPL-1.2
// T3: the journal cannot take an entry, for every reason that we could think of, while acts of every kind are asked for. None of them
// happens, none is acknowledged, everybody gets 503; and when the journal is back, the same requests with the same keys succeed.
import pg from 'pg';
import type { Runtime } from '../../src/kernel/runtime.ts';
import { persons } from '../../test/town.ts';
import { type PreparedAct, prepareActs } from './acts.ts';
import { type Here, type Serve, withAppHere } from './here.ts';
import { withStage } from './house.ts';
import { until } from './processes.ts';
import { type Check, type FaultResult, type Mutant, resultOf } from './result.ts';
import type { Foundation, Stage } from './stage.ts';

const name = 'T3 ohne Journal keine Handlung';

/** Takes the journal away in six ways. */
export async function failClosed(foundation: Foundation): Promise<FaultResult> {
  return withStage(foundation, { durable: false }, async (stage) => {
    const checks: Check[] = [];
    const { acts, mutant } = await withAppHere(stage, {}, async (here) => {
      const serve = await here.serve(here.runtime);
      const acts = await prepareActs(stage, serve, await actorsOf(here));
      for (const sabotage of sabotages) checks.push(await tryUnder(sabotage, { stage, here, serve, acts }));
      const tampered = await here.serve(withEntryAfterwards(here.runtime));
      const mutant = await playMutant(stage, tampered, acts[0]!);
      return { acts, mutant };
    });
    checks.push(await withWrongTree(stage, acts));
    checks.push(await afterwards(stage, acts));
    return resultOf(name, checks, { figures: { rounds: (sabotages.length + 1) * acts.length }, mutant });
  });
}

async function actorsOf(here: Here) {
  const [clerk, head, administrator] = await Promise.all([persons.clerk, persons.head, persons.administrator].map(here.signIn));
  return { clerk: clerk!, head: head!, administrator: administrator! };
}

/** A way to take the journal away, and to give it back. */
interface Sabotage {
  readonly what: string;
  begin(stage: Stage, here: Here): Promise<void>;
  end(stage: Stage, here: Here): Promise<void>;
}

const refusing = (table: string, code: string) => `
  create function faults.refuse() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '${code}'; end $$;
  create trigger faults_refuse before insert on journal.${table} for each row execute function faults.refuse()`;
const refusingNoMore = (table: string) => `drop trigger faults_refuse on journal.${table}; drop function faults.refuse()`;

const sabotages: readonly Sabotage[] = [
  bySql(
    'die Zeile verletzt eine Bedingung',
    'alter table journal.inbox add constraint faults_none check (id < 0) not valid',
    'alter table journal.inbox drop constraint faults_none',
  ),
  bySql('das Recht fehlt', 'revoke insert on journal.inbox from fachwerk_app', 'grant insert on journal.inbox to fachwerk_app'),
  bySql('kein Platz für den persönlichen Teil', refusing('personal', '53100'), refusingNoMore('personal')),
  bySql('die Zählung der Reihe klemmt', refusing('stream', '55000'), refusingNoMore('stream')),
  lockedInbox(),
  {
    what: 'niemand reiht ein',
    async begin(stage, { runtime }) {
      await stage.sql('alter role fachwerk_sequencer nologin');
      await stage.sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'fachwerk_sequencer'");
      await until(() => !runtime.journal.writable(), 10_000);
    },
    async end(stage, { runtime }) {
      await stage.sql('alter role fachwerk_sequencer login');
      await until(() => runtime.journal.writable(), 10_000);
    },
  },
];

function bySql(what: string, begin: string, end: string): Sabotage {
  return { what, begin: async (stage) => void (await stage.sql(begin)), end: async (stage) => void (await stage.sql(end)) };
}

/** Somebody holds the inbox and does not let go; every act gives up by itself. */
function lockedInbox(): Sabotage {
  let holder: pg.Client | undefined;
  return {
    what: 'der Eingangskorb ist gesperrt',
    async begin(stage) {
      const { host, port, database } = stage.connections.app;
      holder = new pg.Client({
        ...(host ? { host } : {}),
        ...(port ? { port } : {}),
        ...(database ? { database } : {}),
        user: stage.server.superuser,
      });
      holder.on('error', () => {});
      await holder.connect();
      await holder.query('begin; lock table journal.inbox in access exclusive mode');
    },
    async end() {
      await holder?.end();
    },
  };
}

interface Trial {
  readonly stage: Stage;
  readonly here: Here;
  readonly serve: Serve;
  readonly acts: readonly PreparedAct[];
}

async function tryUnder({ what, begin, end }: Sabotage, { stage, here, serve, acts }: Trial): Promise<Check> {
  const before = await fingerprint(stage);
  await begin(stage, here);
  try {
    const began = performance.now();
    const statuses = await Promise.all(acts.map(async (act) => ({ what: act.what, status: (await act.ask(serve)).status })));
    const ms = performance.now() - began;
    return verdict(what, { statuses, changed: changedTables(before, await fingerprint(stage)), ms });
  } finally {
    await end(stage, here);
  }
}

interface Outcome {
  readonly statuses: readonly { what: string; status: number }[];
  readonly changed: readonly string[];
  readonly ms: number;
}

const longest = 10_000;

function verdict(what: string, { statuses, changed, ms }: Outcome): Check {
  const others = statuses.filter(({ status }) => status !== 503);
  const complaint = [
    ...others.map((one) => `${one.what} ${one.status}`),
    ...changed.map((table) => `${table} geändert`),
    ...(ms > longest ? [`${Math.round(ms)} ms`] : []),
  ];
  const sum = `${what}: ${statuses.length} × 503${complaint.length > 0 ? `, aber ${complaint.join(', ')}` : ''}`;
  return [sum, complaint.length === 0];
}

/** A witness holds more than the journal has. */
function withWrongTree(stage: Stage, acts: readonly PreparedAct[]): Promise<Check> {
  return withAppHere(stage, { witnessed: [{ size: 1_000_000, root: Buffer.alloc(32) }] }, async (here) => {
    const what = 'der Baum passt nicht zum Zeugen';
    const untouched: Sabotage = { what, begin: async () => {}, end: async () => {} };
    return tryUnder(untouched, { stage, here, serve: await here.serve(here.runtime), acts });
  });
}

/** Nothing was used up: the same requests do what they should have done. */
function afterwards(stage: Stage, acts: readonly PreparedAct[]): Promise<Check> {
  return withAppHere(stage, {}, async (here) => {
    const serve = await here.serve(here.runtime);
    const failed: string[] = [];
    for (const act of acts) {
      const { status, body } = await act.ask(serve);
      if (status !== 200) failed.push(`${act.what}: ${status} ${JSON.stringify(body).slice(0, 120)}`);
    }
    return [
      `danach gelingen alle ${acts.length} Arten mit demselben Schlüssel${failed.length > 0 ? ` nicht: ${failed.join(', ')}` : ''}`,
      failed.length === 0,
    ];
  });
}

/** Mutant: first the act, then the entry if possible, as an audit table is usually written. */
function withEntryAfterwards(runtime: Runtime): Runtime {
  const { journal } = runtime;
  return {
    ...runtime,
    journal: {
      ...journal,
      integrated: async () => {},
      async append(tx, event, caller, at) {
        await tx.query('savepoint entry');
        const entry = await journal.append(tx, event, caller, at).catch(() => 0);
        await tx.query(entry === 0 ? 'rollback to savepoint entry' : 'release savepoint entry');
        return entry;
      },
    },
  };
}

async function playMutant(stage: Stage, serve: Serve, act: PreparedAct): Promise<Mutant> {
  const [sabotage] = sabotages;
  const before = await fingerprint(stage);
  await stage.sql('alter table journal.inbox add constraint faults_none check (id < 0) not valid');
  const { status } = await act.ask((ask) => serve({ ...ask, key: 'mutant-0123456789' }));
  const changed = changedTables(before, await fingerprint(stage)).length > 0;
  await stage.sql('alter table journal.inbox drop constraint faults_none');
  return {
    name: 'Eintrag nach der Handlung',
    caught: status === 200 && changed,
    detail: `${sabotage?.what}: ${status}, Handlung ohne Eintrag`,
  };
}

/** What is no act and may change: sessions, keys of contents, uploads under way, throttling. */
const technical = /^(kernel\.(session|blob_key)|records\.uploads|people\.(throttle|challenge|representation))/;

/** Number of rows and hash of every domain table. */
async function fingerprint(stage: Stage): Promise<Map<string, string>> {
  const tables = await stage.sql<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema in ('kernel', 'people', 'records', 'faults') and table_type = 'BASE TABLE' order by 1`,
  );
  const hashes = tables
    .filter(({ name }) => !technical.test(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} t`,
    );
  const rows = await stage.sql<{ name: string; hash: string }>(hashes.join(' union all '));
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
}
