// SPDX-License-Identifier: EUPL-1.2
import { raw } from 'hono/html';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { findPanels } from '../../../kernel/panel.ts';
import { Chip, Cover, EmptyState, Facts, ListRow, ListRows, Part, Refusal, TreeItems, Upload } from '../../../ui/index.ts';
import { findCaseForClosing } from '../commands/close-case.ts';
import { listDocuments } from '../queries/file-contents.ts';
import { aliasesOf } from '../queries/aliases.ts';
import { type CaseView, findCaseView } from '../queries/case-view.ts';
import { type ResolvedReference, resolveReferences } from '../queries/resolve-reference.ts';
import { mayWorkOn } from '../rules/change-case.ts';
import type { CaseForClosing } from '../rules/close-case.ts';
import { localDate } from '../rules/local-date.ts';
import { mayAddDocument } from '../rules/change-document.ts';
import { Aliases } from './aliases.tsx';
import { AssignCase, findResponsibility, type Responsibility } from './assign-case.tsx';
import { caseActions } from './case-actions.ts';
import { ChangeCase, Contacts, References } from './case-parts.tsx';
import { CaseState } from './case-state.tsx';
import { NewDraft } from './draft-form.tsx';
import { showDate, stateText } from './words.ts';
import { Keep, leafOf, planCrumbs, findWorkspace, type Workspace, workspacePage } from './workspace.tsx';

/** Vorgang: its documents, the place where new ones arrive, its facts. */
export const casePage: Page = {
  path: '/cases/:case',
  permission: 'records.read',
  async show(visit) {
    const view = await visit.read((tx) => findCaseView(tx, visit.param('case')));
    const workspace = view && (await findWorkspace(visit, view.file, { case: view.id }));
    const extras = view && (await findExtras(visit, view));
    if (!view || !workspace || !extras) return visit.notFound();
    const panels = await findPanels(visit, 'records.case', view.id);
    return visit.html(
      workspacePage(visit, workspace, {
        title: `${view.reference ?? ''} ${view.subject}`.trim(),
        cover: <CaseCover visit={visit} view={view} workspace={workspace} />,
        middleTitle: visit.say('records.n-documents', { n: view.documents }),
        middle: <Documents visit={visit} view={view} workspace={workspace} />,
        factsTitle: visit.say('records.overview'),
        facts: (
          <>
            {panels.first}
            <CaseFacts visit={visit} view={view} extras={extras} />
            <Aliases visit={visit} aliases={extras.aliases} at={`/cases/${view.id}`} works={!mayWorkOn(extras.closing)} />
            {panels.last}
          </>
        ),
      }),
    );
  },
  actions: caseActions,
};

/** What only the right pane needs: the check list before z.d.A., and what a typed reference means. */
interface Extras {
  readonly closing: CaseForClosing;
  readonly aliases: readonly string[];
  readonly responsibility: Responsibility;
  readonly wanted: string;
  readonly found: readonly ResolvedReference[];
}

function findExtras(visit: Visit, view: CaseView): Promise<Extras | undefined> {
  const wanted = visit.query('refer')?.trim().slice(0, longestReference) ?? '';
  return visit.read(async (tx) => {
    const closing = await findCaseForClosing(tx, view.id, localDate(visit.runtime.clock.now()));
    if (!closing) return undefined;
    const aliases = await aliasesOf(tx, `case:${view.id}`);
    const responsibility = await findResponsibility(tx, view);
    return { closing, aliases, responsibility, wanted, found: wanted === '' ? [] : await resolveReferences(tx, wanted) };
  });
}

const longestReference = 120;

/** Cover of a case: file, reference, subject, state, retention. */
export function CaseCover({ visit, view, workspace }: { visit: Visit; view: CaseView; workspace: Workspace }) {
  const { say } = visit;
  const { head, units } = workspace;
  const unit = units.get(view.leadUnit);
  return (
    <Cover
      crumbs={[...planCrumbs(head), { label: `${head.reference} ${head.subject}`, href: `/files/${head.id}` }]}
      reference={view.reference ?? say('records.case.draft-number')}
      title={view.subject}
      chips={
        <>
          <Chip tone={view.state === 'filed' ? 'done' : 'plain'}>{stateText(say, 'case', view.state)}</Chip>
          <span class="muted">
            {say('records.case.cover', { unit: unit?.code ?? '', date: showDate(view.startedOn), n: view.documents })}
          </span>
        </>
      }
      keep={<Keep visit={visit} head={head} filedOn={view.filedOn} />}
    />
  );
}

function Documents({ visit, view, workspace }: { visit: Visit; view: CaseView; workspace: Workspace }) {
  const { say } = visit;
  const no = mayAddDocument({ state: view.state, fileState: workspace.head.state, writable: workspace.head.writable });
  return (
    <div class="sheet">
      {workspace.documents.length === 0 ? <EmptyState>{say('records.case.no-documents')}</EmptyState> : null}
      <ListRows label={say('records.n-documents', { n: view.documents })}>
        {workspace.documents.map((line) => (
          <ListRow
            want={String(line.no)}
            title={line.title}
            href={`/documents/${line.id}`}
            meta={line.kind}
            by={stateText(say, 'document', line.state)}
            byMeta={line.reading === 'read' || line.reading === 'none' ? undefined : say(`records.reading-short.${line.reading}`)}
          />
        ))}
      </ListRows>
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <Upload
          action={`/cases/${view.id}/documents`}
          chunkUrl={`/cases/${view.id}/uploads`}
          after={{ href: `/cases/${view.id}`, label: say('records.upload.show') }}
        />
      )}
      {no ? null : <NewDraft visit={visit} caseId={view.id} />}
    </div>
  );
}

function CaseFacts({ visit, view, extras }: { visit: Visit; view: CaseView; extras: Extras }) {
  const { say } = visit;
  const { closing, responsibility, wanted, found } = extras;
  const works = !mayWorkOn(closing);
  const items = [
    { term: say('records.case.responsible'), value: responsibility.label },
    { term: say('records.case.sub-subject'), value: view.subSubject },
    { term: say('records.case.foreign-reference'), value: view.foreignReference },
    { term: say('records.case.started'), value: showDate(view.startedOn) },
    { term: say('records.case.filed'), value: view.filedOn && showDate(view.filedOn) },
    { term: say('records.case.retain-until'), value: view.retainUntil && showDate(view.retainUntil) },
  ];
  return (
    <>
      <CaseState visit={visit} view={view} closing={closing} />
      <Part id="case-facts" title={say('records.facts')} level={3}>
        <Facts items={items} />
        <ChangeCase visit={visit} view={view} works={works} />
        {works ? <AssignCase visit={visit} view={view} options={responsibility.options} /> : null}
      </Part>
      <Contacts visit={visit} view={view} works={works} />
      <References visit={visit} view={view} works={works} wanted={wanted} found={found} />
    </>
  );
}

/** The documents of a case as a fragment of the tree. */
export const caseTreeEndpoint: Endpoint = {
  method: 'GET',
  path: '/cases/:case/tree',
  permission: 'records.read',
  summary: 'Fragment of the tree: documents of one case',
  async handle(visit) {
    // An unseen case must not look like an empty one: the same 404 as everywhere.
    const id = visit.param('case');
    const documents = await visit.read(async (tx) => ((await findCaseView(tx, id)) ? listDocuments(tx, id) : undefined));
    if (!documents) return visit.notFound();
    return visit.html(raw(String(<TreeItems nodes={documents.map((line) => leafOf(visit, line, undefined))} />)));
  },
};
