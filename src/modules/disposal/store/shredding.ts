// SPDX-License-Identifier: EUPL-1.2
import { pgBlobKeys } from '../../../kernel/blob/index.ts';
import type { Tx } from '../../../kernel/database.ts';

const fresh = 24 * 60 * 60 * 1000;

/**
 * Destroys the keys of contents that nothing refers to any more, in the transaction of the act: they come back with its refusal. What another
 * document still needs, or somebody put only now, waits in `pending_shreds`; the nightly job asks again.
 */
export async function shredUnused(tx: Tx, hashes: readonly string[], today: string): Promise<void> {
  if (hashes.length === 0) return;
  const [row] = await tx.query<{ used: string[] }>('select kernel.content_in_use($1) as used', [hashes]);
  const used = new Set(row?.used);
  const keys = pgBlobKeys((work) => work(tx));
  const before = new Date(Date.now() - fresh); // the key table notes the machine's clock, not ours
  for (const hash of hashes) {
    const gone = !used.has(hash) && ((await keys.remove(hash, before)) || !(await keys.get(hash)));
    if (gone) await tx.query('delete from disposal.pending_shreds where content = $1', [hash]);
    else
      await tx.query('insert into disposal.pending_shreds (content, since) values ($1, $2) on conflict do nothing', [
        hash,
        today,
      ]);
  }
}

/** Contents that wait. */
export async function pendingShreds(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ content: string }>('select content from disposal.pending_shreds order by content limit 1000');
  return rows.map(({ content }) => content);
}
