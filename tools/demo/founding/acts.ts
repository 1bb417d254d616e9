// SPDX-License-Identifier: EUPL-1.2
import type { Command, Done } from '../../../src/kernel/command.ts';
import type { Event } from '../../../src/kernel/event.ts';
import { addContact } from '../../../src/modules/records/commands/add-contact.ts';
import { addVersion } from '../../../src/modules/records/commands/add-version.ts';
import { assignCase } from '../../../src/modules/records/commands/assign-case.ts';
import { classifyFile } from '../../../src/modules/records/commands/classify-file.ts';
import { closeCase } from '../../../src/modules/records/commands/close-case.ts';
import { closeFile } from '../../../src/modules/records/commands/close-file.ts';
import { letCaseWait } from '../../../src/modules/records/commands/let-case-wait.ts';
import { nameForFile } from '../../../src/modules/records/commands/name-for-file.ts';
import { openCase } from '../../../src/modules/records/commands/open-case.ts';
import { openFile } from '../../../src/modules/records/commands/open-file.ts';
import { protectFile } from '../../../src/modules/records/commands/protect-file.ts';
import { registerDocument } from '../../../src/modules/records/commands/register-document.ts';
import { signOffDocument } from '../../../src/modules/records/commands/sign-off-document.ts';
import { withdrawDocument } from '../../../src/modules/records/commands/withdraw-document.ts';
import { beginUpload, markStored } from '../../../src/modules/records/store/uploads.ts';
import { localDate } from '../../../src/modules/records/rules/local-date.ts';
import { idOf } from '../dice.ts';
import type { CaseStory, FileStory, PaperStory } from '../stories/story.ts';
import { act, callerAs, founding, madeBy } from './callers.ts';
import type { KeptContent } from './contents.ts';
import { type Deed, deedsOf, type What } from './deeds.ts';
import { unitId } from './people.ts';
import type { FoundedFile, FoundedVersion, Site } from './site.ts';

/** A file while it is being lived through. */
interface Life {
  readonly site: Site;
  readonly file: FileStory;
  fileId: string;
  readonly cases: Map<CaseStory, string>;
  readonly documents: Map<PaperStory, string>;
  /** What the versions say, by `document no`. */
  readonly contents: Map<string, KeptContent>;
}

type Doing<Kind extends What['kind']> = (life: Life, deed: Extract<What, { kind: Kind }> & Deed, key: string) => Promise<unknown>;

/** A file that has its reference; the rest of its life is still to come. */
export interface OpenedFile {
  /** Lives through the rest by real acts, one after the other: every permission, rule and number as on any other day. */
  goOn(): Promise<FoundedFile>;
}

/** Opens a file by a real act. References are drawn one after the other; what comes then can happen beside other files. */
export async function openByAct(site: Site, file: FileStory): Promise<OpenedFile> {
  const life: Life = { site, file, fileId: '', cases: new Map(), documents: new Map(), contents: new Map() };
  const [opening, ...deeds] = deedsOf(file, site.runtime.clock.now());
  await doIt(life, opening!, 0);
  return {
    async goOn() {
      for (const [index, deed] of deeds.entries()) await doIt(life, deed, index + 1);
      const cases = new Map([...life.cases].map(([{ reference }, id]) => [reference ?? '', id]));
      return { id: life.fileId, reference: file.reference, cases, versions: await versionsOf(life) };
    },
  };
}

async function doIt(life: Life, deed: Deed, index: number): Promise<void> {
  const doing = doings[deed.kind] as (life: Life, deed: Deed, key: string) => Promise<unknown>;
  await doing(life, deed, `${life.file.reference}/${index}`);
}

const doings: { readonly [Kind in What['kind']]: Doing<Kind> } = {
  async 'open-file'(life, deed, key) {
    const { plan, unit, subject, reference } = life.file;
    const input = { planUnit: life.site.plan.get(plan)?.id, leadUnit: unitId(unit), subject };
    const done = await run(life, openFile, input, by(deed, key));
    life.fileId = madeBy(done);
    await expectReference(life, 'files', life.fileId, reference);
  },
  name: (life, deed, key) =>
    run(life, nameForFile, { file: life.fileId, kind: 'function', grantee: deed.post, writes: true }, by(deed, key)),
  protect: (life, deed, key) =>
    run(
      life,
      protectFile,
      { file: life.fileId, level: deed.level, reason: 'Angaben, die nur Benannte sehen dürfen.' },
      by(deed, key),
    ),
  classify: (life, deed, key) =>
    run(
      life,
      classifyFile,
      { file: life.fileId, classification: 'nfd', reason: 'Enthält Angaben zu Schutzvorkehrungen.' },
      by(deed, key),
    ),
  async 'open-case'(life, deed, key) {
    const { subject, no, reference } = deed.case;
    const done = await run(life, openCase, { file: life.fileId, subject, draft: no === null }, by(deed, key));
    life.cases.set(deed.case, madeBy(done));
    if (reference !== null) await expectReference(life, 'cases', madeBy(done), reference);
  },
  contact: (life, deed, key) =>
    run(life, addContact, { case: life.cases.get(deed.case), ...deed.contact, phone: '' }, by(deed, key)),
  assign: (life, deed, key) => run(life, assignCase, { case: life.cases.get(deed.case), responsible: deed.post }, by(deed, key)),
  register,
  async version(life, deed, key) {
    const document = life.documents.get(deed.paper);
    const upload = await uploaded(life, deed, { no: deed.no, key });
    const input = { document, upload: upload.id, versionRead: deed.no - 1, note: `Fassung ${deed.no}` };
    await run(life, addVersion, input, by(deed, key));
    life.contents.set(`${document} ${deed.no}`, upload);
  },
  sign: (life, deed, key) =>
    run(
      life,
      signOffDocument,
      { document: life.documents.get(deed.paper), versionRead: deed.paper.versions.length },
      by(deed, key),
    ),
  withdraw: (life, deed, key) =>
    run(life, withdrawDocument, { document: life.documents.get(deed.paper), reason: deed.reason }, by(deed, key)),
  wait: (life, deed, key) =>
    run(life, letCaseWait, { case: life.cases.get(deed.case), reason: deed.case.waitsFor }, by(deed, key)),
  'close-case': (life, deed, key) => run(life, closeCase, { case: life.cases.get(deed.case) }, by(deed, key)),
  'close-file': (life, deed, key) => run(life, closeFile, { file: life.fileId }, by(deed, key)),
};

async function register(life: Life, deed: Extract<What, { kind: 'register' }> & Deed, key: string): Promise<void> {
  const { paper, parent } = deed;
  const upload = await uploaded(life, deed, { no: 1, key });
  const { title, kind, direction, datedOn, day } = paper;
  const received = direction === 'in' ? day : null;
  const input = {
    case: life.cases.get(deed.case),
    upload: upload.id,
    title,
    kind,
    direction,
    datedOn,
    receivedOn: received,
    parent: parent === undefined ? null : life.documents.get(parent),
    messageKey: upload.messageKey,
  };
  const done = await run(life, registerDocument, input, by(deed, key));
  life.documents.set(paper, madeBy(done));
  life.contents.set(`${madeBy(done)} 1`, upload);
}

type Uploaded = KeptContent & { readonly id: string };

/** Puts the content into the store and notes it as an upload of whoever acts; that is no act yet. */
async function uploaded(
  { site: { runtime, keeper }, cases }: Life,
  deed: Deed & { readonly case: CaseStory; readonly paper: PaperStory },
  { no, key }: { no: number; key: string },
): Promise<Uploaded> {
  const content = await keeper.keep(deed.paper.versions[no - 1]!);
  const id = idOf(deed.at, 'upload', key);
  const { hash, size, mediaType } = content;
  await runtime.database.transaction(callerAs(deed.actor), deed.at, async (tx) => {
    const expiresOn = localDate(new Date(deed.at.getTime() + 7 * 86_400_000));
    await beginUpload(tx, { id, case: cases.get(deed.case) ?? '', name: deed.paper.fileName, size, expiresOn });
    await markStored(tx, id, { content: hash, size, mediaType });
  });
  return { ...content, id };
}

async function versionsOf({ site: { runtime }, fileId, contents }: Life): Promise<FoundedVersion[]> {
  const rows = await runtime.database.read(founding, runtime.clock.now(), (tx) =>
    tx.query<{ id: string; document: string; no: number }>(
      'select id, document_id as document, no from records.versions where file_id = $1 order by id',
      [fileId],
    ),
  );
  return rows.map(({ id, document, no }) => {
    const { mediaType, pages } = contents.get(`${document} ${no}`)!;
    return { id, file: fileId, document, mediaType, pages };
  });
}

/** The references in the letters were written before the numbers were drawn: they must agree. */
async function expectReference({ site: { runtime } }: Life, table: 'files' | 'cases', id: string, wanted: string): Promise<void> {
  const [row] = await runtime.database.read(founding, runtime.clock.now(), (tx) =>
    tx.query<{ reference: string }>(`select reference from records.${table} where id = $1`, [id]),
  );
  if (row?.reference !== wanted)
    throw new Error(`Die Vorführstadt erwartet das Zeichen ${wanted}, gezogen wurde ${row?.reference}`);
}

function run<Input, E extends Event>(
  { site: { runtime } }: Life,
  command: Command<Input, E>,
  input: unknown,
  how: Parameters<typeof act>[3],
): Promise<Done> {
  return act(runtime, command, input, how);
}

function by({ actor, at }: Deed, key: string): Parameters<typeof act>[3] {
  return { caller: callerAs(actor), at, key };
}
