// SPDX-License-Identifier: EUPL-1.2
import { Refusal, type RefusalKind } from '../refusal.ts';

/** Why the store did not do what was asked. */
export type StorageReason =
  | 'storage-full' // no room; nothing was kept
  | 'storage-fault' // disk or object store failed, or lied; nothing was acknowledged
  | 'too-large'
  | 'not-found' // never put, or shredded
  | 'damaged' // bytes differ from what was put; none of them is served
  | 'offset-mismatch'
  | 'upload-busy'
  | 'upload-unknown';

/** The store's failure as a value with a reason; `details` are numbers a text may show. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly reason: StorageReason;
  readonly details: Readonly<Record<string, number>>;

  constructor(reason: StorageReason, { cause, details = {} }: { cause?: unknown; details?: Record<string, number> } = {}) {
    super(reason, { cause });
    this.reason = reason;
    this.details = details;
  }
}

const kinds: Partial<Record<StorageReason, RefusalKind>> = {
  'storage-full': 'storage-full',
  'storage-fault': 'unavailable',
  'too-large': 'too-large',
  'not-found': 'not-found',
  'offset-mismatch': 'conflict',
  'upload-busy': 'conflict',
  'upload-unknown': 'not-found',
};

/** The refusal a person sees, or undefined when it is no answer but a fault (damaged content, foreign errors). */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof StorageError)) return undefined;
  const kind = kinds[error.reason];
  return kind && new Refusal(kind, `blob.${error.reason}`, error.details);
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Runs one access to the disk; what the system reports comes out typed. */
export async function storing<T>(access: () => Promise<T>): Promise<T> {
  try {
    return await access();
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new StorageError(full.has(code) ? 'storage-full' : 'storage-fault', { cause });
  }
}
