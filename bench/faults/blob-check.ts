// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { BlobKeyTable } from '../../src/kernel/blob/blob-key.ts';
import { type BlobStore, openBlobStore } from '../../src/kernel/blob/blob-store.ts';
import { openVault } from '../../src/kernel/vault/index.ts';
import { contentsOf, sha256, streamOf, uploadId } from './blob-scenario.ts';
import type { TracedOutcome } from './blob-strace.ts';

/** What a fault has done. */
export interface Damage {
  /** Files under a final name that are not whole. */
  readonly torn: number;
  /** Contents acknowledged but not readable. */
  readonly lost: number;
  /** Anything else that must not be. */
  readonly wrong: readonly string[];
}

interface Site {
  readonly dir: string;
  readonly keyDir: string;
  readonly scenario: string;
  readonly keys: BlobKeyTable;
}

/** Looks at the store as the next process would find it. */
export async function checkStore({ dir, keyDir, scenario, keys }: Site, outcome: TracedOutcome): Promise<Damage> {
  const torn = countTorn(dir);
  const store = await openBlobStore({ dir, vault: await openVault(keyDir), keys });
  let lost = 0;
  for (const hash of outcome.acknowledged) if ((await hashIn(store, hash)) !== hash) lost += 1;
  const wrong: string[] = [];
  for await (const { ok, reason } of store.scrub()) if (!ok) wrong.push(`key without content: ${reason}`);
  if (scenario === 'upload') wrong.push(...(await checkUpload(store, outcome)));
  wrong.push(...(await checkRecovery(store, dir, scenario)));
  return { torn, lost, wrong };
}

/** The mutant's folder: sealed and clear bytes are the same there. */
export async function checkNaive(dir: string, { acknowledged }: TracedOutcome): Promise<Damage> {
  const whole = new Set(
    finalFiles(dir)
      .filter((file) => !isTorn(file))
      .map((file) => path.basename(file).slice(0, 64)),
  );
  return { torn: countTorn(dir), lost: acknowledged.filter((hash) => !whole.has(hash)).length, wrong: [] };
}

async function checkUpload(store: BlobStore, { received }: TracedOutcome): Promise<string[]> {
  const { offset } = await store.openUpload(uploadId);
  return offset < received ? [`upload went back from ${received} to ${offset}`] : [];
}

/** The same puts must succeed now, and a sweep must leave nothing but contents. */
async function checkRecovery(store: BlobStore, dir: string, scenario: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const bytes of contentsOf(scenario)) {
    const { hash } = await store.put(streamOf(bytes));
    if ((await hashIn(store, hash)) !== sha256(bytes)) wrong.push('not readable after recovery');
  }
  await store.sweepOrphans(async (hashes) => new Set(hashes), new Date(Date.now() + 60_000));
  const distinct = new Set(contentsOf(scenario).map(sha256)).size;
  const left = fs.readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  if (left !== distinct) wrong.push(`${left - distinct} files left behind`);
  return wrong;
}

/** SHA-256 of what the store gives out, or `unreadable`. */
export async function hashIn(store: BlobStore, hash: string): Promise<string> {
  const sum = createHash('sha256');
  try {
    for await (const bytes of await store.get(hash)) sum.update(bytes);
    return sum.digest('hex');
  } catch {
    return 'unreadable';
  }
}

/** Files under a final name whose bytes do not match the mark in the name. */
export function countTorn(dir: string): number {
  return finalFiles(dir).filter(isTorn).length;
}

/** Every file under a final name. */
export function finalFiles(dir: string): string[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}\.[0-9a-f]{16}$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function isTorn(file: string): boolean {
  return !sha256(fs.readFileSync(file)).startsWith(file.slice(-16));
}
