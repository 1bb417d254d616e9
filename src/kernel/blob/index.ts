// SPDX-License-Identifier: EUPL-1.2
export type { BlobEntry, BlobKey, BlobKeyTable } from './blob-key.ts';
export { type BlobStat, type BlobStore, type BlobStoreOptions, openBlobStore, type Scrubbed } from './blob-store.ts';
export type { Range } from './content.ts';
export { type DiskGuard, type DiskState, startDiskGuard } from './disk-guard.ts';
export type { BlobSource, PutOptions } from './draft.ts';
export { memoryBlobKeys } from './memory-blob-keys.ts';
export { type InTransaction, pgBlobKeys } from './pg-blob-keys.ts';
export { openS3BlobStore } from './s3-blob.ts';
export type { S3Options } from './s3-call.ts';
export type { PutResult } from './settle.ts';
export { refusalOf, StorageError, type StorageReason } from './storage-error.ts';
export type { AskReferences, Swept } from './sweep.ts';
export { blobTexts } from './texts.ts';
export type { UploadState } from './upload.ts';
