// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../database.ts';
import type { BlobEntry, BlobKeyTable } from './blob-key.ts';

/** Runs work in a transaction: the pool's own for the store, the act's when a key must go with the act. */
export type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

interface Row {
  hash: string;
  key_id: string;
  wrapped: Buffer;
  size: number;
  sha512: string;
  sealed_hash: string;
  confirmed_at: Date;
}

const columns = 'hash, key_id, wrapped, size::float8 as size, sha512, sealed_hash, confirmed_at';

/**
 * Keys in `kernel.blob_key`. `put` returns the row in force whoever was first, and confirming it locks the row, so that a sweep
 * deciding at the same moment either sees the confirmation or has removed the row before.
 */
export function pgBlobKeys(inTransaction: InTransaction): BlobKeyTable {
  const rows = (sql: string, values: readonly unknown[]) => inTransaction((tx) => tx.query<Row>(sql, values));
  return {
    async put(hash, key) {
      const [row] = await rows(
        `insert into kernel.blob_key (hash, key_id, wrapped, size, sha512, sealed_hash) values ($1, $2, $3, $4, $5, $6)
         on conflict (hash) do update set confirmed_at = clock_timestamp() returning ${columns}`,
        [hash, key.keyId, key.wrapped, key.size, key.sha512, key.sealedHash],
      );
      return entryOf(row!);
    },
    async get(hash) {
      const [row] = await rows(`select ${columns} from kernel.blob_key where hash = $1`, [hash]);
      return row && entryOf(row);
    },
    async remove(hash, unlessPutSince) {
      const gone = await rows(
        `delete from kernel.blob_key where hash = $1 and ($2::timestamptz is null or confirmed_at < $2) returning ${columns}`,
        [hash, unlessPutSince ?? null],
      );
      return gone.length > 0;
    },
    async list(after, limit) {
      const found = await rows(`select ${columns} from kernel.blob_key where hash > $1 order by hash limit $2`, [after, limit]);
      return found.map(entryOf);
    },
  };
}

function entryOf(row: Row): BlobEntry {
  return {
    hash: row.hash,
    keyId: row.key_id,
    wrapped: row.wrapped,
    size: row.size,
    sha512: row.sha512,
    sealedHash: row.sealed_hash,
    confirmedAt: row.confirmed_at,
  };
}
