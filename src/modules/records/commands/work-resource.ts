// SPDX-License-Identifier: EUPL-1.2
import { type DavResource, type Path, samePath } from '@fachwerk/webdav';
import type { Tx } from '../../../kernel/database.ts';
import { editLimits } from '../rules/editing.ts';
import { findNewestVersion, type NewestVersion } from '../store/documents.ts';
import type { EditSession } from '../store/editing.ts';
import { findEntry, type WorkEntry } from '../store/work-files.ts';
import type { Editing } from './save-edited.ts';

/** A work folder: whose it is, and what lies in it. */
export interface WorkFolder extends Editing {
  readonly of: EditSession;
  say(key: string, details?: Readonly<Record<string, string | number>>): string;
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The one name that is the document. */
export function isDocument({ of }: WorkFolder, path: Path): boolean {
  return samePath(path, [of.fileName]);
}

/** Who it is for the protocol. */
export async function resourceAt(folder: WorkFolder, tx: Tx, path: Path): Promise<DavResource | undefined> {
  if (path.length === 0) return rootOf(folder);
  const entry = await findEntry(tx, folder.session, path);
  return entry && resourceOf(folder, tx, entry);
}

function rootOf({ of }: WorkFolder): DavResource {
  const at = new Date(of.endsAt.getTime() - editLimits.hours * 3_600_000);
  return { kind: 'collection', created: at, modified: at, etag: '', size: 0, mediaType: '' };
}

/** The resource of an entry; undefined when its document cannot be seen any more. */
export async function resourceOf(folder: WorkFolder, tx: Tx, entry: WorkEntry): Promise<DavResource | undefined> {
  const { changedAt, kind, size, etag, mediaType } = entry;
  if (kind !== 'document') {
    return { kind, created: changedAt, modified: changedAt, etag: kind === 'file' ? etag : '', size, mediaType };
  }
  const newest = await findNewestVersion(tx, folder.of.document);
  if (!newest) return undefined;
  // Somebody else's version is newer than what this program knows.
  const modified = newest.no === folder.of.base ? changedAt : folder.runtime.clock.now();
  const facts = { size: newest.size, mediaType: newest.mediaType, etag: etagOf(newest) };
  return { kind: 'file', created: changedAt, modified, ...facts };
}

function etagOf({ no, content }: NewestVersion): string {
  return `"v${no}-${content.slice(0, 32)}"`;
}
