// SPDX-License-Identifier: EUPL-1.2
import { buildTree, type DigestName, type StampToWrite, syncDigest, treeRenewalHashes } from '@fachwerk/evidence-record';
import type { Tx } from '../../../kernel/database.ts';
import type { EvidenceRenewed } from '../events/evidence-renewed.ts';
import { chainsOf, type EvidenceLeaf, type EvidenceStamp, type NewestStamp, separate } from '../rules/evidence.ts';

/** The newest stamp of each batch that has all its stamps. */
export type BatchStamp = NewestStamp & {
  readonly batch: string;
  readonly chain: number;
  readonly no: number;
  readonly token: Buffer;
};

/** Newest stamps, oldest batch first; batches that still wait for one are left out. */
export async function newestStamps(tx: Tx): Promise<BatchStamp[]> {
  return tx.query<BatchStamp>(
    `select distinct on (b.no) s.batch_id as batch, s.chain, s.no, s.digest, s.token, s.valid_until as "validUntil", s.key_kind as "keyKind", s.key_bits as "keyBits"
       from records.evidence_batches b join records.evidence_stamps s on s.batch_id = b.id
      where not exists (select from records.evidence_stamps w where w.batch_id = b.id and w.token is null)
      order by b.no, s.chain desc, s.no desc`,
  );
}

/** New stamps over the old ones: all batches of one digest share one tree. */
export function stampRenewals(due: readonly BatchStamp[]): EvidenceRenewed[] {
  const hash = syncDigest();
  const digests = [...new Set(due.map(({ digest }) => digest))];
  return digests.flatMap((digest) => {
    const same = due.filter((each) => each.digest === digest);
    const tree = buildTree(
      digest,
      same.map(({ token }) => [hash(digest, token)]),
    );
    return same.map(({ batch, chain, no }, index) =>
      renewed(batch, { kind: 'stamp', chain, no: no + 1, digest, root: tree.root, beside: tree.beside(index) }),
    );
  });
}

interface Plan {
  readonly kind: 'stamp' | 'tree';
  readonly chain: number;
  readonly no: number;
  readonly digest: DigestName;
  readonly root: Uint8Array;
  readonly beside: readonly Uint8Array[];
}

function renewed(batch: string, { root, beside, ...plan }: Plan): EvidenceRenewed {
  const facts = { ...plan, root: Buffer.from(root).toString('hex'), beside: Buffer.concat(beside).toString('hex') };
  return { type: 'records.evidence-renewed', object: `evidence:${batch}`, facts };
}

/** A new tree over a batch's documents under another digest; undefined while digests of contents are missing. */
export async function treeRenewal(
  tx: Tx,
  { batch, chain }: BatchStamp,
  digest: DigestName,
): Promise<EvidenceRenewed | undefined> {
  const leaves = await renewedLeaves(tx, { batch, chain: chain + 1, digest });
  if (leaves.length === 0) return undefined;
  const tree = treeOver(leaves, digest);
  return renewed(batch, { kind: 'tree', chain: chain + 1, no: 0, digest, root: tree.root, beside: [] });
}

function treeOver(leaves: readonly RenewedLeaf[], digest: DigestName) {
  return buildTree(
    digest,
    leaves.map(({ hashes }) => separate(hashes, digest)),
  );
}

interface RenewedLeaf {
  readonly file: string;
  readonly document: string;
  readonly hashes: Buffer;
}

/** Leaves of the next chain. A document whose contents were destroyed has no new digests and ends here. */
async function renewedLeaves(tx: Tx, plan: { batch: string; chain: number; digest: DigestName }): Promise<RenewedLeaf[]> {
  const { batch, chain, digest } = plan;
  const stamps = await tx.query<EvidenceStamp>(
    'select chain, no, digest, beside, token from records.evidence_stamps where batch_id = $1 and chain < $2 order by chain, no',
    [batch, chain],
  );
  const rows = await tx.query<EvidenceLeaf & { file: string; document: string }>(
    'select file_id as file, document_id as document, chain, hashes, beside from records.evidence_leaves where batch_id = $1 and chain < $2 order by document_id, chain',
    [batch, chain],
  );
  const known = await newDigests(tx, batch, digest);
  const documents = Map.groupBy(rows, ({ document }) => document);
  return [...documents].flatMap(([document, leaves]) => {
    const [first] = leaves;
    const data = separate(first!.hashes, 'sha256').map((hash) => known.get(Buffer.from(hash).toString('hex')));
    if (leaves.length !== chain || data.includes(undefined)) return [];
    const chains: StampToWrite[][] = chainsOf(leaves, stamps);
    const hashes = treeRenewalHashes(chains, { digest, data: data.filter((each) => each !== undefined) });
    return [{ file: first!.file, document, hashes: Buffer.concat(hashes.sort(Buffer.compare)) }];
  });
}

async function newDigests(tx: Tx, batch: string, digest: DigestName): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await tx.query<{ content: string; hash: Buffer }>(
    `select d.content, d.hash from records.evidence_digests d
      where d.digest = $2 and d.content in (
        select v.content from records.evidence_leaves l join records.versions v on v.document_id = l.document_id where l.batch_id = $1 and l.chain = 0)`,
    [batch, digest],
  );
  return new Map(rows.map(({ content, hash }) => [content, hash]));
}

/** Contents of a batch that have no digest under the new algorithm yet. */
export async function contentsToHash(tx: Tx, batch: string, digest: DigestName): Promise<string[]> {
  const rows = await tx.query<{ content: string }>(
    `select distinct v.content from records.evidence_leaves l join records.versions v on v.document_id = l.document_id
      where l.batch_id = $1 and l.chain = 0
        and not exists (select from records.evidence_digests d where d.content = v.content and d.digest = $2) order by v.content`,
    [batch, digest],
  );
  return rows.map(({ content }) => content);
}

/** Keeps a computed digest. Technical state: it can be computed again from the content. */
export async function keepDigest(tx: Tx, row: { content: string; digest: DigestName; hash: Uint8Array }): Promise<void> {
  await tx.query('insert into records.evidence_digests (content, digest, hash) values ($1, $2, $3) on conflict do nothing', [
    row.content,
    row.digest,
    Buffer.from(row.hash),
  ]);
}

/** Writes the wish for the new stamp, and for a new tree its leaves. */
export async function applyEvidenceRenewed(tx: Tx, { object, facts }: EvidenceRenewed): Promise<void> {
  const batch = object.slice('evidence:'.length);
  const { kind, chain, no, root, beside } = facts;
  const digest = facts.digest as DigestName;
  if (kind === 'tree') await insertLeaves(tx, { batch, chain, digest, root });
  await tx.query(
    `insert into records.evidence_stamps (batch_id, chain, no, digest, root, beside) values ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'))`,
    [batch, chain, no, digest, root, beside],
  );
}

async function insertLeaves(tx: Tx, plan: { batch: string; chain: number; digest: DigestName; root: string }): Promise<void> {
  const { batch, chain, digest, root } = plan;
  const leaves = await renewedLeaves(tx, plan);
  const tree = treeOver(leaves, digest);
  if (Buffer.from(tree.root).toString('hex') !== root) throw new Error('the tree changed while it was renewed');
  await tx.query(
    `insert into records.evidence_leaves (batch_id, chain, file_id, document_id, hashes, beside)
     select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::bytea[], $6::bytea[])`,
    [
      batch,
      chain,
      leaves.map(({ file }) => file),
      leaves.map(({ document }) => document),
      leaves.map(({ hashes }) => hashes),
      leaves.map((_, index) => Buffer.concat(tree.beside(index))),
    ],
  );
}
