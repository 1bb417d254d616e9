// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Chips,
  EmptyState,
  FilterChip,
  LinkButton,
  ListRow,
  ListRows,
  PageHead,
  SplitView,
  Tree,
  type TreeNode,
} from '../../../ui/index.ts';
import { unitsById } from '../../people/index.ts';
import { type FileLine, type FileListWish, listFiles, listPlan, type PlanLine } from '../queries/file-list.ts';
import { stateText } from './words.ts';

const pageSize = 50;

/** Akten: the filing plan at the left, the files below the chosen place at the right. */
export const filesPage: Page = {
  path: '/files',
  permission: 'records.read',
  async show(visit) {
    const wish = wishOf(visit);
    const { plan, files, units } = await visit.read(async (tx) => {
      const lines = await listFiles(tx, { ...wish, limit: pageSize + 1 });
      return {
        plan: await listPlan(tx),
        files: lines,
        units: await unitsById(
          tx,
          lines.map(({ leadUnit }) => leadUnit),
        ),
      };
    });
    const { say } = visit;
    const here = plan.find(({ code }) => code === wish.plan);
    return visit.html(
      frame(visit, {
        title: say('records.files.title'),
        current: '/files',
        body: (
          <>
            <PageHead
              title={here ? `${here.code} ${here.title}` : say('records.files.title')}
              lead={say('records.files.lead')}
              actions={
                visit.caller.permissions.has('records.write') ? (
                  <LinkButton
                    look="plain"
                    icon="plus"
                    hotkey="n"
                    href={`/files/new${here ? `?plan=${encodeURIComponent(here.code)}` : ''}`}
                  >
                    {say('records.new-file.link')}
                  </LinkButton>
                ) : undefined
              }
            />
            <SplitView
              narrow
              panes={[
                {
                  id: 'plan',
                  title: say('records.plan.title'),
                  foldLabel: say('records.tree.unfold'),
                  content: <Tree label={say('records.plan.title')} nodes={planNodes(plan, null, wish.plan)} />,
                },
                {
                  id: 'list',
                  title: say('records.files.list'),
                  content: <FileList visit={visit} files={files} wish={wish} codeOf={(unit) => units.get(unit)?.code ?? ''} />,
                },
              ]}
            />
          </>
        ),
      }),
    );
  },
};

function wishOf(visit: Visit): Omit<FileListWish, 'limit'> {
  const state = visit.query('state');
  return {
    plan: visit.query('plan') || undefined,
    state: state === 'open' || state === 'closed' ? state : undefined,
    after: visit.query('after') || undefined,
  };
}

function planNodes(plan: readonly PlanLine[], parent: string | null, current: string | undefined): TreeNode[] {
  const path = new Set(ancestorsOf(plan, current));
  return plan
    .filter((line) => line.parent === parent && line.state !== 'planned')
    .map(({ id, code, title, leaf }) => ({
      id: `plan-${code}`,
      label: title,
      number: code,
      href: `/files?plan=${encodeURIComponent(code)}`,
      current: code === current,
      open: path.has(id),
      ...(leaf ? {} : { children: planNodes(plan, id, current) }),
    }));
}

function ancestorsOf(plan: readonly PlanLine[], code: string | undefined): string[] {
  const line = plan.find((one) => one.code === code);
  if (!line) return [];
  const above = plan.find(({ id }) => id === line.parent);
  return [line.id, ...(above ? ancestorsOf(plan, above.code) : [])];
}

function FileList({
  visit,
  files,
  wish,
  codeOf,
}: {
  visit: Visit;
  files: readonly FileLine[];
  wish: Omit<FileListWish, 'limit'>;
  codeOf: (unit: string) => string;
}) {
  const { say } = visit;
  const shown = files.slice(0, pageSize);
  const address = (change: Partial<Record<'state' | 'after', string | undefined>>) => {
    const query = new URLSearchParams(
      Object.entries({ plan: wish.plan, state: wish.state, ...change }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      ),
    );
    return `/files?${query}`;
  };
  return (
    <>
      <Chips label={say('records.files.filter')}>
        {(['open', 'closed'] as const).map((state) => (
          <FilterChip href={address({ state: wish.state === state ? undefined : state })} on={wish.state === state}>
            {stateText(say, 'file', state)}
          </FilterChip>
        ))}
      </Chips>
      {shown.length === 0 ? <EmptyState>{say('records.files.none')}</EmptyState> : null}
      <ListRows label={say('records.files.list')}>
        {shown.map(({ id, reference, subject, state, cases, leadUnit }) => (
          <ListRow
            want={reference}
            title={subject}
            href={`/files/${id}`}
            meta={`${codeOf(leadUnit)} · ${say('records.n-cases', { n: cases })}`}
            by={stateText(say, 'file', state)}
          />
        ))}
      </ListRows>
      {files.length > pageSize ? (
        <p>
          <LinkButton href={address({ after: shown.at(-1)?.sortKey })}>{say('records.files.more')}</LinkButton>
        </p>
      ) : null}
    </>
  );
}
