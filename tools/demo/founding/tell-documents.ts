// SPDX-License-Identifier: EUPL-1.2
import type { Json } from '../../../src/kernel/event.ts';
import { idOf } from '../dice.ts';
import type { PaperStory } from '../stories/story.ts';
import type { KeptContent } from './contents.ts';
import type { Deed, What } from './deeds.ts';
import type { DocumentRow } from './rows.ts';
import { note, type Teller, type Telling } from './telling.ts';

type DocumentDeed = 'register' | 'version' | 'sign' | 'withdraw';

/** How the deeds about documents are told. */
export const documentTellers: { readonly [Kind in DocumentDeed]: Teller<Kind> } = {
  register,
  async version(telling, deed) {
    const document = telling.documents.get(deed.paper)!;
    const kept = await telling.site.keeper.keep(deed.paper.versions[deed.no - 1]!);
    const facts = { upload: '', newRound: false, version: addVersion(telling, document, { deed, kept, no: deed.no }) };
    Object.assign(document, { versions: deed.no, lock: document.lock + 1 });
    note(telling, deed, { type: 'records.version-added', object: `document:${document.id}`, content: kept.hash, facts });
  },
  sign(telling, deed) {
    const document = telling.documents.get(deed.paper)!;
    const newest = telling.rows.versions.findLast(({ document_id }) => document_id === document.id)!;
    Object.assign(document, { state: 'signed', lock: document.lock + 1 });
    const facts = { version: document.versions };
    note(telling, deed, {
      type: 'records.document-signed-off',
      object: `document:${document.id}`,
      content: newest.content,
      facts,
    });
  },
  withdraw(telling, deed) {
    const document = telling.documents.get(deed.paper)!;
    Object.assign(document, { state: 'withdrawn', lock: document.lock + 1 });
    note(telling, deed, {
      type: 'records.document-withdrawn',
      object: `document:${document.id}`,
      facts: { reason: deed.reason },
    });
  },
};

async function register(telling: Telling, deed: Extract<What, { kind: 'register' }> & Deed): Promise<void> {
  const { rows, documents } = telling;
  const { paper, parent } = deed;
  const it = telling.cases.get(deed.case)!;
  const kept = await telling.site.keeper.keep(paper.versions[0]!);
  const { title, kind, direction, datedOn } = paper;
  const incoming = direction === 'in';
  const no = it.documents + 1;
  const document: DocumentRow = {
    id: idOf(deed.at, 'document', it.id, no),
    file_id: it.file_id,
    case_id: it.id,
    no,
    title,
    kind,
    direction,
    state: incoming ? 'registered' : 'draft',
    dated_on: datedOn,
    received_on: incoming ? paper.day : null,
    parent_id: parent === undefined ? null : (documents.get(parent)?.id ?? null),
    message_key: kept.messageKey,
    versions: 1,
    lock: 1,
  };
  Object.assign(it, { documents: no, lock: it.lock + 1 });
  documents.set(paper, document);
  rows.documents.push(document);
  const facts = {
    ...{ case: it.id, no, title, kind, direction, state: document.state, datedOn, receivedOn: document.received_on },
    ...{ parent: document.parent_id, messageKey: kept.messageKey, upload: '' },
    version: addVersion(telling, document, { deed, kept, no: 1 }),
  };
  note(telling, deed, { type: 'records.document-registered', object: `document:${document.id}`, content: kept.hash, facts });
}

interface NewVersion {
  readonly deed: Deed & { readonly paper: PaperStory };
  readonly kept: KeptContent;
  readonly no: number;
}

function addVersion({ rows, founded }: Telling, document: DocumentRow, { deed, kept, no }: NewVersion): Record<string, Json> {
  const { hash: content, size, mediaType, pages } = kept;
  const id = idOf(deed.at, 'version', document.id, no);
  const { file_id: file } = document;
  const note = no === 1 ? '' : `Fassung ${no}`;
  const { fileName } = deed.paper;
  rows.versions.push({
    ...{ id, file_id: file, document_id: document.id, no, content, size, media_type: mediaType, file_name: fileName, note },
    page_count: pages.length,
  });
  rows.pages.push(...pages.map((text, index) => ({ version_id: id, file_id: file, no: index + 1, text })));
  founded.push({ id, file, document: document.id, mediaType, pages: [] }); // their pages are written with the rows
  return { version: id, no, size, mediaType, fileName, note };
}
