// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { loader, withoutIndexes } from './bulk.ts';

/** How large the stock is. */
export interface StockSize {
  readonly files: number;
  readonly documents: number;
  readonly entries: number;
}

/** Ids that the measurements need. */
export interface Stock {
  readonly clerk: string;
  readonly registrar: string;
  readonly unit: string;
  readonly planUnit: string;
}

const units = 200;
const roots = [
  'antrag',
  'bescheid',
  'gebuehr',
  'lageplan',
  'stellplatz',
  'genehmigung',
  'widerspruch',
  'vermerk',
  'rechnung',
  'erlaubnis',
  'anhoerung',
  'frist',
  'ausschuss',
  'ratsbeschluss',
  'baulast',
  'hundesteuer',
  'wohngeld',
  'gewerbe',
  'gaststaette',
  'strasse',
];
/** Different letters; every document adds a number of its own. */
const texts = 20_000;
const endings = ['', 'akte', 'bescheid', 'verfahren', 'stelle', 'plan', 'pruefung', 'nachweis', 'ordnung', 'satzung'];

/** Tables that grow with the documents: their indexes are built afterwards. */
const large = ['cases', 'documents', 'versions', 'pages', 'search_rows', 'words'].map((table) => `records.${table}`);
const id = (kind: number, n: string) => `('0190a000-000${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** Builds a town's stock server-side: 200 units, files, one case per file, documents with a page of words each, and the search. Row triggers are off meanwhile. */
export async function buildStock(admin: pg.ClientConfig, size: StockSize): Promise<Stock> {
  const clients = await Promise.all([loader(admin), loader(admin)]);
  const [client] = clients as [pg.Client, pg.Client];
  const run = (sql: string) => client.query(sql);
  try {
    await run(
      `create unlogged table public.bench_texts as select n, ${words('n', 4)} as title, ${words('n * 13', 60)} as body from generate_series(0, ${texts - 1}) n; create unique index on public.bench_texts (n); analyze public.bench_texts`,
    );
    await buildTown(client);
    await withoutIndexes(clients, large, async () => {
      await buildFiles(client, size);
      await Promise.all(halves(size.documents).map((part, n) => buildDocuments(clients[n]!, size, part)));
      await run('analyze records.files, records.documents, records.versions, records.pages');
      await buildSearch(clients, size);
    });
    await run('drop table public.bench_texts');
    await run('vacuum (analyze)'); // as in a database that has lived: otherwise the first readers pay for it
  } finally {
    await Promise.all(clients.map((one) => one.end()));
  }
  const fixed = (kind: number, n: number) => `0190a000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
  return { clerk: fixed(2, 7), registrar: fixed(2, 2), unit: fixed(1, 9), planUnit: fixed(5, 1) };
}

/** Range of document numbers, both ends included. */
type Part = readonly [first: number, last: number];

function halves(count: number): Part[] {
  const middle = Math.floor(count / 2);
  return [
    [1, middle],
    [middle + 1, count],
  ];
}

async function buildTown(client: pg.Client): Promise<void> {
  const run = (sql: string) => client.query(sql);
  await run(`insert into people.unit (id) select ${id(1, 'n')} from generate_series(1, ${units}) n`);
  await run(
    `insert into people.unit_state (unit, code, name, parent, valid_from) select ${id(1, 'n')}, case n when 1 then '0' else n::text end, 'Stelle ' || n, case when n = 1 then null else ${id(1, '1')} end, '2020-01-01' from generate_series(1, ${units}) n`,
  );
  await run(
    `insert into people.person (id, given_name, family_name, email, active_from) select ${id(2, 'n')}, 'P', 'N' || n, 'p' || n || '@example.org', '2020-01-01' from generate_series(1, 300) n`,
  );
  await run(
    `insert into people.function_held (id, person, unit, role, valid_from) select ${id(3, 'n')}, ${id(2, 'n')}, case n when 2 then ${id(1, '1')} else ${id(1, `(2 + n % ${units - 1})`)} end, case n when 2 then 'registry' else 'clerk' end, '2020-01-01' from generate_series(1, 300) n`,
  );
  await run(
    "insert into records.filing_plans (id, name, version, valid_from) values ('0190a000-0004-7000-8000-000000000001', 'Messplan', '1', '2020-01-01')",
  );
  await run(
    `insert into records.filing_plan_units (id, plan_id, code, sort_key, title, retention_years, valid_from) select ${id(5, 'n')}, '0190a000-0004-7000-8000-000000000001', '1.' || n, '00000001.' || lpad(n::text, 8, '0'), 'Gruppe ' || n, 10, '2020-01-01' from generate_series(1, 100) n`,
  );
}

async function buildFiles(client: pg.Client, size: StockSize): Promise<void> {
  const run = (sql: string) => client.query(sql);
  await run(
    `insert into records.files (id, plan_unit_id, reference, sort_key, subject, lead_unit, protection, opened_on, cases) select ${id(6, 'n')}, ${id(5, '(1 + n % 100)')}, '1.' || (1 + n % 100) || '-' || lpad(n::text, 6, '0'), '00000001.' || lpad((1 + n % 100)::text, 8, '0') || '-' || lpad(n::text, 8, '0'), (select title from public.bench_texts t where t.n = g.n % ${texts}), ${id(1, `(2 + n % ${units - 1})`)}, case when n % 50 = 0 then 1 else 0 end, date '2015-01-01' + (n % 4000), 1 from generate_series(1, ${size.files}) g(n)`,
  );
  await run(
    `insert into records.cases (id, file_id, no, reference, sort_key, subject, lead_unit, state, started_on, documents) select ${id(7, 'n')}, ${id(6, 'n')}, 1, f.reference || '#1', f.sort_key || '#00000001', f.subject, f.lead_unit, case when n % 3 = 0 then 'open' else 'filed' end, f.opened_on, ${Math.ceil(size.documents / size.files)} from generate_series(1, ${size.files}) n join records.files f on f.id = ${id(6, 'n')}`,
  );
}

async function buildDocuments(client: pg.Client, size: StockSize, [first, last]: Part): Promise<void> {
  const run = (sql: string) => client.query(sql);
  const perFile = Math.ceil(size.documents / size.files);
  const numbers = `(select n, 1 + (n - 1) / ${perFile} as f from generate_series(${first}, ${last}) n) s`;
  await run(
    `insert into records.documents (id, file_id, case_id, no, title, kind, direction, state, received_on, versions) select ${id(8, 'n')}, ${id(6, 'f')}, ${id(7, 'f')}, 1 + (n - 1) % ${perFile}, (select title from public.bench_texts t where t.n = s.n % ${texts}), 'Schreiben', 'in', 'registered', date '2015-01-01' + (n % 4000), 1 from ${numbers}`,
  );
  await run(
    `insert into records.versions (id, file_id, document_id, no, content, size, media_type, file_name, reading, page_count) select ${id(9, 'n')}, ${id(6, 'f')}, ${id(8, 'n')}, 1, encode(sha256(n::text::bytea), 'hex'), 20000, 'application/pdf', 'Schreiben ' || n || '.pdf', 'read', 1 from ${numbers}`,
  );
  await run(
    `insert into records.pages (version_id, file_id, no, text) select ${id(9, 'n')}, ${id(6, 'f')}, 1, (select body || ' ' || s.n from public.bench_texts t where t.n = s.n % ${texts}) from ${numbers}`,
  );
}

/** A deterministic line of German-looking words, compounds among them. */
function words(seed: string, count: number): string {
  const list = roots.flatMap((root) => endings.map((ending) => root + ending));
  return `(select string_agg((array[${list.map((word) => `'${word}'`).join(',')}])[1 + abs(hashint8((${seed})::bigint * 31 + w)) % ${list.length}] || case when w % 20 = 0 then (abs(hashint8((${seed})::bigint + w)) % 90000)::text else '' end, ' ') from generate_series(1, ${count}) w)`;
}

async function buildSearch(clients: readonly pg.Client[], size: StockSize): Promise<void> {
  const client = clients[0]!;
  await client.query(`insert into records.search_rows (object, kind, id, file_id, unit, protection, on_date, title_vector, vector)
    select 'file:' || f.id, 'file', f.id, f.id, f.lead_unit, f.protection, f.opened_on, t, t from records.files f, lateral setweight(to_tsvector('german', f.reference || ' ' || f.subject), 'A') t`);
  const perFile = Math.ceil(size.documents / size.files);
  const documents = ([
    first,
    last,
  ]: Part) => `insert into records.search_rows (object, kind, id, file_id, unit, protection, on_date, title_vector, vector)
    select 'document:' || d.id, 'document', d.id, d.file_id, f.lead_unit, f.protection, d.received_on, t, t || p.vector
      from generate_series(${first}, ${last}) n join records.documents d on d.id = ${id(8, 'n')} join records.files f on f.id = ${id(6, `(1 + (n - 1) / ${perFile})`)}
      join records.pages p on p.version_id = ${id(9, 'n')} and p.no = 1, lateral setweight(to_tsvector('german', d.title), 'A') t`;
  await Promise.all(halves(size.documents).map((part, n) => clients[n]!.query(documents(part))));
  const learnt = (from: string) =>
    client.query(
      `insert into records.words select word from ts_stat('select vector from records.search_rows ${from}') where word ~ '^[a-zäöüß]{3,40}$' on conflict do nothing`,
    );
  await learnt("where kind = ''file''");
  await learnt('limit 20000');
}

/** A short name for the machine, for the table's head. */
export function stockName({ files, documents, entries }: StockSize): string {
  const digest = createHash('sha256').update(`${files}/${documents}/${entries}`).digest('hex').slice(0, 6);
  return `${documents.toLocaleString('en')} documents, ${files.toLocaleString('en')} files, ${entries.toLocaleString('en')} entries (${digest})`;
}
