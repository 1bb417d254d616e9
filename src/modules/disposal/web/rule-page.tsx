// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Button,
  Buttons,
  EmptyState,
  ErrorSummary,
  Facts,
  Field,
  Form,
  More,
  Notice,
  PageHead,
  Part,
  Refusal,
  Table,
} from '../../../ui/index.ts';
import { fourEyes, type UnitView, unitsById } from '../../people/index.ts';
import { listPlanUnits, type PlanUnitLine } from '../../records/index.ts';
import { releaseRule, simulateRule, type Simulation, withdrawRule } from '../commands/release-rule.ts';
import { findRule, type LockedRuleView } from '../queries/rule-view.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { RuleChip } from './retention-page.tsx';
import { dayOr, durationText, errorOf, fieldErrors, typed } from './words.ts';

/** Everything that the page of a rule shows. */
interface Shown {
  readonly visit: Visit;
  readonly rule: LockedRuleView;
  readonly plan: ReadonlyMap<string, PlanUnitLine>;
  readonly units: ReadonlyMap<string, UnitView>;
  readonly simulation: Simulation | undefined;
  readonly today: string;
}

/** Eine Aufbewahrungsregel: what it says, and, while it waits, what it would move. */
export const rulePage: Page = {
  path: '/retention/rules/:rule',
  permission: 'disposal.read',
  async show(visit) {
    const { say } = visit;
    const today = localDay(visit.runtime.clock.now());
    const found = await visit.read(async (tx) => {
      const rule = await findRule(tx, visit.param('rule'));
      const simulation = rule?.state === 'proposed' ? await simulateRule(tx, rule, today) : undefined;
      const plan = new Map((await listPlanUnits(tx)).map((unit) => [unit.id, unit]));
      return rule && { rule, simulation, plan, units: await unitsById(tx, simulation?.lines.map((line) => line.leadUnit) ?? []) };
    });
    if (!found) return visit.notFound();
    const shown = { visit, today, ...found };
    const unit = found.plan.get(found.rule.planUnit);
    const title = `${unit?.code ?? ''} ${unit?.title ?? ''}: ${durationText(say, found.rule)}`;
    const errors = fieldErrors(visit);
    const body = (
      <>
        <PageHead title={title} crumbs={[{ label: say('disposal.retention.title'), href: '/retention' }]} />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <RuleChip say={say} rule={found.rule} today={today} />
        <RuleFacts {...shown} />
        <Consequences {...shown} />
        <Decision {...shown} />
      </>
    );
    return visit.html(frame(visit, { title, current: '/retention', errors: errors.length, body }));
  },
  actions: {
    release: {
      command: releaseRule,
      input: (visit, raw) => ({ ...raw, rule: visit.param('rule') }),
      done: () => '/retention?done=1#rules',
    },
    withdraw: {
      command: withdrawRule,
      input: (visit, raw) => ({ ...raw, rule: visit.param('rule') }),
      done: () => '/retention?done=1#rules',
    },
  },
};

function RuleFacts({ visit: { say }, rule }: Shown) {
  return (
    <Part id="rule" title={say('disposal.rule.says')} gap>
      <Facts
        items={[
          { term: say('disposal.rule.basis'), value: rule.basis },
          { term: say('disposal.rule.reason'), value: rule.reason },
          {
            term: say('disposal.rule.disposal'),
            value: rule.disposal === null ? say('disposal.rule.disposal-as-plan') : say(`disposal.type.${rule.disposal}`),
          },
          { term: say('disposal.rule.valid-from'), value: germanDay(rule.validFrom) },
          { term: say('disposal.rule.valid-to'), value: dayOr(rule.validTo, say('disposal.rule.no-end')) },
          { term: say('disposal.rule.running'), value: say(`disposal.rule.${rule.shortens ? 'may-shorten' : 'never-shortens'}`) },
          {
            term: say('disposal.rule.stock'),
            value: rule.state === 'released' ? say(`disposal.rule.${rule.settled ? 'settled' : 'settling'}`) : undefined,
          },
        ]}
      />
    </Part>
  );
}

function Consequences({ visit: { say }, simulation, plan, units }: Shown) {
  if (!simulation) return null;
  const { totals, lines, examples } = simulation;
  const open = say('disposal.no-end');
  return (
    <Part id="simulation" title={say('disposal.simulation.title')} gap>
      <p>
        {say('disposal.simulation.totals', { n: totals.moved, later: totals.later, earlier: totals.earlier, open: totals.open })}
      </p>
      {totals.kept > 0 ? <p>{say('disposal.simulation.kept', { n: totals.kept })}</p> : null}
      {totals.earlier > 0 ? <Notice tone="late">{say('disposal.simulation.earlier', { n: totals.earlier })}</Notice> : null}
      {lines.length === 0 ? <EmptyState>{say('disposal.simulation.nothing')}</EmptyState> : null}
      {lines.length > 0 ? (
        <Table
          caption={say('disposal.simulation.by-office')}
          stack
          rows={lines}
          columns={[
            {
              id: 'unit',
              title: say('disposal.simulation.office'),
              names: true,
              cell: ({ leadUnit }) => `${units.get(leadUnit)?.code ?? ''} ${units.get(leadUnit)?.name ?? ''}`,
            },
            { id: 'plan', title: say('disposal.simulation.plan'), cell: ({ planUnit }) => plan.get(planUnit)?.code ?? '' },
            { id: 'later', title: say('disposal.simulation.later'), numeric: true, cell: ({ later }) => later },
            { id: 'earlier', title: say('disposal.simulation.sooner'), numeric: true, cell: ({ earlier }) => earlier },
            { id: 'open', title: say('disposal.simulation.open'), numeric: true, cell: (line) => line.open },
            { id: 'kept', title: say('disposal.simulation.stays'), numeric: true, cell: ({ kept, same }) => kept + same },
            {
              id: 'span',
              title: say('disposal.simulation.span'),
              cell: ({ earliest, latest }) => (earliest === null ? '–' : `${germanDay(earliest)} – ${germanDay(latest ?? '')}`),
            },
          ]}
        />
      ) : null}
      {examples.length > 0 ? (
        <ul>
          {examples.map((one) => (
            <li>
              <a href={`/retention/cases/${one.case}`}>{one.reference}</a>:{' '}
              {say(`disposal.simulation.example-${one.way}`, { before: dayOr(one.before, open), after: dayOr(one.after, open) })}
            </li>
          ))}
        </ul>
      ) : null}
    </Part>
  );
}

function Decision({ visit, rule, simulation }: Shown) {
  const { say, caller } = visit;
  if (rule.state !== 'proposed' || !simulation || !caller.permissions.has('disposal.rules')) return null;
  const no = fourEyes({ requestedBy: rule.proposedBy, represented: rule.represented }, caller);
  return (
    <Part id="decision" title={say('disposal.rule.decision')} gap>
      {no ? (
        <Refusal reason={say('disposal.rule.waits-for-second')}>
          <p>{say(no.reason)}</p>
        </Refusal>
      ) : (
        <Form
          action={`/retention/rules/${rule.id}/release`}
          formKey={visit.key}
          values={{ seen: simulation.digest }}
          look="buttons"
        >
          <Button look="main">{say('disposal.rule.release', { n: simulation.totals.moved })}</Button>
        </Form>
      )}
      <More title={say(no ? 'disposal.rule.withdraw' : 'disposal.rule.decline')} open={visit.enteredIn === 'withdraw'}>
        <Form action={`/retention/rules/${rule.id}/withdraw`}>
          <Field
            type="textarea"
            name="reason"
            rows={2}
            label={say('disposal.reason')}
            value={typed(visit, 'reason')}
            error={errorOf(visit, 'reason')}
            required
          />
          <Buttons>
            <Button>{say(no ? 'disposal.rule.withdraw' : 'disposal.rule.decline')}</Button>
          </Buttons>
        </Form>
      </More>
    </Part>
  );
}
