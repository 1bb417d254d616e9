// SPDX-License-Identifier: EUPL-1.2
import { raw } from 'hono/html';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import {
  Button,
  Chip,
  Cover,
  EmptyState,
  Facts,
  Form,
  ListRow,
  ListRows,
  Part,
  Refusal,
  TreeItems,
  Upload,
} from '../../../ui/index.ts';
import { listDocuments } from '../queries/file-contents.ts';
import { type CaseView, findCaseView } from '../queries/case-view.ts';
import { mayAddDocument } from '../rules/change-document.ts';
import { showDate, stateText } from './words.ts';
import { Keep, leafOf, planCrumbs, findWorkspace, type Workspace, workspacePage } from './workspace.tsx';

/** Vorgang: its documents, the place where new ones arrive, its facts. */
export const casePage: Page = {
  path: '/cases/:case',
  permission: 'records.read',
  async show(visit) {
    const view = await visit.read((tx) => findCaseView(tx, visit.param('case')));
    const workspace = view && (await findWorkspace(visit, view.file, { case: view.id }));
    if (!view || !workspace) return visit.notFound();
    return visit.html(
      workspacePage(visit, workspace, {
        title: `${view.reference ?? ''} ${view.subject}`.trim(),
        cover: <CaseCover visit={visit} view={view} workspace={workspace} />,
        middleTitle: visit.say('records.n-documents', { n: view.documents }),
        middle: <Documents visit={visit} view={view} workspace={workspace} />,
        factsTitle: visit.say('records.facts'),
        facts: <CaseFacts visit={visit} view={view} />,
      }),
    );
  },
};

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
      <ListRows>
        {workspace.documents.map((line) => (
          <ListRow
            want={String(line.no)}
            title={line.title}
            href={`/documents/${line.id}`}
            meta={line.kind}
            by={stateText(say, 'document', line.state)}
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
    </div>
  );
}

function CaseFacts({ visit, view }: { visit: Visit; view: CaseView }) {
  const { say } = visit;
  const items = [
    ...(view.subSubject ? [{ term: say('records.case.sub-subject'), value: view.subSubject }] : []),
    ...(view.foreignReference ? [{ term: say('records.case.foreign-reference'), value: view.foreignReference }] : []),
    ...view.contacts.map(({ role, name }) => ({ term: role, value: name })),
    ...view.references.map(({ object, reference, subject }) => ({
      term: say('records.case.cross-reference'),
      value: (
        <>
          <a href={`/cases/${object.slice('case:'.length)}`}>{reference}</a> {subject}
        </>
      ),
    })),
    { term: say('records.case.started'), value: showDate(view.startedOn) },
    ...(view.filedOn ? [{ term: say('records.case.filed'), value: showDate(view.filedOn) }] : []),
    ...(view.retainUntil ? [{ term: say('records.case.retain-until'), value: showDate(view.retainUntil) }] : []),
  ];
  return (
    <Part id="case-facts" title={say('records.facts')} level={3}>
      <Facts items={items} />
      {view.state === 'filed' ? null : (
        <Form action={`/cases/${view.id}/close`} look="buttons" formKey={visit.key}>
          <Button look="plain" hotkey="z">
            {say('records.close-case.button')}
          </Button>
        </Form>
      )}
    </Part>
  );
}

/** The documents of a case as a fragment of the tree. */
export const caseTreeEndpoint: Endpoint = {
  method: 'GET',
  path: '/cases/:case/tree',
  permission: 'records.read',
  summary: 'Fragment of the tree: documents of one case',
  async handle(visit) {
    const documents = await visit.read((tx) => listDocuments(tx, visit.param('case')));
    return visit.html(raw(String(<TreeItems nodes={documents.map((line) => leafOf(visit, line, undefined))} />)));
  },
};
