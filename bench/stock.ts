// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { canonicalJson, commitment, Frontier, leafData, leafHash, signCheckpoint } from '@fachwerk/merkle-log';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Vault } from '../src/kernel/vault/index.ts';

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

/** Builds a town's stock server-side: 200 units, files, one case per file, documents with a page of words each, and the search. Row triggers are off meanwhile. */
export async function buildStock(admin: pg.ClientConfig, size: StockSize): Promise<Stock> {
  const client = new pg.Client({
    ...admin,
    query_timeout: 0,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  } as pg.ClientConfig);
  await client.connect();
  const id = (kind: number, n: string) => `('0190a000-000${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const run = (sql: string) => client.query(sql);
  try {
    await run(
      "set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '64MB'; set synchronous_commit = off",
    );
    await run(
      `create temp table texts as select n, ${words('n', 4)} as title, ${words('n * 13', 60)} as body from generate_series(0, ${texts - 1}) n; create unique index on texts (n)`,
    );
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
    await run(
      `insert into records.files (id, plan_unit_id, reference, sort_key, subject, lead_unit, protection, opened_on, cases) select ${id(6, 'n')}, ${id(5, '(1 + n % 100)')}, '1.' || (1 + n % 100) || '-' || lpad(n::text, 6, '0'), '00000001.' || lpad((1 + n % 100)::text, 8, '0') || '-' || lpad(n::text, 8, '0'), (select title from texts t where t.n = g.n % ${texts}), ${id(1, `(2 + n % ${units - 1})`)}, case when n % 50 = 0 then 1 else 0 end, date '2015-01-01' + (n % 4000), 1 from generate_series(1, ${size.files}) g(n)`,
    );
    await run(
      `insert into records.cases (id, file_id, no, reference, sort_key, subject, lead_unit, state, started_on, documents) select ${id(7, 'n')}, ${id(6, 'n')}, 1, f.reference || '#1', f.sort_key || '#00000001', f.subject, f.lead_unit, case when n % 3 = 0 then 'open' else 'filed' end, f.opened_on, ${Math.ceil(size.documents / size.files)} from generate_series(1, ${size.files}) n join records.files f on f.id = ${id(6, 'n')}`,
    );
    const perFile = Math.ceil(size.documents / size.files);
    await run(
      `insert into records.documents (id, file_id, case_id, no, title, kind, direction, state, received_on, versions) select ${id(8, 'n')}, ${id(6, 'f')}, ${id(7, 'f')}, 1 + (n - 1) % ${perFile}, (select title from texts t where t.n = s.n % ${texts}), 'Schreiben', 'in', 'registered', date '2015-01-01' + (n % 4000), 1 from (select n, 1 + (n - 1) / ${perFile} as f from generate_series(1, ${size.documents}) n) s`,
    );
    await run(
      `insert into records.versions (id, file_id, document_id, no, content, size, media_type, file_name, reading, page_count) select ${id(9, 'n')}, ${id(6, 'f')}, ${id(8, 'n')}, 1, encode(sha256(n::text::bytea), 'hex'), 20000, 'application/pdf', 'Schreiben ' || n || '.pdf', 'read', 1 from (select n, 1 + (n - 1) / ${perFile} as f from generate_series(1, ${size.documents}) n) s`,
    );
    await run(
      `insert into records.pages (version_id, file_id, no, text) select ${id(9, 'n')}, ${id(6, 'f')}, 1, (select body || ' ' || s.n from texts t where t.n = s.n % ${texts}) from (select n, 1 + (n - 1) / ${perFile} as f from generate_series(1, ${size.documents}) n) s`,
    );
    await buildSearch(client);
    await run('set session_replication_role = origin');
    await run('analyze');
  } finally {
    await client.end();
  }
  const fixed = (kind: number, n: number) => `0190a000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
  return { clerk: fixed(2, 7), registrar: fixed(2, 2), unit: fixed(1, 9), planUnit: fixed(5, 1) };
}

/** A deterministic line of German-looking words, compounds among them. */
function words(seed: string, count: number): string {
  const list = roots.flatMap((root) => endings.map((ending) => root + ending));
  return `(select string_agg((array[${list.map((word) => `'${word}'`).join(',')}])[1 + abs(hashint8((${seed})::bigint * 31 + w)) % ${list.length}] || case when w % 20 = 0 then (abs(hashint8((${seed})::bigint + w)) % 90000)::text else '' end, ' ') from generate_series(1, ${count}) w)`;
}

async function buildSearch(client: pg.Client): Promise<void> {
  await client.query('drop index records.search_rows_words, records.search_rows_titles, records.words_inside');
  await client.query(`insert into records.search_rows (object, kind, id, file_id, unit, protection, on_date, title_vector, vector)
    select 'file:' || f.id, 'file', f.id, f.id, f.lead_unit, f.protection, f.opened_on, t, t from records.files f, lateral setweight(to_tsvector('german', f.reference || ' ' || f.subject), 'A') t`);
  await client.query(`insert into records.search_rows (object, kind, id, file_id, unit, protection, on_date, title_vector, vector)
    select 'document:' || d.id, 'document', d.id, d.file_id, f.lead_unit, f.protection, d.received_on, t, t || p.vector
      from records.documents d join records.files f on f.id = d.file_id join records.versions v on v.document_id = d.id and v.no = 1
      join records.pages p on p.version_id = v.id, lateral setweight(to_tsvector('german', d.title), 'A') t`);
  await client.query(
    `insert into records.words select word from ts_stat('select vector from records.search_rows where kind = ''file''') where word ~ '^[a-zäöüß]{3,40}$' on conflict do nothing`,
  );
  await client.query(
    `insert into records.words select word from ts_stat('select vector from records.search_rows limit 20000') where word ~ '^[a-zäöüß]{3,40}$' on conflict do nothing`,
  );
  await client.query('create index search_rows_words on records.search_rows using gin (unit, vector) with (fastupdate = off)');
  await client.query(
    'create index search_rows_titles on records.search_rows using gin (unit, title_vector) with (fastupdate = off)',
  );
  await client.query('create index words_inside on records.words using gin (word gin_trgm_ops)');
}

/** Fills the journal with true leaves, nodes and a signed head, so that it opens and proves as if it had grown for years. */
export async function buildJournal(
  admin: pg.ClientConfig,
  vault: Vault,
  { origin, files, entries }: { origin: string; files: number; entries: number },
): Promise<void> {
  const client = new pg.Client({
    ...admin,
    query_timeout: 0,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  } as pg.ClientConfig);
  await client.connect();
  try {
    await client.query('set session_replication_role = replica; set synchronous_commit = off');
    const frontier = new Frontier();
    const nodes: string[] = [];
    const leaves = client.query(copyFrom('copy journal.leaf (seq, inbox_id, stream, no, header, commitment, hash) from stdin'));
    await pipeline(Readable.from(leafLines(frontier, nodes, { files, entries }), { objectMode: false }), leaves);
    const stored = client.query(copyFrom('copy journal.node (level, idx, hash) from stdin'));
    await pipeline(Readable.from(nodes, { objectMode: false }), stored);
    const root = Buffer.from(frontier.root());
    const note = signCheckpoint(
      { origin, size: frontier.size, root },
      { name: origin, publicKey: vault.publicKey, sign: vault.sign },
    );
    await client.query('insert into journal.head (size, root, note, at) values ($1, $2, $3, now())', [frontier.size, root, note]);
    await client.query(
      'insert into journal.stream (name, no, last) select distinct on (stream) stream, no, hash from journal.leaf order by stream, no desc',
    );
    await client.query("select setval(pg_get_serial_sequence('journal.inbox', 'id'), $1)", [entries + 1]);
    await client.query('analyze journal.leaf');
  } finally {
    await client.end();
  }
}

const flushAt = 256 * 1024;

function* leafLines(
  frontier: Frontier,
  nodes: string[],
  { files, entries }: { files: number; entries: number },
): Generator<string> {
  const last = new Map<number, string>();
  const bound = Buffer.from(commitment(Buffer.alloc(32, 1), Buffer.from('{}')));
  let lines = '';
  for (let seq = 0; seq < entries; seq += 1) {
    const n = 1 + (seq % files);
    const no = 1 + Math.floor(seq / files);
    const file = `0190a000-0006-7000-8000-${n.toString(16).padStart(12, '0')}`;
    const header = canonicalJson({
      v: 1,
      act: 'records.document-registered',
      at: '2026-01-01T00:00:00.000Z',
      object: `document:${file}`,
      stream: `file:${file}`,
      no,
      prev: last.get(n) ?? '',
      file,
    });
    const hash = Buffer.from(leafHash(leafData(header, bound))).toString('hex');
    last.set(n, hash);
    frontier.push(Buffer.from(hash, 'hex'), (level, index, node) => {
      if (level > 0 && level % 8 === 0) nodes.push(`${level}\t${index}\t\\\\x${Buffer.from(node).toString('hex')}\n`);
    });
    lines += `${seq}\t${seq + 1}\tfile:${file}\t${no}\t${header}\t\\\\x${bound.toString('hex')}\t\\\\x${hash}\n`;
    if (lines.length >= flushAt) {
      yield lines;
      lines = '';
    }
  }
  yield lines;
}

/** A short name for the machine, for the table's head. */
export function stockName({ files, documents, entries }: StockSize): string {
  const digest = createHash('sha256').update(`${files}/${documents}/${entries}`).digest('hex').slice(0, 6);
  return `${documents.toLocaleString('en')} documents, ${files.toLocaleString('en')} files, ${entries.toLocaleString('en')} entries (${digest})`;
}
