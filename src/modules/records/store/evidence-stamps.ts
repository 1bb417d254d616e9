// SPDX-License-Identifier: EUPL-1.2
import type { DigestName } from '@fachwerk/evidence-record';
import type { Tx } from '../../../kernel/database.ts';
import type { EvidenceStamped } from '../events/evidence-stamped.ts';

/** A stamp that is still missing. */
export interface WaitingStamp {
  readonly batch: string;
  readonly chain: number;
  readonly no: number;
  readonly digest: DigestName;
}

/** Everything that waits for a stamp over this root (hexadecimal), locked. */
export async function waitingFor(tx: Tx, root: string): Promise<WaitingStamp[]> {
  return tx.query<WaitingStamp>(
    "select batch_id as batch, chain, no, digest from records.evidence_stamps where token is null and root = decode($1, 'hex') order by batch_id, chain, no for update",
    [root],
  );
}

/** What is to be stamped next: each root once, oldest batch first. */
export async function waitingRoots(tx: Tx): Promise<{ root: Buffer; digest: DigestName }[]> {
  return tx.query(
    `select s.root, s.digest from records.evidence_stamps s join records.evidence_batches b on b.id = s.batch_id
      where s.token is null group by s.root, s.digest order by min(b.no)`,
  );
}

/** Notes that asking failed. Technical state: the page says so, no act. */
export async function noteStampFault(tx: Tx, root: Buffer, fault: string): Promise<void> {
  await tx.query('update records.evidence_stamps set attempts = attempts + 1, fault = $2 where token is null and root = $1', [
    root,
    fault,
  ]);
}

/** Lays the token down. */
export async function applyEvidenceStamped(tx: Tx, { object, facts }: EvidenceStamped): Promise<void> {
  await tx.query(
    `update records.evidence_stamps
        set token = decode($4, 'base64'), stamped_at = $5, authority = $6, valid_until = $7, key_kind = $8, key_bits = $9, attempts = 0, fault = ''
      where batch_id = $1 and chain = $2 and no = $3`,
    [
      object.slice('evidence:'.length),
      facts.chain,
      facts.no,
      facts.token,
      facts.at,
      facts.authority,
      facts.validUntil,
      facts.keyKind,
      facts.keyBits,
    ],
  );
}
