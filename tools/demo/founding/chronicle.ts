// SPDX-License-Identifier: EUPL-1.2
import type { Act } from '../../../src/kernel/journal/append-many.ts';
import { closingOf } from '../../../src/modules/records/rules/close-case.ts';
import { localDate } from '../../../src/modules/records/rules/local-date.ts';
import { sortKeyOf } from '../../../src/modules/records/rules/reference.ts';
import { idOf } from '../dice.ts';
import type { FileStory } from '../stories/story.ts';
import type { Deed, What } from './deeds.ts';
import { unitId } from './people.ts';
import type { CaseRow, FileRow, Rows } from './rows.ts';
import type { FoundedFile, Site } from './site.ts';
import { documentTellers } from './tell-documents.ts';
import { note, type Teller, type Telling } from './telling.ts';

/** The life of a file as journal entries and as the rows that it leaves. */
export interface Chronicle {
  readonly acts: readonly Act[];
  readonly rows: Rows;
  readonly founded: FoundedFile;
}

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
    const id = idOf(deed.at, 'contact', it.id, deed.contact.name);
    const facts = { ...deed.contact, phone: '' };
    telling.rows.contacts.push({ id, file_id: it.file_id, case_id: it.id, ...facts });
    note(telling, deed, { type: 'records.contact-added', object: `contact:${id}`, facts: { case: it.id, ...facts } });
  },
  assign(telling, deed) {
    const it = telling.cases.get(deed.case)!;
    Object.assign(it, { responsible: deed.post, lock: it.lock + 1 });
    note(telling, deed, { type: 'records.case-assigned', object: `case:${it.id}`, facts: { from: null, to: deed.post } });
  },
  ...documentTellers,
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
