// SPDX-License-Identifier: EUPL-1.2
import type { DavRefusal } from './answer.ts';
import type { DavLock } from './lock.ts';
import type { Path } from './path.ts';

/** Bytes on their way. */
export type Stream = AsyncIterable<Uint8Array>;

/** Something at an address. */
export interface DavResource {
  readonly kind: 'collection' | 'file';
  readonly created: Date;
  readonly modified: Date;
  /** Entity tag with its quotes; empty for a collection. */
  readonly etag: string;
  /** Bytes; 0 for a collection. */
  readonly size: number;
  readonly mediaType: string;
}

/** A member of a collection. */
export interface Listed {
  readonly name: string;
  readonly resource: DavResource;
}

/** A property that the server keeps without understanding it (RFC 4918 §4.2). */
export interface DeadProperty {
  readonly uri: string;
  readonly name: string;
  /** Its content as XML that stands alone. */
  readonly content: string;
  /** Its attributes as written behind the name, e.g. ` xml:lang="de"`. */
  readonly attributes: string;
}

/** One wish of a PROPPATCH; without `content` the property goes. */
export type PropertyChange = Pick<DeadProperty, 'uri' | 'name'> & { readonly set?: DeadProperty | undefined };

/**
 * Where resources live. Every call runs in the name of one principal and sees what that principal may see; a refusal is an
 * expected no. The caller has already asked locks and preconditions; the store keeps the tree in shape (a parent exists).
 */
export interface DavStore {
  find(path: Path): Promise<DavResource | undefined>;
  /** Members of a collection. */
  list(path: Path): Promise<readonly Listed[]>;
  /** `to` is exclusive. */
  read(path: Path, range: { from: number; to: number } | undefined): Promise<Stream | DavRefusal>;
  write(path: Path, body: Stream, mediaType: string): Promise<DavResource | DavRefusal>;
  makeCollection(path: Path): Promise<DavRefusal | undefined>;
  /** With everything below. */
  remove(path: Path): Promise<DavRefusal | undefined>;
  /** The target is free, or both are files and the old content is replaced in one step. `deep`: with everything below. */
  copy(from: Path, to: Path, deep: boolean): Promise<DavRefusal | undefined>;
  /** The same; locks stay behind. */
  move(from: Path, to: Path): Promise<DavRefusal | undefined>;
  properties(path: Path): Promise<readonly DeadProperty[]>;
  /** All or none, in the given order. */
  changeProperties(path: Path, changes: readonly PropertyChange[]): Promise<DavRefusal | undefined>;
  /** Locks that hold now and may matter below this mount. */
  locks(): Promise<readonly DavLock[]>;
  /** Atomically, unless another lock came first: then a refusal with 423. */
  lock(lock: DavLock): Promise<DavRefusal | undefined>;
  refreshLock(token: string, until: Date): Promise<void>;
  unlock(token: string): Promise<void>;
  /**
   * A PUT was refused because somebody else has changed or locked the resource. The store may keep the text elsewhere, so that nothing is
   * lost; what it says goes into the answer.
   */
  rescue?(path: Path, body: Stream, mediaType: string): Promise<string | undefined>;
}
