// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { Refusal as No } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Button,
  Buttons,
  ErrorSummary,
  Facts,
  Field,
  Form,
  LinkButton,
  More,
  Notice,
  PageHead,
  Part,
  Progress,
  Refusal,
  Table,
} from '../../../ui/index.ts';
import { fourEyes, personNames, type UnitView, unitsById } from '../../people/index.ts';
import { type CaseName, caseNames } from '../../records/index.ts';
import { cancelRun, takeOutOfRun } from '../commands/draft-run.ts';
import { releaseRun } from '../commands/release-run.ts';
import { findRun, itemsOfRun, protocolOf, releasesShown, type RunItem, type RunLine, type Tombstone } from '../queries/runs.ts';
import { mayDestroy, reasonFor } from '../rules/destruction.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { untilText } from './file-retention-page.tsx';
import { RunChip, unitName } from './runs-page.tsx';
import { errorOf, fieldErrors, typed } from './words.ts';

/** Everything that the page of a run shows. */
export interface ShownRun {
  readonly visit: Visit;
  readonly run: RunLine;
  readonly items: readonly RunItem[];
  readonly names: ReadonlyMap<string, CaseName>;
  readonly units: ReadonlyMap<string, UnitView>;
  readonly protocol: readonly Tombstone[];
  readonly releases: readonly { person: string; represented: string | null; day: string }[];
  readonly people: ReadonlyMap<string, string>;
}

async function findShown(visit: Visit): Promise<ShownRun | undefined> {
  return visit.read(async (tx) => {
    const run = await findRun(tx, visit.param('run'));
    if (!run) return undefined;
    const items = await itemsOfRun(tx, run.id);
    const releases = await releasesShown(tx, run.id);
    return {
      visit,
      run,
      items,
      releases,
      names: await caseNames(
        tx,
        items.map((item) => item.case),
      ),
      units: await unitsById(tx, [run.unit]),
      protocol: await protocolOf(tx, run.id),
      people: await personNames(
        tx,
        releases.map(({ person }) => person),
      ),
    };
  });
}

/** Eine Aussonderung: its cases, its releases, and what was done. */
export const runPage: Page = {
  path: '/disposal/runs/:run',
  permission: 'disposal.read',
  async show(visit) {
    const { say } = visit;
    const shown = await findShown(visit);
    if (!shown) return visit.notFound();
    const { run } = shown;
    const title = say('disposal.run.name', { no: run.no, kind: say(`disposal.run-kind.${run.kind}`) });
    const errors = fieldErrors(visit);
    const body = (
      <>
        <PageHead
          title={title}
          lead={`${unitName(shown.units, run.unit)} · ${say('disposal.run.cases', { n: run.cases })}`}
          crumbs={[{ label: say('disposal.runs.title'), href: '/disposal' }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <RunChip say={say} run={run} />
        <Working {...shown} />
        <Items {...shown} />
        <Releasing {...shown} />
        <Protocol {...shown} />
        <GivingUp {...shown} />
      </>
    );
    return visit.html(frame(visit, { title, current: '/retention', errors: errors.length, body }));
  },
  actions: {
    'take-out': {
      command: takeOutOfRun,
      input: (visit, raw) => ({ ...raw, run: visit.param('run') }),
      done: (visit) => `/disposal/runs/${visit.param('run')}`,
    },
    release: {
      command: releaseRun,
      input: (visit, raw) => ({ ...raw, run: visit.param('run') }),
      done: (visit) => `/disposal/runs/${visit.param('run')}`,
    },
    cancel: {
      command: cancelRun,
      input: (visit, raw) => ({ ...raw, run: visit.param('run') }),
      done: () => '/disposal',
    },
  },
};

function Working({ visit: { say }, run }: ShownRun) {
  if (run.state !== 'released') return null;
  const sentence = say('disposal.run.working', { n: run.destroyed, all: run.cases });
  return <Progress label={say('disposal.run.items')} sentence={sentence} value={run.destroyed} max={run.cases} />;
}

function Items({ visit: { say }, items, names }: ShownRun) {
  const left = items.filter(({ state }) => state !== 'destroyed');
  if (left.length === 0) return null;
  return (
    <Part id="items" title={say('disposal.run.items')} count={left.length} gap>
      <Table
        caption={say('disposal.run.items')}
        captionHidden
        stack
        rows={left}
        columns={[
          {
            id: 'reference',
            title: say('disposal.run.reference'),
            names: true,
            cell: (item) => <a href={`/retention/cases/${item.case}`}>{item.reference}</a>,
          },
          {
            id: 'subject',
            title: say('disposal.run.subject'),
            cell: (item) => names.get(item.case)?.subject ?? say('disposal.run.unseen'),
          },
          { id: 'until', title: say('disposal.run.until'), cell: (item) => untilText(say, item) },
          { id: 'type', title: say('disposal.run.type'), cell: (item) => item.appraisal ?? item.disposal },
          {
            id: 'state',
            title: say('disposal.run.state'),
            cell: (item) => (item.held ? say('disposal.run.held') : say(`disposal.state.${item.state}`)),
          },
        ]}
      />
    </Part>
  );
}

function Releasing(shown: ShownRun) {
  const { visit, run, releases, people } = shown;
  const { say } = visit;
  const open = run.state === (run.kind === 'destruction' ? 'drafted' : 'transferred');
  if (!open && releases.length === 0) return null;
  return (
    <Part id="releases" title={say('disposal.run.releases')} gap>
      <p>{say('disposal.run.two-people')}</p>
      <Facts
        items={releases.map(({ person, day }, index) => ({
          term: say('disposal.run.release-no', { no: index + 1 }),
          value: `${people.get(person) ?? ''}, ${germanDay(day)}`,
        }))}
      />
      {open ? <ReleaseForm {...shown} /> : null}
    </Part>
  );
}

function ReleaseForm(shown: ShownRun) {
  const { visit, run, items, releases } = shown;
  const { say, caller } = visit;
  const no = whyNot(shown);
  if (no) return <Refusal reason={say(no.reason, no.details)} />;
  const code = items[0] && reasonFor(items[0]);
  if (!code || !caller.permissions.has('disposal.release')) return <Refusal reason={say('disposal.run.waits-for-release')} />;
  const second = releases.length > 0;
  return (
    <Form action={`/disposal/runs/${run.id}/release`} formKey={visit.key} values={{ lock: String(run.lock), code }}>
      <p>{say(`disposal.code-long.${code}`)}</p>
      {second ? <Notice tone="late">{say('disposal.run.second-destroys', { n: items.length })}</Notice> : null}
      <Buttons>
        <Button look="main">{say(second ? 'disposal.run.release-second' : 'disposal.run.release-first')}</Button>
      </Buttons>
    </Form>
  );
}

/** The same rules as the command asks: the button, or the reason why there is none. */
function whyNot({ visit, items, releases }: ShownRun): No | undefined {
  for (const { person, represented } of releases) {
    const same = fourEyes({ requestedBy: person, represented }, visit.caller);
    if (same) return same;
  }
  const today = localDay(visit.runtime.clock.now());
  for (const item of items) {
    const no = mayDestroy(item, today);
    if (no) return new No(no.kind, no.reason, { reference: item.reference });
  }
  return undefined;
}

function Protocol({ visit: { say }, run, protocol }: ShownRun) {
  if (protocol.length === 0) return null;
  return (
    <Part
      id="protocol"
      title={say('disposal.protocol.title')}
      count={protocol.length}
      gap
      right={
        <LinkButton small href={`/disposal/runs/${run.id}/protocol`}>
          CSV
        </LinkButton>
      }
    >
      <p>{say('disposal.protocol.backups', { day: germanDay(protocol.at(-1)?.backupsUntil ?? '') })}</p>
      <Table
        caption={say('disposal.protocol.title')}
        captionHidden
        stack
        rows={protocol}
        columns={[
          { id: 'reference', title: say('disposal.run.reference'), names: true, cell: (line) => line.reference },
          {
            id: 'span',
            title: say('disposal.protocol.span'),
            cell: (line) => `${germanDay(line.startedOn)} – ${germanDay(line.filedOn)}`,
          },
          { id: 'until', title: say('disposal.run.until'), cell: (line) => germanDay(line.until) },
          { id: 'basis', title: say('disposal.protocol.basis'), cell: (line) => line.basis },
          { id: 'code', title: say('disposal.protocol.code'), cell: (line) => say(`disposal.code.${line.code}`) },
          { id: 'documents', title: say('disposal.protocol.documents'), numeric: true, cell: (line) => line.documents },
          { id: 'day', title: say('disposal.protocol.day'), cell: (line) => germanDay(line.destroyedOn) },
        ]}
      />
    </Part>
  );
}

function GivingUp({ visit, run, items }: ShownRun) {
  const { say, caller } = visit;
  if (run.state !== 'drafted' || !caller.permissions.has('disposal.manage')) return null;
  const reason = (id: string, form: string) => (
    <Field
      type="textarea"
      rows={2}
      id={id}
      name="reason"
      label={say('disposal.reason')}
      value={visit.enteredIn === form ? typed(visit, 'reason') : ''}
      error={visit.enteredIn === form ? errorOf(visit, 'reason') : undefined}
      required
    />
  );
  return (
    <>
      <More title={say('disposal.run.take-out')} open={visit.enteredIn === 'take-out'}>
        <Form action={`/disposal/runs/${run.id}/take-out`}>
          <Field
            type="select"
            name="case"
            label={say('disposal.run.reference')}
            options={items.map((item) => ({ value: item.case, label: item.reference }))}
          />
          {reason('take-out-reason', 'take-out')}
          <Buttons>
            <Button>{say('disposal.run.take-out')}</Button>
          </Buttons>
        </Form>
      </More>
      <More title={say('disposal.run.cancel')} open={visit.enteredIn === 'cancel'}>
        <Form action={`/disposal/runs/${run.id}/cancel`}>
          {reason('cancel-reason', 'cancel')}
          <Buttons>
            <Button>{say('disposal.run.cancel')}</Button>
          </Buttons>
        </Form>
      </More>
    </>
  );
}
