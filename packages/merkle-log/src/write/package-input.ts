// SPDX-License-Identifier: EUPL-1.2
import type { AbsenceReason } from '../verify/proof-file.ts';

/** An entry of the stream with its inclusion path in the tree of the package's checkpoint; `personal` is absent once it was erased. */
export type PackageEntry = {
  readonly seq: number;
  readonly header: string;
  readonly commitment: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly personal?: { readonly salt: Uint8Array; readonly body: Uint8Array } | undefined;
};

/** An erasing act that explains missing personal parts, with its statement (`formatErasure`). */
export type PackageErasure = Omit<PackageEntry, 'personal'> & { readonly statement: string };

/** A document: `name` as the clerk knows it, `no` the entry whose header names its SHA-256 (hex), `size` in bytes. */
export type PackageDocument = {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly no: number;
  open(): AsyncIterable<Uint8Array>;
};

/** A head kept by a witness; `path` is the consistency proof between it and the package's checkpoint (smaller to larger size). */
export type PackageWitness = { readonly note: string; readonly key?: string | undefined; readonly path: readonly Uint8Array[] };

/** Everything that goes into a proof package. */
export type PackageInput = {
  /** What the file is called, for display only. */
  readonly title: string;
  /** The stream that is proven whole, `file:<id>`. */
  readonly stream: string;
  /** Verifier key of the log, type 1. */
  readonly key: string;
  /** Signed checkpoint that all inclusion paths lead to. */
  readonly checkpoint: string;
  /** Note over `formatStatement`: how many entries the stream has at this checkpoint. */
  readonly statement?: string | undefined;
  readonly entries: AsyncIterable<PackageEntry> | Iterable<PackageEntry>;
  readonly erasures?: Iterable<PackageErasure> | undefined;
  readonly documents?: Iterable<PackageDocument> | undefined;
  /** Entries that name a hash whose content is deliberately left out. */
  readonly absent?: Iterable<{ readonly no: number; readonly reason: AbsenceReason }> | undefined;
  readonly witnesses?: Iterable<PackageWitness> | undefined;
  /** Evidence records (RFC 4998, DER) with the SHA-256 (hex) of the documents that each covers. */
  readonly evidence?: Iterable<{ readonly record: Uint8Array; readonly documents: readonly string[] }> | undefined;
  /** When the package is made. */
  readonly at: Date;
  /** The bytes of `pruefer.html` as `buildVerifier` makes it. */
  readonly page?: Uint8Array | undefined;
};
