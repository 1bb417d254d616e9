// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import type { JournalEntry } from '../../../kernel/journal/index.ts';
import type { Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Chip, Cover, ErrorSummary, LinkButton, RetentionBar, SplitView, Tree, type TreeNode } from '../../../ui/index.ts';
import { personNames, type UnitView, unitsById } from '../../people/index.ts';
import { type CaseLine, type DocumentLine, listCases, listDocuments } from '../queries/file-contents.ts';
import { type FileHead, findFileHead } from '../queries/file-head.ts';
import { fileHistory } from '../queries/history.ts';
import { pageErrors } from './form-parts.tsx';
import { actorsOf, History } from './history.tsx';
import { showDate, stateText } from './words.ts';

/** What the three panes of a file share, whichever part of it is open. */
export interface Workspace {
  readonly head: FileHead;
  readonly cases: readonly CaseLine[];
  readonly caseId: string | undefined;
  readonly documents: readonly DocumentLine[];
  readonly documentId: string | undefined;
  readonly history: readonly JournalEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, UnitView>;
}

const shownActs = 25;

/** Reads a file's cover, tree and history; undefined when it does not exist for the caller. */
export function findWorkspace(
  visit: Visit,
  file: string,
  open: { case?: string | undefined; document?: string | undefined } = {},
): Promise<Workspace | undefined> {
  return visit.read(async (tx) => {
    const head = await findFileHead(tx, file);
    if (!head) return undefined;
    const cases = await listCases(tx, file);
    const caseId = open.case ?? (cases.length === 1 ? cases[0]?.id : undefined);
    const documents = caseId === undefined ? [] : await listDocuments(tx, caseId);
    const history = await fileHistory(tx, visit.runtime.journal, file, shownActs);
    const names = await personNames(tx, actorsOf(history));
    const units = await unitsById(tx, [head.leadUnit]);
    return { head, cases, caseId, documents, documentId: open.document, history, names, units };
  });
}

/** The page around the middle and the facts. */
export function workspacePage(
  visit: Visit,
  workspace: Workspace,
  parts: { title: string; cover: Child; middle: Child; middleTitle: Child; middleTools?: Child; facts: Child; factsTitle: Child },
) {
  const { say } = visit;
  const { head } = workspace;
  return frame(visit, {
    title: parts.title,
    current: '/files',
    layout: 'panes',
    errors: pageErrors(visit).length,
    body: (
      <>
        {parts.cover}
        <ErrorSummary errors={pageErrors(visit)} />
        <SplitView
          narrow
          panes={[
            {
              id: 'tree',
              title: say('records.file.in-file', { reference: head.reference }),
              tools: newCaseLink(visit, workspace),
              foldLabel: say('records.tree.unfold'),
              content: <FileTree visit={visit} workspace={workspace} />,
            },
            { id: 'paper', title: parts.middleTitle, tools: parts.middleTools, well: true, content: parts.middle },
            {
              id: 'facts',
              title: parts.factsTitle,
              content: (
                <>
                  {parts.facts}
                  <History visit={visit} entries={workspace.history} names={workspace.names} file={head.id} />
                </>
              ),
            },
          ]}
        />
      </>
    ),
  });
}

function newCaseLink({ say }: Visit, { head }: Workspace): Child {
  if (!head.writable || head.state === 'closed') return null;
  return (
    <LinkButton
      look="icon"
      icon="plus"
      small
      class="right"
      href={`/files/${head.id}/new-case`}
      label={say('records.new-case.link')}
    />
  );
}

function FileTree({ visit, workspace }: { visit: Visit; workspace: Workspace }) {
  const { say } = visit;
  const { cases, caseId, documents, documentId, head } = workspace;
  if (cases.length === 0) return <p class="muted">{say('records.file.no-cases')}</p>;
  const nodes: TreeNode[] = cases.map((line) => ({
    id: `case-${line.id}`,
    label: line.subject,
    number: line.no === null ? say('records.case.draft-number') : `#${line.no}`,
    meta: caseMeta(visit, line),
    href: `/cases/${line.id}`,
    current: line.id === caseId && documentId === undefined,
    open: line.id === caseId,
    ...(line.id === caseId
      ? { children: documents.map((document) => leafOf(visit, document, documentId)) }
      : { more: `/cases/${line.id}/tree` }),
  }));
  return <Tree label={say('records.file.in-file', { reference: head.reference })} nodes={nodes} />;
}

/** A document in the tree. */
export function leafOf(visit: Visit, { id, no, title, state }: DocumentLine, current: string | undefined): TreeNode {
  const quiet = state === 'registered' || state === 'final';
  return {
    id: `document-${id}`,
    label: title,
    number: String(no),
    href: `/documents/${id}`,
    current: id === current,
    ...(quiet ? {} : { meta: stateText(visit.say, 'document', state) }),
  };
}

function caseMeta({ say }: Visit, { state, filedOn, documents }: CaseLine): string {
  const count = say('records.n-documents', { n: documents });
  return `${filedOn === null ? stateText(say, 'case', state) : say('records.case.filed-on', { date: showDate(filedOn) })} · ${count}`;
}

/** Cover of a file: plan path, reference, subject, state, and how long it is kept. */
export function FileCover({ visit, workspace }: { visit: Visit; workspace: Workspace }) {
  const { say } = visit;
  const { head, units } = workspace;
  const unit = units.get(head.leadUnit);
  return (
    <Cover
      crumbs={planCrumbs(head)}
      reference={head.reference}
      title={head.subject}
      chips={
        <>
          <Chip tone={head.state === 'open' ? 'plain' : 'done'}>{stateText(say, 'file', head.state)}</Chip>
          {head.protection > 0 ? <Chip icon="lock">{say(`records.protection.${head.protection}`)}</Chip> : null}
          <span class="muted">
            {say('records.file.cover', {
              unit: unit ? `${unit.code} ${unit.name}` : '',
              date: showDate(head.openedOn),
              n: head.cases,
            })}
          </span>
        </>
      }
      keep={<Keep visit={visit} head={head} />}
    />
  );
}

/** Where a file hangs in the plan, as links into the list of files. */
export function planCrumbs(head: FileHead): { label: string; href: string }[] {
  return head.planPath.map(({ code, title }) => ({ label: `${code} ${title}`, href: `/files?plan=${encodeURIComponent(code)}` }));
}

/** How long, and why: the sentence first, then the bar. */
export function Keep({ visit, head, filedOn }: { visit: Visit; head: FileHead; filedOn?: string | null }) {
  const { say, runtime } = visit;
  const { retention } = head;
  if (!retention) return <p class="muted">{say('records.retention.none')}</p>;
  if (retention.permanent) return <p>{say('records.retention.permanent', { code: retention.from })}</p>;
  const years = retention.years ?? 0;
  const now = Number(runtime.clock.now().getFullYear());
  const begins = filedOn ? Number(filedOn.slice(0, 4)) : now;
  return (
    <RetentionBar
      until={say('records.retention.until', { date: `31.12.${begins + years}` })}
      because={say('records.retention.because', { years, code: retention.from })}
      fromYear={begins}
      toYear={begins + years}
      currentYear={now}
      open={!filedOn}
      assumes={filedOn ? undefined : say('records.retention.assumes')}
    />
  );
}
