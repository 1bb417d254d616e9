// SPDX-License-Identifier: EUPL-1.2
import { blockedBy, type Gate, gatesOn } from '../../../kernel/gate/index.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Page, Visit } from '../../../kernel/page.ts';
import { findPanels } from '../../../kernel/panel.ts';
import { Button, Facts, Form, LinkButton, Notice, PageViewer, Part, Refusal, type ViewerPage } from '../../../ui/index.ts';
import { signOffDocument } from '../commands/sign-off-document.ts';
import { type CaseView, findCaseView } from '../queries/case-view.ts';
import { type DocumentView, findDocumentView, type VersionLine } from '../queries/document-view.ts';
import { type EditingView, findEditing } from '../queries/editing.ts';
import { type Duplicate, findDuplicatesOf } from '../queries/find-duplicates.ts';
import { personNames } from '../../people/index.ts';
import { maySignOff } from '../rules/sign-off.ts';
import { CaseCover } from './case-page.tsx';
import { ChangeDocument, documentActions, Moves, Withdraw } from './document-forms.tsx';
import { Duplicates } from './duplicates.tsx';
import { EditLink, EditState } from './edit-state.tsx';
import { Classify } from './file-duties.tsx';
import { NewVersion } from './version-form.tsx';
import { showDate, showSize, stateText } from './words.ts';
import { findWorkspace, workspacePage } from './workspace.tsx';

/** Dokument: its pages in the middle, what can be done with it at the right. */
export const documentPage: Page = {
  path: '/documents/:document',
  permission: 'records.read',
  async show(visit) {
    const wanted = Number(visit.query('version') ?? Number.NaN);
    const view = await visit.read((tx) =>
      findDocumentView(tx, visit.param('document'), Number.isInteger(wanted) && wanted < 2 ** 31 ? wanted : undefined),
    );
    const caseView = view && (await visit.read((tx) => findCaseView(tx, view.case)));
    const workspace = caseView && (await findWorkspace(visit, view.file, { case: view.case, document: view.id }));
    if (!view || !caseView || !workspace) return visit.notFound();
    const beside = await visit.read((tx) => findBeside(tx, view.id));
    const shown = view.all.find(({ no }) => no === wanted) ?? view.all[0];
    if (!shown) return visit.notFound();
    const panels = await findPanels(visit, 'records.document', view.id);
    return visit.html(
      workspacePage(visit, workspace, {
        title: view.title,
        cover: <CaseCover visit={visit} view={caseView} workspace={workspace} />,
        middleTitle: view.title,
        middleTools: <Tools visit={visit} view={view} shown={shown} />,
        middle: <Paper visit={visit} view={view} shown={shown} />,
        factsTitle: stateText(visit.say, 'document', view.state),
        facts: (
          <>
            {panels.first}
            <Rail visit={visit} view={view} shown={shown} caseView={caseView} beside={beside} />
            {panels.last}
          </>
        ),
      }),
    );
  },
  actions: documentActions,
};

function Tools({ visit, view, shown }: { visit: Visit; view: DocumentView; shown: VersionLine }) {
  const { say } = visit;
  return (
    <>
      <span class="muted">{say('records.document.version-of', { n: shown.no, all: view.versions })}</span>
      <LinkButton
        look="quiet"
        small
        class="right"
        icon="down"
        href={`/documents/${view.id}/content?version=${shown.no}`}
        download={shown.fileName}
      >
        {say('records.document.download', { size: showSize(shown.size) })}
      </LinkButton>
    </>
  );
}

function Paper({ visit, view, shown }: { visit: Visit; view: DocumentView; shown: VersionLine }) {
  const { say } = visit;
  const address = (what: string, page: number) => `/documents/${view.id}/${what}/${page}?version=${shown.no}`;
  const pages: ViewerPage[] = view.pages.map(({ no, text, width, height, thumbnail }) => ({
    number: no,
    ...(width && height ? { image: { src: address('pages', no), width, height } } : {}),
    ...(thumbnail ? { thumb: address('thumbnails', no) } : {}),
    ...(text ? { text } : {}),
  }));
  const note = pages.length === 0 || shown.reading !== 'read' ? <ReadingNote visit={visit} shown={shown} /> : undefined;
  return (
    <PageViewer
      title={view.title}
      pages={pages}
      note={note}
      stamp={
        view.receivedOn && view.direction === 'in'
          ? say('records.document.stamp', { date: showDate(view.receivedOn) })
          : undefined
      }
    />
  );
}

function ReadingNote({ visit, shown }: { visit: Visit; shown: VersionLine }) {
  const { say } = visit;
  if (shown.reading === 'read') return null;
  const why = shown.reading === 'failed' ? say(`records.reading.why.${shown.readingWhy || 'damaged'}`) : '';
  return (
    <Notice tone={shown.reading === 'failed' ? 'late' : 'info'}>
      {`${say(`records.reading.${shown.reading}`)} ${why}`.trim()}
    </Notice>
  );
}

/** What stands beside a document: doubles, who is editing it, what other modules put before the final signature. */
interface Beside {
  readonly gates: readonly Gate[];
  readonly duplicates: readonly Duplicate[];
  readonly editing: EditingView;
  readonly names: ReadonlyMap<string, string>;
}

async function findBeside(tx: Tx, document: string): Promise<Beside> {
  const editing = await findEditing(tx, document);
  const names = await personNames(
    tx,
    editing.locks.map(({ holder }) => holder),
  );
  const gates = await gatesOn(tx, `document:${document}`, signOffDocument.name);
  return { editing, names, gates, duplicates: await findDuplicatesOf(tx, document) };
}

interface RailProps {
  readonly visit: Visit;
  readonly view: DocumentView;
  readonly shown: VersionLine;
  readonly caseView: CaseView;
  readonly beside: Beside;
}

function Rail({ visit, view, shown, caseView, beside }: RailProps) {
  const { say } = visit;
  return (
    <>
      <EditState visit={visit} document={view.id} {...beside} writable={view.writable} />
      <SignOff visit={visit} view={view} shown={shown} gates={beside.gates} />
      <Moves visit={visit} view={view} />
      <Part id="document-facts" title={say('records.facts')} level={3}>
        <Facts
          items={[
            { term: say('records.document.kind'), value: view.kind || '–' },
            { term: say('records.document.direction'), value: say(`records.direction.${view.direction}`) },
            ...(view.datedOn ? [{ term: say('records.document.dated'), value: showDate(view.datedOn) }] : []),
            ...(view.receivedOn ? [{ term: say('records.document.received'), value: showDate(view.receivedOn) }] : []),
            { term: say('records.file.classification'), value: say(`records.classification.${view.classification}`) },
            { term: say('records.document.file-name'), value: shown.fileName },
            { term: say('records.document.checksum'), value: <code class="hash">{shown.content.slice(0, 16)}…</code> },
            ...(caseView.contacts.length > 0
              ? [{ term: say('records.case.contacts'), value: caseView.contacts.map(({ name }) => name).join(', ') }]
              : []),
          ]}
        />
        <ChangeDocument visit={visit} view={view} />
        {view.writable ? <Classify visit={visit} action={`/documents/${view.id}/classify`} now={view.classification} /> : null}
      </Part>
      <Duplicates visit={visit} found={beside.duplicates} />
      <Versions visit={visit} view={view} shown={shown} />
      <EditLink visit={visit} view={view} />
      <NewVersion visit={visit} view={view} />
      <Withdraw visit={visit} view={view} />
    </>
  );
}

/** Asks the very rule that the command asks: the button, or the reason why there is none. */
function SignOff({ visit, view, shown, gates }: Pick<RailProps, 'visit' | 'view' | 'shown'> & Pick<Beside, 'gates'>) {
  const { say } = visit;
  if (view.direction === 'in') return null;
  const no = maySignOff(view, shown.no, view.maySign) ?? blockedBy(gates);
  if (no) return <Refusal reason={say(no.reason, no.details)} />;
  return (
    <Form action={`/documents/${view.id}/sign-off`} look="buttons" formKey={visit.key} values={{ versionRead: String(shown.no) }}>
      <Button look="main" hotkey="s">
        {say('records.sign-off.button')}
      </Button>
    </Form>
  );
}

function Versions({ visit, view, shown }: { visit: Visit; view: DocumentView; shown: VersionLine }) {
  const { say } = visit;
  if (view.versions < 2) return null;
  return (
    <Part id="versions" title={say('records.document.versions')} level={3} count={view.versions}>
      <ol class="plain">
        {view.all.map(({ no, note, size }) => (
          <li>
            <a href={`/documents/${view.id}?version=${no}`} aria-current={no === shown.no ? 'page' : undefined}>
              {say('records.document.version-n', { n: no })}
            </a>{' '}
            <small class="muted">{`${showSize(size)} ${note}`.trim()}</small>
          </li>
        ))}
      </ol>
      {shown.no > 1 ? (
        <LinkButton look="quiet" small href={`/documents/${view.id}/compare?to=${shown.no}`}>
          {say('records.compare.link')}
        </LinkButton>
      ) : null}
    </Part>
  );
}
