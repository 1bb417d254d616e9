// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { type BlobKey, type BlobKeyTable, unwrapBlobKey, wrapBlobKey } from './blob-key.ts';
import { contentOf, faultIn, type Opener, objectOf } from './content.ts';
import { type BlobSource, type PutOptions, writeDraft } from './draft.ts';
import { removeQuietly } from './durable-file.ts';
import { objectName } from './sealed-objects.ts';
import { StorageError } from './storage-error.ts';

/** What a put leans on. */
export interface Workshop extends Opener {
  readonly keys: BlobKeyTable;
  /** Folder for unfinished files, in the same file system as the store. */
  readonly drafts: string;
}

/** What a put acknowledges: durable, read back, readable with a key that is durable too. */
export interface PutResult {
  /** SHA-256 of the content, hex: its name from now on. */
  readonly hash: string;
  readonly size: number;
  readonly sha512: string;
  readonly sealedHash: string;
  /** True when the same content was here before. */
  readonly known: boolean;
}

const dataKeyBytes = 32;
const tries = 5;

/** Receives content and settles it under its hash. */
export async function putContent(shop: Workshop, source: BlobSource, options: PutOptions): Promise<PutResult> {
  const dataKey = randomBytes(dataKeyBytes);
  const { file, ...facts } = await writeDraft(source, { ...options, dir: shop.drafts, dataKey });
  const { hash, size, sha512, sealedHash } = facts;
  const mine = await orRemove(file, async () => {
    const key = wrapBlobKey(shop.vault, hash, { dataKey, size, sha512, sealedHash });
    await shop.objects.keep(file, objectOf(hash, key));
    return key;
  });
  const inForce = await agree(shop, hash, mine);
  return { hash, size, sha512, sealedHash: inForce.sealedHash, known: inForce.sealedHash !== sealedHash };
}

async function orRemove<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    await removeQuietly(file);
    throw fault;
  }
}

/**
 * Several puts of one content may run at once, in several processes, beside a sweep. Each first makes its own sealed copy durable,
 * under a name of its own; then the key table decides whose key is in force. Only the losers' copies are dropped, and only after
 * the winner's was read: so there is never a key without content, nor acknowledged content whose key was lost.
 */
async function agree(shop: Workshop, hash: string, mine: BlobKey): Promise<BlobKey> {
  for (let left = tries; left > 0; left -= 1) {
    const winner = await shop.keys.put(hash, mine);
    if (winner.sealedHash === mine.sealedHash) return mine;
    if (await stands(shop, hash, { winner, mine })) {
      await shop.objects.drop(objectName(hash, mine));
      return winner;
    }
  }
  throw new StorageError('storage-fault');
}

async function stands(shop: Workshop, hash: string, { winner, mine }: { winner: BlobKey; mine: BlobKey }): Promise<boolean> {
  if (!(await faultIn(shop, hash, winner))) return true;
  await repairFrom(shop, hash, { winner, mine });
  return (await shop.keys.get(hash))?.sealedHash === winner.sealedHash; // shredded meanwhile? then mine becomes the key
}

/** Replaces a lost or damaged object: the same bytes sealed with the same key are the same object, to the last bit. */
async function repairFrom(shop: Workshop, hash: string, { winner, mine }: { winner: BlobKey; mine: BlobKey }): Promise<void> {
  const dataKey = unwrapBlobKey(shop.vault, hash, winner);
  const draft = await writeDraft(contentOf(shop, hash, { key: mine }), { dir: shop.drafts, dataKey });
  await orRemove(draft.file, async () => {
    if (draft.sealedHash !== winner.sealedHash) throw new StorageError('storage-fault');
    await shop.objects.keep(draft.file, objectOf(hash, winner));
  });
}
