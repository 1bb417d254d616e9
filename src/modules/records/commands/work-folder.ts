// SPDX-License-Identifier: EUPL-1.2
import { covers, type DavLock, DavRefusal, type DavStore, lockAgainst, type Path } from '@fachwerk/webdav';
import { newId } from '../../../kernel/id.ts';
import { editLimits } from '../rules/editing.ts';
import { findNewestVersion } from '../store/documents.ts';
import { type EditLock, holdForLocking, insertLock, locksFor, prolongLock, removeLock } from '../store/edit-locks.ts';
import { rememberBase } from '../store/editing.ts';
import { entryBytes, listEntries, propertiesOf } from '../store/work-files.ts';
import { workFolderChanges } from './work-folder-changes.ts';
import { isDocument, resourceAt, resourceOf, type WorkFolder } from './work-resource.ts';

/**
 * Arbeitsordner: the private folder behind a secret address. One name in it is the document, everything else is what a program puts beside
 * it (lock files, intermediate copies) and never becomes a version.
 */
export function workFolder(folder: WorkFolder): DavStore {
  return { ...reading(folder), ...workFolderChanges(folder), ...locking(folder) };
}

function reading(folder: WorkFolder): Pick<DavStore, 'find' | 'list' | 'read' | 'properties'> {
  const { session, of, run, runtime } = folder;
  return {
    find: (path) => run((tx) => resourceAt(folder, tx, path)),
    list: (path) =>
      run(async (tx) => {
        const found = [];
        for (const entry of await listEntries(tx, session, path)) {
          const resource = await resourceOf(folder, tx, entry);
          if (resource) found.push({ name: entry.path.at(-1) ?? '', resource });
        }
        return found;
      }),
    async read(path, range) {
      if (!isDocument(folder, path)) return readHelper(folder, path, range);
      const newest = await run(async (tx) => {
        const version = await findNewestVersion(tx, of.document);
        // What was read is what the next text builds upon.
        if (version && version.no !== of.base) await rememberBase(tx, session, { base: version.no, saved: '' });
        return version;
      });
      return newest ? runtime.blobs.get(newest.content, range) : new DavRefusal(404);
    },
    properties: (path) => run((tx) => propertiesOf(tx, session, path)),
  };
}

async function readHelper({ run, session }: WorkFolder, path: Path, range: { from: number; to: number } | undefined) {
  const bytes = await run((tx) => entryBytes(tx, session, { path, ...(range ?? { from: 0, to: editLimits.fileBytes }) }));
  return bytes ? once(bytes) : new DavRefusal(404);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

type Locking = Pick<DavStore, 'locks' | 'lock' | 'refreshLock' | 'unlock'>;

function locking(folder: WorkFolder): Locking {
  const { session, of, run, runtime, caller } = folder;
  const here = { session, document: of.document };
  return {
    locks: () => run(async (tx) => (await locksFor(tx, here)).map((lock) => davLock(folder, lock))),
    lock: (wanted) =>
      run(async (tx) => {
        await holdForLocking(tx, here);
        const held = (await locksFor(tx, here)).map((lock) => davLock(folder, lock));
        if (lockAgainst(held, wanted)) return new DavRefusal(423, { condition: 'no-conflicting-lock' });
        const { token, root, scope, depth, owner, until } = wanted;
        const onDocument = covers(wanted, [of.fileName]);
        const since = runtime.clock.now();
        const place = { document: of.document, file: of.file, holder: caller.person ?? '', path: root, onDocument };
        await insertLock(tx, { id: newId(), session, kind: 'dav', token, scope, depth, owner, since, until, ...place });
        return undefined;
      }),
    refreshLock: (token, until) => run((tx) => prolongLock(tx, { session, token, until })),
    unlock: (token) => run((tx) => removeLock(tx, { session, token })),
  };
}

/** A lock as this folder sees it: that of somebody else lies on the document alone. */
function davLock({ session, of }: WorkFolder, { token, path, scope, depth, owner, until, ...lock }: EditLock): DavLock {
  const mine = lock.session === session && lock.kind === 'dav';
  if (mine) return { token, root: path, scope, depth, owner, until, mine };
  return { token, root: [of.fileName], scope, depth: '0', owner: '', until, mine };
}
