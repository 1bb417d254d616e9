// SPDX-License-Identifier: EUPL-1.2
// The process that is killed. It puts contents into a store whose key table lives in the parent (as it lives in PostgreSQL in
// production) and says what was acknowledged. With one thread for files, the n-th call of a kind is the same in every run.
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { openBlobStore } from '../../src/kernel/blob/blob-store.ts';
import { StorageError } from '../../src/kernel/blob/storage-error.ts';
import { openVault } from '../../src/kernel/vault/index.ts';
import { type FromChild, remoteKeys } from './blob-messages.ts';
import { contentsOf, sha256, streamOf, uploadId } from './blob-scenario.ts';

const [dir = '', keyDir = '', scenario = ''] = process.argv.slice(2);
const say = (message: FromChild) => process.send?.(message);

/** Mutant: writes straight to the final name, as one does without thinking. */
async function putNaively(bytes: Buffer): Promise<string> {
  const hash = sha256(bytes);
  const folder = path.join(dir, hash.slice(0, 2), hash.slice(2, 4));
  await mkdir(folder, { recursive: true });
  const file = await open(path.join(folder, `${hash}.${hash.slice(0, 16)}`), 'w');
  await file.write(bytes, 0, bytes.length, 0);
  await file.close();
  return hash;
}

async function prepare(): Promise<(bytes: Buffer) => Promise<string>> {
  if (scenario === 'naive') return putNaively;
  const vault = await openVault(keyDir);
  vault.wrapKey('blob', Buffer.alloc(32)); // this month's keys are loaded now, not during the put
  vault.wrapKey('upload', Buffer.alloc(32));
  const store = await openBlobStore({ dir, vault, keys: remoteKeys() });
  if (scenario === 'put') return async (bytes) => (await store.put(streamOf(bytes))).hash;
  return async (bytes) => {
    await store.openUpload(uploadId);
    const { offset } = await store.append(uploadId, 0, streamOf(bytes));
    say({ type: 'received', offset });
    return (await store.complete(uploadId)).hash;
  };
}

async function run(put: (bytes: Buffer) => Promise<string>): Promise<void> {
  try {
    for (const bytes of contentsOf(scenario)) say({ type: 'acknowledged', hash: await put(bytes) });
    say({ type: 'ended', reason: 'done' });
  } catch (fault) {
    say({ type: 'ended', reason: fault instanceof StorageError ? fault.reason : String(fault) });
  }
  process.disconnect?.();
}

const put = await prepare();
process.once('message', () => void run(put));
say({ type: 'ready' });
