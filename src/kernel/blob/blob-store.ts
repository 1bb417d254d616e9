// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import type { Vault } from '../vault/index.ts';
import type { BlobKey, BlobKeyTable } from './blob-key.ts';
import { contentOf, faultIn, objectOf, type Range } from './content.ts';
import type { BlobSource, PutOptions } from './draft.ts';
import { makeDirectory } from './durable-file.ts';
import { fileObjects } from './file-objects.ts';
import { objectName, type SealedObjects } from './sealed-objects.ts';
import { type PutResult, putContent, type Workshop } from './settle.ts';
import { StorageError, type StorageReason, storing } from './storage-error.ts';
import { type AskReferences, type Swept, sweep } from './sweep.ts';
import { openUploads, type Uploads } from './upload.ts';

/** What is known about a content without reading it. */
export type BlobStat = Pick<BlobKey, 'size' | 'sha512' | 'sealedHash'>;

/** Finding of the scrubber about one content. */
export interface Scrubbed {
  readonly hash: string;
  readonly ok: boolean;
  /** Why not: `damaged` (bytes differ, missing, or its row was changed) or `storage-fault` (not readable now). */
  readonly reason?: StorageReason | undefined;
}

/** Contents addressed by their SHA-256, each sealed with a key of its own. Failures are `StorageError`s. */
export interface BlobStore extends Uploads {
  /** Streams content in. When it resolves the content is durable and was read back; putting it again is a no-op. */
  put(source: BlobSource, options?: PutOptions): Promise<PutResult>;
  /**
   * Streams content out; rejects with `not-found` or `damaged` before the first byte where that can be known. A part damaged later
   * errors the stream before the first false byte: the reader must treat a stream that ends in an error as nothing.
   */
  get(hash: string, range?: Range): Promise<ReadableStream<Uint8Array>>;
  /** True when the content has a key and its sealed bytes have the right length. */
  has(hash: string): Promise<boolean>;
  stat(hash: string): Promise<BlobStat | undefined>;
  /** Destroys content: removes its key, then its bytes. With `unlessPutSince` only if nobody put it since. True when destroyed. */
  shred(hash: string, unlessPutSince?: Date): Promise<boolean>;
  /** Reads and checks the stock in order of hashes, from after `after`, at the reader's pace; carry on with the last hash. */
  scrub(after?: string): AsyncIterable<Scrubbed>;
  /** Removes what broken-off work left behind, see `sweep`; unfinished uploads included. */
  sweepOrphans(isReferenced: AskReferences, olderThan: Date): Promise<Swept & { uploads: number }>;
}

/** What a store is made of. */
export interface BlobStoreOptions {
  /** Folder of the contents, e.g. `<data>/content`. */
  readonly dir: string;
  readonly vault: Vault;
  readonly keys: BlobKeyTable;
  /** True while nothing may be written (disk guard). */
  readonly readOnly?: (() => boolean) | undefined;
}

/** Opens the store in a folder, creating it. */
export async function openBlobStore(options: BlobStoreOptions): Promise<BlobStore> {
  return openStoreOver(fileObjects(options.dir), options);
}

/** Opens a store whose sealed objects lie elsewhere; drafts and uploads stay in the folder. */
export async function openStoreOver(
  objects: SealedObjects,
  { dir, vault, keys, readOnly = () => false }: BlobStoreOptions,
): Promise<BlobStore> {
  const drafts = path.join(dir, 'drafts');
  await storing(async () => {
    await makeDirectory(dir);
    await makeDirectory(drafts);
  });
  const shop: Workshop = { objects, vault, keys, drafts };
  const put = async (source: BlobSource, options: PutOptions = {}) => {
    if (readOnly()) throw new StorageError('storage-full');
    return putContent(shop, source, options);
  };
  const uploads = await openUploads({ dir: path.join(dir, 'uploads'), vault, put, readOnly });
  return {
    ...uploads,
    put,
    get: (hash, range = {}) => readContent(shop, hash, range),
    stat: (hash) => keys.get(hash),
    async has(hash) {
      const key = await keys.get(hash);
      return key !== undefined && (await objects.length(objectName(hash, key))) === objectOf(hash, key).length;
    },
    async shred(hash, unlessPutSince) {
      const key = await keys.get(hash);
      if (!key || !(await keys.remove(hash, unlessPutSince))) return false;
      await objects.drop(objectName(hash, key));
      return true;
    },
    scrub: (after = '') => scrub(shop, after),
    async sweepOrphans(isReferenced, olderThan) {
      return { ...(await sweep(shop, isReferenced, olderThan)), uploads: await uploads.sweepUploads(olderThan) };
    },
  };
}

async function readContent(shop: Workshop, hash: string, range: Range): Promise<ReadableStream<Uint8Array>> {
  const key = await shop.keys.get(hash);
  if (!key) throw new StorageError('not-found');
  const content = contentOf(shop, hash, { key, ...range });
  const first = await content.next().catch(async (fault) => {
    throw (await shop.keys.get(hash)) ? fault : new StorageError('not-found'); // shredded between the two looks
  });
  return ReadableStream.from(prefixed(first, content));
}

/** The first frame is read before the answer begins: a small damaged file becomes an error page, not half an answer. */
async function* prefixed(first: IteratorResult<Uint8Array>, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.done) return;
    yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined); // a reader who leaves early closes the file
  }
}

const scrubPage = 100;

async function* scrub(shop: Workshop, start: string): AsyncGenerator<Scrubbed> {
  for (let after = start; ; ) {
    const entries = await shop.keys.list(after, scrubPage);
    for (const { hash, ...key } of entries) {
      const fault = await faultIn(shop, hash, key);
      const gone = fault && !(await shop.keys.get(hash)); // shredded while it was being read
      if (!gone) yield { hash, ok: !fault, ...(fault && { reason: fault.reason }) };
      after = hash;
    }
    if (entries.length < scrubPage) return;
  }
}
