// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { findPanels } from '../../../kernel/panel.ts';
import { EmptyState, Facts, LinkButton, ListRow, ListRows, Part, Refusal } from '../../../ui/index.ts';
import { unitOptions } from '../../people/index.ts';
import { aliasesOf } from '../queries/aliases.ts';
import { actingIn } from '../queries/acting.ts';
import { unsealingOf } from '../queries/unsealing.ts';
import { listNamed } from '../queries/named-access.ts';
import { mayOpenCase } from '../rules/open-case.ts';
import { Aliases } from './aliases.tsx';
import { FileDuties } from './file-duties.tsx';
import { FileAccess } from './file-access.tsx';
import { ChangeFile, fileActions, FileState } from './file-forms.tsx';
import { showDate, stateText } from './words.ts';
import { FileCover, findWorkspace, type Workspace, workspacePage } from './workspace.tsx';

/** Akte: its tree, its cases, its facts, its history. */
export const filePage: Page = {
  path: '/files/:file',
  permission: 'records.read',
  async show(visit) {
    const workspace = await findWorkspace(visit, visit.param('file'));
    if (!workspace) return visit.notFound();
    const { head } = workspace;
    const { named, aliases, units, pending, no } = await visit.read(async (tx) => ({
      named: await listNamed(tx, head.id),
      aliases: await aliasesOf(tx, `file:${head.id}`),
      units: head.writable ? await unitOptions(tx) : [],
      pending: head.protection === 2 ? await unsealingOf(tx, head.id) : undefined,
      no: await actingIn(tx, visit.caller, { file: head.id, permission: 'records.write' }),
    }));
    const panels = await findPanels(visit, 'records.file', head.id);
    return visit.html(
      workspacePage(visit, workspace, {
        title: `${head.reference} ${head.subject}`,
        cover: <FileCover visit={visit} workspace={workspace} />,
        middleTitle: visit.say('records.file.cases'),
        middle: <CaseList visit={visit} workspace={workspace} />,
        factsTitle: visit.say('records.overview'),
        facts: (
          <>
            {panels.first}
            <FileFacts visit={visit} workspace={workspace} />
            <Aliases visit={visit} aliases={aliases} at={`/files/${head.id}`} works={head.writable} />
            <FileAccess visit={visit} head={head} named={named} units={units} pending={pending} />
            {visit.caller.permissions.has('records.write') ? (
              <FileDuties visit={visit} head={head} units={units} no={no} />
            ) : null}
            {panels.last}
          </>
        ),
      }),
    );
  },
  actions: fileActions,
};

function CaseList({ visit, workspace }: { visit: Visit; workspace: Workspace }) {
  const { say } = visit;
  const { cases, head } = workspace;
  const no = mayOpenCase(head);
  return (
    <div class="sheet">
      {cases.length === 0 ? <EmptyState>{say('records.file.no-cases-long')}</EmptyState> : null}
      <ListRows label={say('records.file.cases')}>
        {cases.map((line) => (
          <ListRow
            want={line.no === null ? say('records.case.draft-number') : `#${line.no}`}
            title={line.subject}
            href={`/cases/${line.id}`}
            meta={`${line.reference ?? ''} · ${say('records.n-documents', { n: line.documents })}`}
            by={
              line.filedOn === null
                ? stateText(say, 'case', line.state)
                : say('records.case.filed-on', { date: showDate(line.filedOn) })
            }
          />
        ))}
      </ListRows>
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <p>
          <LinkButton look={cases.length === 0 ? 'main' : 'plain'} icon="plus" hotkey="n" href={`/files/${head.id}/new-case`}>
            {say('records.new-case.link')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

function FileFacts({ visit, workspace }: { visit: Visit; workspace: Workspace }) {
  const { say } = visit;
  const { head, units } = workspace;
  const unit = units.get(head.leadUnit);
  return (
    <Part id="file-facts" title={say('records.facts')} level={3}>
      <Facts
        items={[
          { term: say('records.file.lead-unit'), value: unit ? `${unit.code} ${unit.name}` : '–' },
          { term: say('records.file.plan'), value: head.planPath.map(({ code }) => code).join(' › ') },
          { term: say('records.file.opened'), value: showDate(head.openedOn) },
          { term: say('records.file.protection'), value: say(`records.protection.${head.protection}`) },
          { term: say('records.file.classification'), value: say(`records.classification.${head.classification}`) },
          { term: say('records.file.medium'), value: say(`records.medium.${head.medium}`) },
        ]}
      />
      <p>
        <LinkButton look="quiet" small icon="file" href={`/files/${head.id}/register`}>
          {say('records.register.link')}
        </LinkButton>
      </p>
      <ChangeFile visit={visit} head={head} />
      <FileState visit={visit} head={head} cases={workspace.cases} />
    </Part>
  );
}
