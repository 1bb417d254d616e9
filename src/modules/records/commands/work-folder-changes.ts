// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { changeDead, DavRefusal, type DavResource, type DavStore, type Path, type Stream } from '@fachwerk/webdav';
import { Refusal, statusOf } from '../../../kernel/refusal.ts';
import { editLimits } from '../rules/editing.ts';
import { findNewestVersion } from '../store/documents.ts';
import {
  copyEntries,
  entryBytes,
  folderLoad,
  propertiesOf,
  putEntry,
  removeEntries,
  setProperties,
} from '../store/work-files.ts';
import { saveEdited, type Saved } from './save-edited.ts';
import { isDocument, resourceAt, type WorkFolder } from './work-resource.ts';

type Changes = Required<Pick<DavStore, 'write' | 'makeCollection' | 'remove' | 'copy' | 'move' | 'changeProperties' | 'rescue'>>;

const mostProperties = 262_144;

/** What programs may change in a work folder: the document by saving, everything else freely within the folder's limits. */
export function workFolderChanges(folder: WorkFolder): Changes {
  const { session, run } = folder;
  return {
    write: (path, body, mediaType) =>
      isDocument(folder, path) ? saveDocument(folder, body) : writeHelper(folder, path, { body, mediaType }),
    makeCollection: (path) => writeEntry(folder, path, { kind: 'collection' }),
    remove: (path) =>
      isDocument(folder, path)
        ? Promise.resolve(new DavRefusal(403, { sentence: folder.say('records.editing.not-deleted') }))
        : run((tx) => removeEntries(tx, session, path)).then(() => undefined),
    copy: (from, to, deep) => transfer(folder, { from, to, deep }),
    async move(from, to) {
      const refusal = await transfer(folder, { from, to, deep: true });
      if (!refusal) await run((tx) => removeEntries(tx, session, from));
      return refusal;
    },
    changeProperties: (path, changes) =>
      run(async (tx) => {
        const properties = changeDead(await propertiesOf(tx, session, path), changes);
        if (JSON.stringify(properties).length > mostProperties) return new DavRefusal(507);
        await setProperties(tx, session, { path, properties });
        return undefined;
      }),
    rescue: (path, body) => rescue(folder, path, body),
  };
}

/** Saving the document: a new version, or a sentence why not. */
async function saveDocument(folder: WorkFolder, body: Stream): Promise<DavResource | DavRefusal> {
  const text = await unlessEmpty(body);
  // Some programs write nothing first, to see whether they may: nothing is no version.
  const saved = text ? await saveEdited(folder, text) : ({ as: 'nothing' } as const);
  const no = refusalIn(folder, saved);
  if (no) return no;
  await writeEntry(folder, [folder.of.fileName], { kind: 'document' });
  return (await folder.run((tx) => resourceAt(folder, tx, [folder.of.fileName]))) ?? new DavRefusal(404);
}

function refusalIn({ say }: WorkFolder, saved: Saved | Refusal): DavRefusal | undefined {
  if (saved instanceof Refusal) return new DavRefusal(statusOf(saved), { sentence: say(saved.reason, saved.details) });
  return saved.as === 'conflict' ? new DavRefusal(409, { sentence: say('records.editing.kept-as-conflict') }) : undefined;
}

/** A text that was refused because of somebody else: it is kept beside the document. */
async function rescue(folder: WorkFolder, path: Path, body: Stream): Promise<string | undefined> {
  const text = isDocument(folder, path) ? await unlessEmpty(body) : undefined;
  if (!text) return undefined;
  const saved = await saveEdited(folder, text, true);
  if (saved instanceof Refusal) return folder.say(saved.reason, saved.details);
  return folder.say(saved.as === 'conflict' ? 'records.editing.kept-as-conflict' : 'records.editing.saved-before');
}

async function unlessEmpty(body: Stream): Promise<Stream | undefined> {
  const pieces = body[Symbol.asyncIterator]();
  for (;;) {
    const { value, done } = await pieces.next();
    if (done) return undefined;
    if (value.byteLength > 0) return continued(value, pieces);
  }
}

async function* continued(first: Uint8Array, rest: AsyncIterator<Uint8Array>): Stream & AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function writeHelper(
  folder: WorkFolder,
  path: Path,
  { body, mediaType }: { body: Stream; mediaType: string },
): Promise<DavResource | DavRefusal> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > editLimits.fileBytes) return new DavRefusal(413);
    pieces.push(piece);
  }
  const no = await writeEntry(folder, path, { kind: 'file', bytes: Buffer.concat(pieces), mediaType });
  return no ?? (await folder.run((tx) => resourceAt(folder, tx, path))) ?? new DavRefusal(404);
}

interface What {
  readonly kind: 'document' | 'file' | 'collection';
  readonly bytes?: Uint8Array;
  readonly mediaType?: string;
}

function writeEntry(folder: WorkFolder, path: Path, what: What): Promise<DavRefusal | undefined> {
  const { session, of, runtime } = folder;
  return folder.run(async (tx) => {
    const { entries, bytes } = await folderLoad(tx, session);
    const full = entries >= editLimits.entries || bytes + (what.bytes?.byteLength ?? 0) > editLimits.folderBytes;
    if (full && what.kind !== 'document') return new DavRefusal(507, { sentence: folder.say('records.editing.folder-full') });
    const etag = what.kind === 'file' ? `"${randomUUID()}"` : '';
    await putEntry(tx, { session, file: of.file, path, at: runtime.clock.now(), etag, ...what });
    return undefined;
  });
}

interface Transfer {
  readonly from: Path;
  readonly to: Path;
  readonly deep: boolean;
}

/** Copies between names; onto the document's name it is saving, from it a copy of the newest version. */
async function transfer(folder: WorkFolder, { from, to, deep }: Transfer): Promise<DavRefusal | undefined> {
  const { session, run } = folder;
  if (isDocument(folder, from)) return copyOut(folder, to);
  if (isDocument(folder, to)) {
    const bytes = await run((tx) => entryBytes(tx, session, { path: from, from: 0, to: editLimits.fileBytes }));
    const saved = await saveDocument(folder, once(bytes ?? new Uint8Array()));
    return saved instanceof DavRefusal ? saved : undefined;
  }
  return run(async (tx) => {
    const { entries, bytes } = await folderLoad(tx, session);
    if (entries * 2 > editLimits.entries || bytes * 2 > editLimits.folderBytes) return new DavRefusal(507);
    await copyEntries(tx, session, { from, to, deep });
    return undefined;
  });
}

async function copyOut(folder: WorkFolder, to: Path): Promise<DavRefusal | undefined> {
  const newest = await folder.run((tx) => findNewestVersion(tx, folder.of.document));
  if (!newest) return new DavRefusal(404);
  const written = await writeHelper(folder, to, {
    body: await folder.runtime.blobs.get(newest.content),
    mediaType: newest.mediaType,
  });
  return written instanceof DavRefusal ? written : undefined;
}

async function* once(bytes: Uint8Array): Stream & AsyncGenerator<Uint8Array> {
  yield bytes;
}
