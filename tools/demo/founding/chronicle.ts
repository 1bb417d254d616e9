// SPDX-License-Identifier: EUPL-1.2
import type { Event, Json } from '../../../src/kernel/event.ts';
import type { Act } from '../../../src/kernel/journal/append-many.ts';
import { closingOf } from '../../../src/modules/records/rules/close-case.ts';
import { localDate } from '../../../src/modules/records/rules/local-date.ts';
import { sortKeyOf } from '../../../src/modules/records/rules/reference.ts';
import { idOf } from '../dice.ts';
import type { CaseStory, FileStory, PaperStory } from '../stories/story.ts';
import { callerAs } from './callers.ts';
import type { KeptContent } from './contents.ts';
import type { Deed, What } from './deeds.ts';
import { unitId } from './people.ts';
import type { CaseRow, DocumentRow, FileRow, Rows } from './rows.ts';
import type { FoundedFile, FoundedVersion, Site } from './site.ts';

/** The life of a file as journal entries and as the rows that it leaves. */
export interface Chronicle {
  readonly acts: readonly Act[];
  readonly rows: Rows;
  readonly founded: FoundedFile;
}

interface Telling {
  readonly site: Site;
  readonly story: FileStory;
  readonly file: FileRow;
  readonly unit: string;
  readonly rows: Rows;
  readonly cases: Map<CaseStory, CaseRow>;
  readonly documents: Map<PaperStory, DocumentRow>;
  readonly founded: FoundedVersion[];
  readonly acts: Act[];
}

type Teller<Kind extends What['kind']> = (telling: Telling, deed: Extract<What, { kind: Kind }> & Deed) => void | Promise<void>;

/** Tells a file's life from its deeds; waits for the contents it names. */
export async function chronicle(site: Site, story: FileStory, deeds: readonly Deed[]): Promise<Chronicle> {
  const unit = unitId(story.unit);
  const file = beginFile(site, story, deeds[0]!.at);
  const rows: Rows = { files: [file], access: [], cases: [], contacts: [], documents: [], versions: [], pages: [] };
  const telling: Telling = { site, story, file, unit, rows, cases: new Map(), documents: new Map(), founded: [], acts: [] };
  for (const deed of deeds) await (tellers[deed.kind] as (telling: Telling, deed: Deed) => void | Promise<void>)(telling, deed);
  const cases = new Map([...telling.cases].map(([{ reference }, { id }]) => [reference ?? '', id]));
  return { acts: telling.acts, rows, founded: { id: file.id, reference: story.reference, cases, versions: telling.founded } };
}

function beginFile({ plan }: Site, { plan: code, unit, reference, subject, openedOn }: FileStory, at: Date): FileRow {
  return {
    id: idOf(at, 'file', reference),
    plan_unit_id: plan.get(code)?.id ?? '',
    reference,
    sort_key: sortKeyOf(reference),
    subject,
    lead_unit: unitId(unit),
    protection: 0,
    classification: 'open',
    state: 'open',
    opened_on: openedOn,
    closed_on: null,
    cases: 0,
    lock: 1,
  };
}

function note(telling: Telling, deed: Deed, event: Pick<Event, 'type' | 'object' | 'facts'> & { content?: string }): void {
  const { file, unit, acts } = telling;
  acts.push({ event: { ...event, file: file.id, unit }, caller: callerAs(deed.actor), at: deed.at });
}

const tellers: { readonly [Kind in What['kind']]: Teller<Kind> } = {
  'open-file'(telling, deed) {
    const {
      id,
      reference,
      sort_key: sortKey,
      subject,
      plan_unit_id: planUnit,
      lead_unit: leadUnit,
      opened_on: openedOn,
    } = telling.file;
    const facts = { reference, sortKey, subject, planUnit, leadUnit, protection: 0, openedOn };
    note(telling, deed, { type: 'records.file-opened', object: `file:${id}`, facts });
  },
  name(telling, deed) {
    const { file, rows } = telling;
    const named = { kind: 'function', grantee: deed.post, writes: true };
    rows.access.push({ file_id: file.id, ...named });
    note(telling, deed, { type: 'records.access-named', object: `file:${file.id}`, facts: named });
  },
  protect(telling, deed) {
    const { file } = telling;
    const facts = { from: 0, to: deed.level, reason: 'Angaben, die nur Benannte sehen dürfen.' };
    Object.assign(file, { protection: deed.level, lock: file.lock + 1 });
    note(telling, deed, { type: 'records.file-protected', object: `file:${file.id}`, facts });
  },
  classify(telling, deed) {
    const { file } = telling;
    const facts = { from: 'open', to: 'nfd', reason: 'Enthält Angaben zu Schutzvorkehrungen.' };
    Object.assign(file, { classification: 'nfd', lock: file.lock + 1 });
    note(telling, deed, { type: 'records.file-classified', object: `file:${file.id}`, facts });
  },
  'open-case': openCase,
  contact(telling, deed) {
    const it = telling.cases.get(deed.case)!;
    const id = idOf(deed.at, 'contact', it.id);
    const facts = { ...deed.case.contact!, phone: '' };
    telling.rows.contacts.push({ id, file_id: it.file_id, case_id: it.id, ...facts });
    note(telling, deed, { type: 'records.contact-added', object: `contact:${id}`, facts: { case: it.id, ...facts } });
  },
  assign(telling, deed) {
    const it = telling.cases.get(deed.case)!;
    Object.assign(it, { responsible: deed.post, lock: it.lock + 1 });
    note(telling, deed, { type: 'records.case-assigned', object: `case:${it.id}`, facts: { from: null, to: deed.post } });
  },
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
  wait(telling, deed) {
    const it = telling.cases.get(deed.case)!;
    Object.assign(it, { state: 'waiting', lock: it.lock + 1 });
    note(telling, deed, { type: 'records.case-waits', object: `case:${it.id}`, facts: { reason: deed.case.waitsFor } });
  },
  'close-case': closeCase,
  'close-file'(telling, deed) {
    const { file } = telling;
    const closedOn = localDate(deed.at);
    Object.assign(file, { state: 'closed', closed_on: closedOn, lock: file.lock + 1 });
    note(telling, deed, { type: 'records.file-closed', object: `file:${file.id}`, facts: { closedOn } });
  },
};

function openCase(telling: Telling, deed: Extract<What, { kind: 'open-case' }> & Deed): void {
  const { file, unit, cases, rows } = telling;
  const { no, reference, subject, startedOn } = deed.case;
  const draft = no === null;
  const it: CaseRow = {
    id: idOf(deed.at, 'case', reference ?? file.reference, draft ? 'draft' : no),
    file_id: file.id,
    no,
    reference,
    sort_key: reference === null ? '' : sortKeyOf(reference),
    subject,
    lead_unit: unit,
    responsible: null,
    state: draft ? 'draft' : 'open',
    started_on: startedOn,
    filed_on: null,
    retain_until: null,
    permanent: false,
    disposal_type: null,
    documents: 0,
    lock: 1,
  };
  cases.set(deed.case, it);
  rows.cases.push(it);
  if (!draft) Object.assign(file, { cases: file.cases + 1, lock: file.lock + 1 });
  const words = { subject, subSubject: '', foreignReference: '', leadUnit: unit, startedOn };
  const facts = { draft, no, reference, sortKey: it.sort_key, ...words };
  note(telling, deed, { type: 'records.case-opened', object: `case:${it.id}`, facts });
}

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

function closeCase(telling: Telling, deed: Extract<What, { kind: 'close-case' }> & Deed): void {
  const it = telling.cases.get(deed.case)!;
  const place = telling.site.plan.get(telling.story.plan)!;
  const closing = closingOf(place.retention, localDate(deed.at));
  const { filedOn, retainUntil, permanent, disposal } = closing;
  const filed = { state: 'filed', filed_on: filedOn, retain_until: retainUntil, permanent, disposal_type: disposal } as const;
  Object.assign(it, { ...filed, lock: it.lock + 1 });
  for (const document of telling.rows.documents)
    if (document.case_id === it.id && document.state !== 'withdrawn')
      Object.assign(document, { state: 'final', lock: document.lock + 1 });
  note(telling, deed, { type: 'records.case-filed', object: `case:${it.id}`, facts: { ...closing } });
}
