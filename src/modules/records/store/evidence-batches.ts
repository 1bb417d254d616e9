// SPDX-License-Identifier: EUPL-1.2
import { type BuiltTree, buildTree } from '@fachwerk/evidence-record';
import type { Tx } from '../../../kernel/database.ts';
import type { EvidenceGathered } from '../events/evidence-gathered.ts';
import { separate } from '../rules/evidence.ts';

/** Largest number of documents under one stamp: gathering them must stay far below the time limits of a transaction. */
const MOST = 5_000;
const DIGEST = 'sha256';

/** One gatherer at a time; the next number and the day from which on something may be missing. */
export async function lockEvidence(tx: Tx): Promise<{ no: number; filedFrom: string }> {
  await tx.query("select pg_advisory_xact_lock(hashtext('records.evidence'))");
  const [row] = await tx.query<{ no: number; filedFrom: string | null }>(
    'select coalesce(max(no), 0)::int + 1 as no, max(filed_until) as "filedFrom" from records.evidence_batches',
  );
  return { no: row?.no ?? 1, filedFrom: row?.filedFrom ?? '0001-01-01' };
}

interface Row {
  readonly document: string;
  readonly file: string;
  readonly filedOn: string;
  readonly contents: Buffer;
}

/** Documents of filed cases whose present versions no tree holds, oldest first, with their tree. */
export interface Gathered {
  readonly leaves: readonly Row[];
  readonly filedUntil: string;
  readonly tree: Omit<BuiltTree, 'root'> & { readonly root: Buffer };
}

/** Finds them; the same rows in the same order as long as nothing is written. Undefined: nothing. */
export async function gatherable(tx: Tx, span: { filedFrom: string; filedUntil: string }): Promise<Gathered | undefined> {
  const leaves = await tx.query<Row>(
    `with closed as (
       select d.id, d.file_id, c.filed_on, decode(string_agg(distinct v.content, '' order by v.content), 'hex') as contents
         from records.cases c join records.documents d on d.case_id = c.id join records.versions v on v.document_id = d.id
        where c.state = 'filed' and c.filed_on between $1 and $2
        group by d.id, c.filed_on)
     select id as document, file_id as file, filed_on as "filedOn", contents from closed
      where not exists (select from records.evidence_leaves l where l.document_id = closed.id and l.chain = 0 and l.hashes = closed.contents)
      order by filed_on, id limit $3`,
    [span.filedFrom, span.filedUntil, MOST],
  );
  const last = leaves.at(-1);
  if (!last) return undefined;
  const tree = buildTree(
    DIGEST,
    leaves.map(({ contents }) => separate(contents, DIGEST)),
  );
  return { leaves, filedUntil: last.filedOn, tree: { ...tree, root: Buffer.from(tree.root) } };
}

/** Writes batch, leaves and the wish for a stamp. What was decided and what is written must be the same tree. */
export async function applyEvidenceGathered(tx: Tx, { object, facts }: EvidenceGathered): Promise<void> {
  const id = object.slice('evidence:'.length);
  const found = await gatherable(tx, facts);
  if (found?.tree.root.toString('hex') !== facts.root) throw new Error('what was filed changed while it was gathered');
  await tx.query('insert into records.evidence_batches (id, no, filed_until, documents) values ($1, $2, $3, $4)', [
    id,
    facts.no,
    facts.filedUntil,
    facts.documents,
  ]);
  await tx.query(
    `insert into records.evidence_leaves (batch_id, chain, file_id, document_id, hashes, beside)
     select $1, 0, * from unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[])`,
    [
      id,
      found.leaves.map(({ file }) => file),
      found.leaves.map(({ document }) => document),
      found.leaves.map(({ contents }) => contents),
      found.leaves.map((_, index) => Buffer.concat(found.tree.beside(index))),
    ],
  );
  await tx.query('insert into records.evidence_stamps (batch_id, chain, no, digest, root) values ($1, 0, 0, $2, $3)', [
    id,
    DIGEST,
    found.tree.root,
  ]);
}
