// SPDX-License-Identifier: EUPL-1.2
import { type BlobStore, type BlobStoreOptions, openStoreOver } from './blob-store.ts';
import type { S3Options } from './s3-call.ts';
import { s3Objects } from './s3-objects.ts';

/** Opens a store whose sealed objects lie in a bucket; keys stay in the key table, drafts and uploads in `dir` on this machine. */
export async function openS3BlobStore(options: BlobStoreOptions & { s3: S3Options }): Promise<BlobStore> {
  return openStoreOver(s3Objects(options.s3), options);
}
