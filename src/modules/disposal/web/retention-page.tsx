// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Chip, EmptyState, LinkButton, ListRow, ListRows, Notice, PageHead, Part, Plot } from '../../../ui/index.ts';
import { listPlanUnits, type PlanUnitLine } from '../../records/index.ts';
import { standingHolds } from '../queries/explanation.ts';
import { dueByYear, listRules, stockCounts, type YearCount } from '../queries/overview.ts';
import type { LockedRuleView } from '../queries/rule-view.ts';
import type { Hold } from '../rules/hold.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { inForce } from '../rules/retention-rule.ts';
import { durationText } from './words.ts';

type Plan = ReadonlyMap<string, PlanUnitLine>;

/** Aufbewahrung: what becomes free when, by which rules, and what is held up. */
export const retentionPage: Page = {
  path: '/retention',
  permission: 'disposal.read',
  async show(visit) {
    const { say, caller } = visit;
    const today = localDay(visit.runtime.clock.now());
    const found = await visit.read(async (tx) => ({
      counts: await stockCounts(tx, today),
      years: await dueByYear(tx, Number(today.slice(0, 4)) + 1, 10),
      rules: await listRules(tx),
      holds: await standingHolds(tx),
      plan: new Map((await listPlanUnits(tx)).map((unit) => [unit.id, unit])),
    }));
    const { counts } = found;
    const body = (
      <>
        <PageHead
          title={say('disposal.retention.title')}
          lead={say('disposal.retention.lead', { n: counts.retained })}
          actions={
            <>
              {caller.permissions.has('disposal.rules') ? (
                <LinkButton icon="plus" href="/retention/new-rule">
                  {say('disposal.new-rule.title')}
                </LinkButton>
              ) : null}
              <LinkButton look="main" href="/disposal">
                {say('disposal.runs.title')}
              </LinkButton>
            </>
          }
        />
        {visit.query('done') ? (
          <Notice tone="done" live>
            {say('disposal.done')}
          </Notice>
        ) : null}
        <Years visit={visit} years={found.years} />
        <p>{say('disposal.retention.due', { n: counts.due })}</p>
        <p class="muted">{say('disposal.retention.others', { ever: counts.forEver, waiting: counts.waiting })}</p>
        <Rules visit={visit} rules={found.rules} plan={found.plan} today={today} />
        <Holds visit={visit} holds={found.holds} plan={found.plan} />
      </>
    );
    return visit.html(frame(visit, { title: say('disposal.retention.title'), current: '/retention', body }));
  },
};

function Years({ visit: { say }, years }: { visit: Visit; years: readonly YearCount[] }) {
  return (
    <Part id="years" title={say('disposal.retention.years')} gap>
      <Plot
        label={say('disposal.retention.years')}
        columns={years.map(({ year, count }) => ({ value: count, label: String(year) }))}
      />
      <p class="muted">{say('disposal.retention.years-say')}</p>
    </Part>
  );
}

function Rules({
  visit: { say },
  rules,
  plan,
  today,
}: {
  visit: Visit;
  rules: readonly LockedRuleView[];
  plan: Plan;
  today: string;
}) {
  return (
    <Part id="rules" title={say('disposal.rules.title')} count={rules.length || undefined} gap>
      <p class="muted">{say('disposal.rules.lead')}</p>
      {rules.length === 0 ? <EmptyState>{say('disposal.rules.none')}</EmptyState> : null}
      <ListRows plain label={say('disposal.rules.title')}>
        {rules.map((rule) => {
          const unit = plan.get(rule.planUnit);
          return (
            <ListRow
              href={`/retention/rules/${rule.id}`}
              title={`${unit?.code ?? ''} ${unit?.title ?? ''}: ${durationText(say, rule)}`}
              meta={rule.basis}
              by={<RuleChip say={say} rule={rule} today={today} />}
            />
          );
        })}
      </ListRows>
    </Part>
  );
}

/** Where a rule stands today. */
export function RuleChip({ say, rule, today }: { say: Visit['say']; rule: LockedRuleView; today: string }) {
  if (rule.state === 'proposed') return <Chip tone="now">{say('disposal.rule-state.proposed')}</Chip>;
  if (rule.state === 'withdrawn') return <Chip>{say('disposal.rule-state.withdrawn')}</Chip>;
  if (inForce(rule, today)) return <Chip tone="done">{say('disposal.rule-state.in-force')}</Chip>;
  const key = rule.validFrom > today ? 'coming' : 'ended';
  return (
    <Chip>{say(`disposal.rule-state.${key}`, { day: germanDay(key === 'coming' ? rule.validFrom : (rule.validTo ?? '')) })}</Chip>
  );
}

function Holds({
  visit: { say },
  holds,
  plan,
}: {
  visit: Visit;
  holds: readonly (Hold & { file: string | null })[];
  plan: Plan;
}) {
  return (
    <Part id="holds" title={say('disposal.holds.title')} count={holds.length || undefined} gap>
      {holds.length === 0 ? <EmptyState>{say('disposal.holds.none')}</EmptyState> : null}
      <ListRows plain label={say('disposal.holds.title')}>
        {holds.map((hold) => (
          <ListRow
            href={hrefOf(hold)}
            title={hold.reason}
            meta={
              hold.scope === 'plan-unit'
                ? `${plan.get(hold.subject)?.code ?? ''} ${plan.get(hold.subject)?.title ?? ''}`
                : hold.basis
            }
            by={say('disposal.hold.since', { day: germanDay(hold.setOn) })}
            byMeta={say(`disposal.hold-scope.${hold.scope}`)}
          />
        ))}
      </ListRows>
    </Part>
  );
}

function hrefOf({ scope, subject }: Hold): string {
  if (scope === 'plan-unit') return `/filing-plan/units/${subject}`;
  return scope === 'case' ? `/retention/cases/${subject}` : `/retention/files/${subject}`;
}
