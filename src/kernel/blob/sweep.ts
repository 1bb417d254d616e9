// SPDX-License-Identifier: EUPL-1.2
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BlobEntry, BlobKeyTable } from './blob-key.ts';
import { removeQuietly } from './durable-file.ts';
import { hashInName, objectName } from './sealed-objects.ts';
import type { Workshop } from './settle.ts';

/** Which of these hashes anything still refers to. */
export type AskReferences = (hashes: readonly string[]) => Promise<ReadonlySet<string>>;

/** What a sweep removed. */
export interface Swept {
  /** Unfinished files of broken-off puts. */
  readonly drafts: number;
  /** Contents that nothing refers to. */
  readonly orphans: number;
  /** Sealed bytes without a key. */
  readonly remains: number;
}

const pageSize = 1_000;

/**
 * Removes what broken-off work left behind. `olderThan` must lie further back than the longest put plus the act that refers to it:
 * a content is removed only if nobody put it since then, which the key table decides atomically.
 */
export async function sweep(shop: Workshop, isReferenced: AskReferences, olderThan: Date): Promise<Swept> {
  const drafts = await sweepFiles(shop.drafts, olderThan);
  let orphans = 0;
  let remains = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const prefix = byte.toString(16).padStart(2, '0');
    const entries = await entriesOf(shop.keys, prefix);
    orphans += await sweepOrphans(shop, entries, { isReferenced, olderThan });
    remains += await sweepRemains(shop, prefix, { entries, olderThan });
  }
  return { drafts, orphans, remains };
}

async function entriesOf(keys: BlobKeyTable, prefix: string): Promise<BlobEntry[]> {
  const found: BlobEntry[] = [];
  for (let after = prefix; ; after = found.at(-1)!.hash) {
    const page = await keys.list(after, pageSize);
    const inside = page.filter((entry) => entry.hash.startsWith(prefix));
    found.push(...inside);
    if (inside.length < pageSize) return found;
  }
}

async function sweepOrphans(
  shop: Workshop,
  entries: readonly BlobEntry[],
  rule: { isReferenced: AskReferences; olderThan: Date },
): Promise<number> {
  const old = entries.filter((entry) => entry.confirmedAt < rule.olderThan);
  if (old.length === 0) return 0;
  const wanted = await rule.isReferenced(old.map((entry) => entry.hash));
  let removed = 0;
  for (const entry of old) {
    if (wanted.has(entry.hash) || !(await shop.keys.remove(entry.hash, rule.olderThan))) continue;
    await shop.objects.drop(objectName(entry.hash, entry));
    removed += 1;
  }
  return removed;
}

async function sweepRemains(
  shop: Workshop,
  prefix: string,
  { entries, olderThan }: { entries: readonly BlobEntry[]; olderThan: Date },
): Promise<number> {
  const kept = new Set(entries.map((entry) => objectName(entry.hash, entry)));
  let removed = 0;
  for await (const { name, changedAt } of shop.objects.names(prefix)) {
    if (changedAt >= olderThan || kept.has(name)) continue;
    const hash = hashInName(name)!;
    const key = await shop.keys.get(hash); // asked again: its put may have ended since the list was read
    if (key && objectName(hash, key) === name) continue;
    await shop.objects.drop(name);
    removed += 1;
  }
  return removed;
}

/** Removes files of a folder that nobody touched since `olderThan`; returns how many. */
export async function sweepFiles(dir: string, olderThan: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(dir)) {
    const file = path.join(dir, name);
    const found = await stat(file).catch(() => undefined);
    if (!found || found.mtime >= olderThan) continue;
    await removeQuietly(file);
    removed += 1;
  }
  return removed;
}
