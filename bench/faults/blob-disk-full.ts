// SPDX-License-Identifier: EUPL-1.2
// D5: a small disk is filled to the last byte. Refusals are typed, nothing is torn, everything acknowledged stays readable, an upload
// keeps its place, the guard says read-only in time, and all comes back by itself once there is room.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BlobStore, openBlobStore } from '../../src/kernel/blob/blob-store.ts';
import { startDiskGuard } from '../../src/kernel/blob/disk-guard.ts';
import { memoryBlobKeys } from '../../src/kernel/blob/memory-blob-keys.ts';
import { StorageError } from '../../src/kernel/blob/storage-error.ts';
import { openVault, type Vault } from '../../src/kernel/vault/index.ts';
import { countTorn, hashIn } from './blob-check.ts';
import { type FaultResult, skipped } from './result.ts';
import { bytesOf, sha256, streamOf, uploadId } from './blob-scenario.ts';

const diskBytes = 12_582_912;
const blobBytes = 300_000;
const fillerBytes = 4_194_304;

interface Small {
  /** A mounted disk of 12 MiB. */
  readonly disk: string;
  readonly vault: Vault;
}

/** Fills a small tmpfs; needs the right to mount. */
export async function blobDiskFull(): Promise<FaultResult> {
  const name = 'D5 Inhaltsspeicher: die Platte ist voll';
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'fachwerk-d5-'));
  const disk = path.join(root, 'disk');
  fs.mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'fachwerk-d5', disk]).status === 0;
  if (!mounted) {
    fs.rmSync(root, { recursive: true });
    return skipped(name, 'kein Recht, eine kleine Platte einzuhängen');
  }
  try {
    const small = { disk, vault: await openVault(path.join(root, 'keys')) };
    const checks = [...(await fillToTheBrim(small)), ...(await uploadIntoFullDisk(small)), ...(await guardInTime(small))];
    const torn = await naiveOnFullDisk(small);
    const failed = checks.filter(([, ok]) => !ok).map(([what]) => what);
    return {
      name,
      passed: checks.length - failed.length,
      failed: failed.length,
      detail: failed.length > 0 ? `nicht erfüllt: ${failed.join('; ')}` : checks.map(([what]) => what).join('; '),
      mutant: { name: 'schreibt gleich unter den endgültigen Namen', caught: torn > 0, detail: `${torn} zerrissen` },
    };
  } finally {
    spawnSync('umount', [disk]);
    fs.rmSync(root, { recursive: true });
  }
}

type Check = readonly [what: string, ok: boolean];

async function freshStore(
  { disk, vault }: Small,
  filler = 0,
  readOnly = () => false,
): Promise<{ store: BlobStore; dir: string; makeRoom: () => void }> {
  for (const name of fs.readdirSync(disk)) fs.rmSync(path.join(disk, name), { recursive: true });
  const file = path.join(disk, 'filler');
  fs.writeFileSync(file, Buffer.alloc(filler, 1));
  const dir = path.join(disk, 'content');
  const store = await openBlobStore({ dir, vault, keys: memoryBlobKeys(), readOnly });
  return { store, dir, makeRoom: () => fs.rmSync(file) };
}

async function fillToTheBrim(small: Small): Promise<Check[]> {
  const { store, dir, makeRoom } = await freshStore(small, fillerBytes);
  const { hashes, reason } = await putUntilRefused(store);
  const torn = countTorn(dir);
  const readable = await countReadable(store, hashes);
  makeRoom();
  const again = await store.put(streamOf(bytesOf(blobBytes, 9_999)));
  return [
    [`nach ${hashes.length} Inhalten „storage-full“`, reason === 'storage-full' && hashes.length > 10],
    ['0 zerrissen', torn === 0],
    ['kein halber Entwurf blieb liegen', fs.readdirSync(path.join(dir, 'drafts')).length === 0],
    ['alles Bestätigte lesbar', readable === hashes.length],
    ['mit Platz geht es weiter', (await countReadable(store, [again.hash])) === 1],
  ];
}

async function putUntilRefused(store: BlobStore): Promise<{ hashes: string[]; reason: string }> {
  const hashes: string[] = [];
  for (let seed = 0; seed < 100; seed += 1) {
    try {
      hashes.push((await store.put(streamOf(bytesOf(blobBytes, seed)))).hash);
    } catch (fault) {
      return { hashes, reason: reasonOf(fault) };
    }
  }
  return { hashes, reason: 'never' };
}

async function uploadIntoFullDisk(small: Small): Promise<Check[]> {
  const { store, makeRoom } = await freshStore(small, diskBytes - 2_000_000);
  const bytes = bytesOf(3_000_000, 1);
  let { offset } = await store.openUpload(uploadId);
  let reason = 'never';
  try {
    for (let at = 0; at < bytes.length; at += 500_000)
      offset = (await store.append(uploadId, at, streamOf(bytes.subarray(at, at + 500_000)))).offset;
  } catch (fault) {
    reason = reasonOf(fault);
  }
  makeRoom();
  const kept = await store.openUpload(uploadId);
  await store.append(uploadId, kept.offset, streamOf(bytes.subarray(kept.offset)));
  const { hash } = await store.complete(uploadId);
  return [
    ['Hochladen in Teilen: „storage-full“', reason === 'storage-full'],
    ['bestätigte Teile bleiben, der Rest folgt mit Platz', kept.offset >= offset && hash === sha256(bytes)],
  ];
}

async function guardInTime(small: Small): Promise<Check[]> {
  let readOnly = () => false;
  const { store, makeRoom } = await freshStore(small, fillerBytes, () => readOnly());
  const guard = await startDiskGuard({ dir: small.disk, ballastBytes: 1_048_576, intervalMs: 20 });
  readOnly = guard.readOnly;
  const heard: string[] = [];
  guard.onChange(({ mode }) => heard.push(mode));
  for (let seed = 0; seed < 100 && !guard.readOnly(); seed += 1) {
    await store.put(streamOf(bytesOf(blobBytes, seed)));
    await guard.check();
  }
  const { free, ballast } = guard.state();
  const refused = await store.put(streamOf(bytesOf(10, 1))).then(() => 'taken', reasonOf);
  makeRoom();
  const freed = Date.now();
  while (guard.readOnly() && Date.now() - freed < 5_000) await new Promise((resolve) => setTimeout(resolve, 10));
  const taken = await store.put(streamOf(bytesOf(10, 2))).then(
    () => true,
    () => false,
  );
  guard.stop();
  return [
    [`nur lesen ab ${Math.round(free * 100)} % frei`, free < 0.1 && free > 0.03 && ballast && refused === 'storage-full'],
    [`wieder schreiben ${Date.now() - freed} ms nach der Räumung`, taken && heard.join() === 'read-only,writable'],
  ];
}

async function naiveOnFullDisk(small: Small): Promise<number> {
  const { dir } = await freshStore(small, fillerBytes);
  try {
    for (let seed = 0; seed < 100; seed += 1) {
      const bytes = bytesOf(blobBytes, seed);
      fs.writeFileSync(path.join(dir, `${sha256(bytes)}.${sha256(bytes).slice(0, 16)}`), bytes);
    }
  } catch {
    // full
  }
  return countTorn(dir);
}

async function countReadable(store: BlobStore, hashes: readonly string[]): Promise<number> {
  let readable = 0;
  for (const hash of hashes) if ((await hashIn(store, hash)) === hash) readable += 1;
  return readable;
}

function reasonOf(fault: unknown): string {
  return fault instanceof StorageError ? fault.reason : String(fault);
}
