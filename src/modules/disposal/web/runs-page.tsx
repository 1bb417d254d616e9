// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Button,
  Buttons,
  Chip,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  ListRow,
  ListRows,
  PageHead,
  Part,
  Refusal,
} from '../../../ui/index.ts';
import { actingScope, allUnits, type UnitView } from '../../people/index.ts';
import { draftRun } from '../commands/draft-run.ts';
import { dueByUnit, listRuns, type RunLine } from '../queries/runs.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { errorOf, fieldErrors, typed } from './words.ts';

/** Aussonderung: what is due by office, and the runs. */
export const runsPage: Page = {
  path: '/disposal',
  permission: 'disposal.read',
  async show(visit) {
    const { say, caller } = visit;
    const found = await visit.read(async (tx) => ({
      runs: await listRuns(tx),
      due: await dueByUnit(tx, localDay(visit.runtime.clock.now())),
      units: new Map((await allUnits(tx)).map((unit) => [unit.id, unit])),
      mine: await actingScope(tx, caller, 'disposal.manage'),
    }));
    const errors = fieldErrors(visit);
    const body = (
      <>
        <PageHead
          title={say('disposal.runs.title')}
          lead={say('disposal.runs.lead')}
          crumbs={[{ label: say('disposal.retention.title'), href: '/retention' }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <Due visit={visit} due={found.due} units={found.units} />
        {caller.permissions.has('disposal.manage') ? (
          <NewRun visit={visit} units={[...found.units.values()].filter(({ id }) => found.mine.has(id))} />
        ) : null}
        <Runs visit={visit} runs={found.runs} units={found.units} />
      </>
    );
    return visit.html(frame(visit, { title: say('disposal.runs.title'), current: '/retention', errors: errors.length, body }));
  },
  actions: {
    draft: {
      command: draftRun,
      done: (_visit, { events }) => `/disposal/runs/${events[0]?.object.slice('disposal-run:'.length)}`,
    },
  },
};

type Units = ReadonlyMap<string, UnitView>;

/** Code and name of a unit. */
export function unitName(units: Units, id: string): string {
  const unit = units.get(id);
  return unit ? `${unit.code} ${unit.name}` : '';
}

function Due({ visit: { say }, due, units }: { visit: Visit; due: Awaited<ReturnType<typeof dueByUnit>>; units: Units }) {
  return (
    <Part id="due" title={say('disposal.runs.due')} gap>
      {due.length === 0 ? <EmptyState>{say('disposal.runs.nothing-due')}</EmptyState> : null}
      <ul>
        {due.map(({ unit, destroy, offer }) => (
          <li>
            <strong>{unitName(units, unit)}</strong>: {say('disposal.runs.due-line', { destroy, offer })}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function NewRun({ visit, units }: { visit: Visit; units: readonly UnitView[] }) {
  const { say } = visit;
  if (units.length === 0) return <Refusal reason={say('disposal.runs.no-unit')} />;
  return (
    <Part id="new" title={say('disposal.runs.new')} gap>
      <Form action="/disposal/draft" formKey={visit.key}>
        <Field
          type="radios"
          name="kind"
          label={say('disposal.runs.kind')}
          value={typed(visit, 'kind') || 'transfer'}
          options={(['transfer', 'destruction'] as const).map((kind) => ({
            value: kind,
            label: say(`disposal.run-kind.${kind}`),
          }))}
        />
        <Field
          type="select"
          name="unit"
          label={say('disposal.runs.unit')}
          options={units.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          value={typed(visit, 'unit') || units[0]?.id}
          error={errorOf(visit, 'unit')}
        />
        <Field name="note" label={say('disposal.runs.note')} value={typed(visit, 'note')} optional />
        <Buttons>
          <Button look="main">{say('disposal.runs.draft')}</Button>
        </Buttons>
      </Form>
    </Part>
  );
}

function Runs({ visit: { say }, runs, units }: { visit: Visit; runs: readonly RunLine[]; units: Units }) {
  return (
    <Part id="runs" title={say('disposal.runs.all')} count={runs.length || undefined} gap>
      {runs.length === 0 ? <EmptyState>{say('disposal.runs.none')}</EmptyState> : null}
      <ListRows plain label={say('disposal.runs.all')}>
        {runs.map((run) => (
          <ListRow
            href={`/disposal/runs/${run.id}`}
            title={say('disposal.run.name', { no: run.no, kind: say(`disposal.run-kind.${run.kind}`) })}
            meta={`${unitName(units, run.unit)} · ${say('disposal.run.cases', { n: run.cases })}`}
            by={<RunChip say={say} run={run} />}
            byMeta={germanDay(run.doneOn ?? run.draftedOn)}
          />
        ))}
      </ListRows>
    </Part>
  );
}

/** Where a run stands. */
export function RunChip({ say, run }: { say: Visit['say']; run: RunLine }) {
  const tone = run.state === 'done' ? 'done' : run.state === 'cancelled' ? 'plain' : 'now';
  return <Chip tone={tone}>{say(`disposal.run-state.${run.state}`)}</Chip>;
}
