// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { persons, planUnits, settleTown, units } from '../town.ts';
import { openWorld, type World } from '../world.ts';

/** Tables of the E-Akte that hold no content of files: whoever adds one must say so here. */
const withoutContent = [
  'evidence_batches',
  'evidence_digests',
  'evidence_stamps',
  'filing_plan_history',
  'filing_plan_units',
  'filing_plans',
  'former_templates',
  'reference_counters',
  'reference_gaps',
  'reference_templates',
  'saved_searches',
  'words',
];

interface Table {
  readonly name: string;
  readonly ofFile: boolean;
  /** False when the application reaches it through functions alone. */
  readonly within: boolean;
}

describe('the fence behind the application', () => {
  let world: World;
  let tables: Table[];
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    await fill(world);
    tables = await world.sql<Table>(
      `select c.relname as name, c.relname = 'files' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'file_id') as "ofFile",
              has_table_privilege('fachwerk_app', c.oid, 'select') as within
         from pg_class c where c.relnamespace = 'records'::regnamespace and c.relkind = 'r' order by 1`,
    );
  });
  after(() => world.close());

  const ofFiles = () => tables.filter(({ ofFile, within }) => ofFile && within);
  const count = (person: string | null, table: string) =>
    world.runtime.database.read({ person }, world.clock.now(), async (tx) => (await tx.query(`select * from ${table}`)).length);

  test('knows which tables hold content of files and which do not', () => {
    assert.deepEqual(
      tables.filter(({ ofFile }) => !ofFile).map(({ name }) => name),
      withoutContent,
    );
  });

  test('shows rows to those who may see the file, so that an empty answer to others means something', async () => {
    for (const { name } of ofFiles()) assert.ok((await count(persons.clerk, `records.${name}`)) > 0, name);
    for (const name of ['kernel.deadline', 'kernel.link_end']) assert.ok((await count(persons.clerk, name)) > 0, name);
  });

  for (const [who, person] of [
    ['a clerk of another office', persons.treasurer],
    ['a clerk of the office next door', persons.neighbour],
    ['the administrator', persons.administrator],
    ['a person who does not exist', newId()],
    ['nobody', null],
  ] as const) {
    test(`shows no row of any table to ${who}, even without any condition`, async () => {
      for (const { name } of ofFiles()) assert.equal(await count(person, `records.${name}`), 0, name);
      for (const name of ['kernel.deadline', 'kernel.link_end']) assert.equal(await count(person, name), 0, name);
    });
  }

  test('lets nobody else change or remove a row, even blindly', async () => {
    for (const person of [persons.treasurer, persons.administrator, null]) {
      for (const { name } of ofFiles()) {
        const before = await world.sql(`select * from records.${name} order by 1, 2`);
        const [column] = await world.sql<{ name: string }>(
          `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
              and has_column_privilege('fachwerk_app', attrelid, attnum, 'update') limit 1`,
          [`records.${name}`],
        );
        const attempt = (sql: string) =>
          world.runtime.database
            .transaction({ person }, world.clock.now(), (tx) => tx.query(sql))
            .catch((fault: { code?: string }) => {
              assert.equal(fault.code, '42501', `${name}: ${sql}`);
            });
        if (column) await attempt(`update records.${name} set ${column.name} = default`);
        await attempt(`delete from records.${name}`);
        assert.deepEqual(await world.sql(`select * from records.${name} order by 1, 2`), before, name);
      }
    }
  });

  test('lets nobody name themselves for a file, or put something into it', async () => {
    const [{ id: file } = { id: '' }] = await world.sql<{ id: string }>('select file_id as id from records.cases');
    for (const person of [persons.treasurer, persons.administrator, null]) {
      for (const into of [
        `records.file_access (file_id, kind, grantee, writes) values ('${file}', 'person', '${persons.treasurer}', true)`,
        `records.cases (id, file_id, subject, lead_unit, state, started_on) values ('${newId()}', '${file}', 'x', '${units.treasury}', 'draft', '2026-01-01')`,
        `records.aliases (reference, object, file_id) values ('x', 'file:${file}', '${file}')`,
      ]) {
        const attempt = world.runtime.database.transaction({ person }, world.clock.now(), (tx) =>
          tx.query(`insert into ${into}`),
        );
        await assert.rejects(attempt, { code: '42501' }, into);
      }
    }
  });
});

describe('the catalogue of the database', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('has row level security on every table with content of files, forced on its owner too', async () => {
    const open = await world.sql<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
        where c.relnamespace in ('records'::regnamespace, 'kernel'::regnamespace) and c.relkind in ('r', 'p')
          and (c.relname = 'files' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'file_id'))
          and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    assert.deepEqual(open, []);
  });

  test('has a policy for everything that the application may do with such a table', async () => {
    const gaps = await world.sql<{ name: string; verb: string }>(
      `select c.oid::regclass::text as name, verb from pg_class c, unnest(array['select', 'insert', 'update', 'delete']) verb
        where c.relnamespace = 'records'::regnamespace and c.relrowsecurity
          and (has_table_privilege('fachwerk_app', c.oid, verb) or (verb <> 'delete' and has_any_column_privilege('fachwerk_app', c.oid, verb)))
          and not exists (select from pg_policies p where p.schemaname = 'records' and p.tablename = c.relname
                             and p.cmd in ('ALL', upper(verb)) and 'fachwerk_app' = any (p.roles))`,
    );
    assert.deepEqual(gaps, []);
  });

  test('has no function with its owner’s rights that could be led astray by a search path, and none open to everybody', async () => {
    const loose = await world.sql<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^(pg_|graphile)'
          and (not exists (select from unnest(coalesce(p.proconfig, '{}')) setting where setting like 'search_path=%')
               or has_function_privilege('public', p.oid, 'execute'))`,
    );
    assert.deepEqual(loose, []);
  });

  test('gives the application a role that owns nothing and passes no fence, and no view that looks past one', async () => {
    const roles = await world.sql(
      "select rolname from pg_roles where rolname like 'fachwerk%' and rolname <> 'fachwerk_owner' and (rolsuper or rolbypassrls)",
    );
    const owned = await world.sql("select oid::regclass::text as name from pg_class where relowner = 'fachwerk_app'::regrole");
    const views = await world.sql(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and n.nspname in ('kernel', 'journal', 'people', 'records') and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
    );
    assert.deepEqual([roles, owned, views], [[], [], []]);
  });
});

/** One file of the trade office with at least one row in every table below it. */
async function fill(world: World): Promise<void> {
  const [file, other, vorgang, document, version, session] = [newId(), newId(), newId(), newId(), newId(), newId()];
  const batch = newId();
  const content = 'a'.repeat(64);
  for (const id of [file, other]) {
    await world.sql(
      "insert into records.files (id, plan_unit_id, reference, sort_key, subject, lead_unit, opened_on) values ($1, $2, $3, $3, 'Uferstraße 4', $4, '2026-01-01')",
      [id, planUnits.inns, `32.11-${id.slice(-4)}`, units.trade],
    );
  }
  const rows: [string, readonly unknown[]][] = [
    ["records.file_access (file_id, kind, grantee) values ($1, 'unit', $2)", [file, units.trade]],
    [
      "records.cases (id, file_id, subject, lead_unit, state, started_on) values ($1, $2, 'Erlaubnis', $3, 'open', '2026-01-01')",
      [vorgang, file, units.trade],
    ],
    ["records.contacts (id, file_id, case_id, role, name) values ($1, $2, $3, 'x', 'Erika Muster')", [newId(), file, vorgang]],
    [
      'records.cross_references (id, file_id, from_object, to_object, to_file_id) values ($1, $2, $3, $4, $5)',
      [newId(), file, `file:${file}`, `file:${other}`, other],
    ],
    ["records.aliases (reference, object, file_id, lookup) values ('II/3', $1, $2, 'ii#3')", [`file:${file}`, file]],
    [
      "records.documents (id, file_id, case_id, no, title, direction, state, versions) values ($1, $2, $3, 1, 'Brief', 'in', 'registered', 1)",
      [document, file, vorgang],
    ],
    [
      "records.versions (id, file_id, document_id, no, content, size, media_type, file_name) values ($1, $2, $3, 1, $4, 9, 'text/plain', 'x')",
      [version, file, document, content],
    ],
    [
      "records.renditions (version_id, file_id, kind, content, size, media_type) values ($1, $2, 'pdf', $3, 9, 'application/pdf')",
      [version, file, content],
    ],
    ["records.pages (version_id, file_id, no, text) values ($1, $2, 1, 'Gebühr')", [version, file]],
    [
      "records.uploads (id, case_id, file_id, name, size, expires_on) values ($1, $2, $3, 'x', 9, '2026-12-01')",
      [newId(), vorgang, file],
    ],
    [
      "records.unsealing_requests (id, file_id, reference, lead_unit, to_level, reason, requested_by) values ($1, $2, 'x', $3, 0, 'x', $4)",
      [newId(), file, units.trade, persons.clerk],
    ],
    [
      "records.presentations (document_id, file_id, kind, grantee, source) values ($1, $2, 'unit', $3, $4)",
      [document, file, units.trade, `order:${newId()}`],
    ],
    [
      `records.edit_sessions (id, token_digest, key_id, document_id, file_id, person, file_name, base, ends_at)
       values ($1, '\\x00', 'x', $2, $3, $4, 'x', 1, '2026-12-01')`,
      [session, document, file, persons.clerk],
    ],
    [
      `records.edit_locks (id, session_id, document_id, file_id, holder, token, kind, path, on_document, scope, depth, since, until)
       values ($1, $2, $3, $4, $5, 'x', 'dav', '{}', true, 'exclusive', '0', '2026-11-01', '2026-12-01')`,
      [newId(), session, document, file, persons.clerk],
    ],
    [
      "records.edit_files (session_id, file_id, path, kind, changed_at) values ($1, $2, '{x}', 'file', '2026-11-01')",
      [session, file],
    ],
    ['records.edit_conflicts (document_id, original_id, file_id, base) values ($1, $1, $2, 1)', [document, file]],
    ["records.evidence_batches (id, no, filed_until, documents) values ($1, 1, '2026-11-01', 1)", [batch]],
    [
      "records.evidence_leaves (batch_id, chain, file_id, document_id, hashes, beside) values ($1, 0, $2, $3, '', '')",
      [batch, file, document],
    ],
    [
      "kernel.link_end (link, side, type, subject_kind, subject_id, file_id) values ($1, 'from', 'demo.x', 'case', $2, $3)",
      [newId(), vorgang, file],
    ],
    [
      `kernel.deadline (id, subject_kind, subject_id, file_id, rule_id, legal_source, rule, start_label, started_on, land, due_on)
       values ($1, 'case', $2, $3, 'x', 'x', '{"id": "x", "legalSource": "x"}', 'x', '2026-01-01', 'NW', '2026-12-01')`,
      [newId(), vorgang, file],
    ],
  ];
  for (const [into, values] of rows) await world.sql(`insert into ${into}`, values);
  // Without a journal entry no row of a destruction can be: here only who sees it is asked.
  await world.sql('alter table records.destructions disable trigger destruction_told');
  await world.sql("insert into records.destructions (object, file_id, on_day) values ($1, $2, '2026-11-01')", [
    `case:${newId()}`,
    file,
  ]);
  await world.sql('alter table records.destructions enable trigger destruction_told');
}
