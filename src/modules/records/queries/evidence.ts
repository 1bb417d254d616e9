// SPDX-License-Identifier: EUPL-1.2
import { writeRecord } from '@fachwerk/evidence-record';
import type { Tx } from '../../../kernel/database.ts';
import { chainsOf, type EvidenceLeaf, type EvidenceStamp } from '../rules/evidence.ts';

/** The whole in numbers: no document, no person. */
export interface EvidenceSummary {
  readonly batches: number;
  readonly documents: number;
  readonly waiting: number;
  readonly waitingDocuments: number;
  readonly waitingSince: string | null;
  readonly fault: string;
  readonly lastAt: Date | null;
  readonly authority: string;
  readonly firstEnd: Date | null;
  readonly renewals: number;
}

/** Sums up batches and stamps. */
export async function evidenceSummary(tx: Tx): Promise<EvidenceSummary> {
  const [row] = await tx.query<EvidenceSummary>(
    `with waits as (select distinct batch_id from records.evidence_stamps where token is null),
          newest as (select distinct on (batch_id) * from records.evidence_stamps where token is not null order by batch_id, chain desc, no desc)
     select (select count(*)::int from records.evidence_batches) as batches,
            (select coalesce(sum(documents), 0)::int from records.evidence_batches) as documents,
            (select count(*)::int from waits) as waiting,
            (select coalesce(sum(b.documents), 0)::int from records.evidence_batches b join waits w on w.batch_id = b.id) as "waitingDocuments",
            (select min(b.filed_until) from records.evidence_batches b join waits w on w.batch_id = b.id) as "waitingSince",
            coalesce((select fault from records.evidence_stamps where token is null and fault <> '' order by attempts desc limit 1), '') as fault,
            (select max(stamped_at) from newest) as "lastAt",
            coalesce((select authority from newest order by stamped_at desc limit 1), '') as authority,
            (select min(valid_until) from newest) as "firstEnd",
            (select count(*)::int from records.evidence_stamps where token is not null and (chain > 0 or no > 0)) as renewals`,
  );
  return row!;
}

/** A document's evidence record in DER, and the contents (SHA-256) it covers. */
export interface DocumentEvidence {
  readonly record: Uint8Array;
  readonly contents: readonly string[];
}

type LeafRow = EvidenceLeaf & { readonly batch: string; readonly document: string };
type StampRow = EvidenceStamp & { readonly batch: string };

/** Evidence records of a file's documents, oldest first; only with the right to read the file. Batches without a stamp are left out. */
export async function evidenceOfFile(tx: Tx, file: string): Promise<DocumentEvidence[]> {
  const leaves = await tx.query<LeafRow>(
    `select l.batch_id as batch, l.document_id as document, l.chain, l.hashes, l.beside
       from records.evidence_leaves l join records.evidence_batches b on b.id = l.batch_id
      where l.file_id = $1
        and exists (select from records.evidence_stamps s where s.batch_id = l.batch_id and s.chain = l.chain and s.no = 0 and s.token is not null)
      order by b.no, l.document_id, l.chain`,
    [file],
  );
  const stamps = await tx.query<StampRow>(
    'select batch_id as batch, chain, no, digest, beside, token from records.evidence_stamps where batch_id = any ($1) and token is not null order by chain, no',
    [[...new Set(leaves.map(({ batch }) => batch))]],
  );
  const records = Map.groupBy(leaves, ({ batch, document }) => `${batch} ${document}`);
  return [...records.values()].map((own) => {
    const [first] = own;
    const chains = chainsOf(
      own,
      stamps.filter(({ batch }) => batch === first!.batch),
    );
    return {
      record: writeRecord(chains),
      contents: (Buffer.from(first!.hashes).toString('hex').match(/.{64}/g) ?? []) as string[],
    };
  });
}
