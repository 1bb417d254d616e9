// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { type BlobStore, openBlobStore, pgBlobKeys } from '../../src/kernel/blob/index.ts';
import { openDatabase } from '../../src/kernel/database.ts';
import { openVault } from '../../src/kernel/vault/index.ts';
import { count } from './audit.ts';
import { finalFiles, hashIn } from './blob-check.ts';
import type { Ledger } from './ledger.ts';
import { until } from './processes.ts';
import { type Check, inLanes } from './result.ts';
import type { Stage } from './stage.ts';

const references = `
  select content from records.versions union
  select content from records.renditions union
  select content from records.uploads where content is not null and document_id is not null`;
const unread = "select from records.versions where reading in ('waiting', 'reading')";
const readingPatience = 120_000;
const asAudit = { person: null, system: 'faults.audit' };

/** Contents as the next process finds them: every one that a row names is there and whole; what no row names is swept away. */
export async function auditContent(stage: Pick<Stage, 'sql' | 'dataDir' | 'connections'>, ledger: Ledger): Promise<Check[]> {
  await until(async () => (await count(stage, unread)) === 0, readingPatience, 500);
  const database = openDatabase(stage.connections.app);
  try {
    const store = await openBlobStore({
      dir: path.join(stage.dataDir, 'content'),
      vault: await openVault(path.join(stage.dataDir, 'keys')),
      keys: pgBlobKeys((work) => database.transaction(asAudit, new Date(), work)),
    });
    const named = (await stage.sql<{ content: string }>(references)).map(({ content }) => content);
    const missing = (await unreadable(store, named)).length;
    const swept = await sweepNow(stage, store);
    const waiting = await count(stage, unread);
    const promised = ledger.acknowledged.filter(({ kind }) => kind === 'document').map(({ mark }) => mark);
    const left = finalFiles(path.join(stage.dataDir, 'content')).length - named.length;
    return [
      [`${named.length} Inhalte, ${missing} fehlen oder sind beschädigt`, missing === 0 && named.length > 0],
      [`${swept} verwaiste Inhalte weggeräumt, ${left} blieben`, left === 0],
      ['nach dem Aufräumen alles Bestätigte lesbar', (await unreadable(store, promised)).length === 0],
      [`jeder Inhalt hat seinen Auftrag gehabt${waiting > 0 ? ` (${waiting} nicht)` : ''}`, waiting === 0],
    ];
  } finally {
    await database.close();
  }
}

async function unreadable(store: BlobStore, hashes: readonly string[]): Promise<string[]> {
  const sums = await inLanes(hashes, 4, (hash) => hashIn(store, hash));
  return hashes.filter((hash, index) => sums[index] !== hash);
}

async function sweepNow(stage: Pick<Stage, 'sql'>, store: BlobStore): Promise<number> {
  const { drafts, orphans, remains } = await store.sweepOrphans(
    async (hashes) => {
      const rows = await stage.sql<{ content: string }>(`select content from (${references}) r where content = any ($1)`, [
        hashes,
      ]);
      return new Set(rows.map(({ content }) => content));
    },
    new Date(Date.now() + 1_000),
  );
  return drafts + orphans + remains;
}
