// SPDX-License-Identifier: EUPL-1.2
import { idPattern } from '../../../kernel/id.ts';
import type { Page, Visit } from '../../../kernel/page.ts';
import type { Refusal as No } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { EmptyState, ErrorSummary, Facts, LinkButton, ListRow, ListRows, PageHead, Part } from '../../../ui/index.ts';
import { unitOptions, type UnitView } from '../../people/index.ts';
import { changePlanUnit } from '../commands/change-plan-unit.ts';
import { retirePlanUnit } from '../commands/retire-plan-unit.ts';
import { skipReferenceNumbers } from '../commands/skip-reference-numbers.ts';
import { actingForBody } from '../queries/acting.ts';
import { type FormerUnit, formerUnits, type GapLine, gapsOf, listPlanUnits, type PlanUnitLine } from '../queries/filing-plan.ts';
import { pathUp, retentionOf } from '../rules/plan-tree.ts';
import { pageErrors } from './form-parts.tsx';
import { disposalText, keepsText, planCrumbs, PlanDone, retiredText } from './plan-parts.tsx';
import { PlanUnitForms } from './plan-unit-forms.tsx';
import { showDate } from './words.ts';

/** What the page of a unit shows. */
export interface PlanUnitPageView {
  readonly unit: PlanUnitLine;
  readonly all: ReadonlyMap<string, PlanUnitLine>;
  readonly former: readonly FormerUnit[];
  readonly gaps: readonly GapLine[];
  /** Units that may lead files here; numbers are left out in the name of one. */
  readonly units: readonly UnitView[];
  readonly no: No | undefined;
}

/** Aktenplaneinheit: what holds here and why, what it said before, numbers left out. */
export const planUnitPage: Page = {
  path: '/filing-plan/units/:planUnit',
  permission: 'records.read',
  async show(visit) {
    const view = await findView(visit, visit.param('planUnit'));
    if (!view) return visit.notFound();
    const { unit, all } = view;
    const errors = pageErrors(visit);
    const above = pathUp(all, unit)
      .slice(1)
      .reverse()
      .map(({ id, code, title }) => ({ label: `${code} ${title}`, href: `/filing-plan/units/${id}` }));
    const body = (
      <>
        <PageHead
          title={unit.title}
          reference={unit.code}
          lead={stateOf(visit, unit)}
          crumbs={[...planCrumbs(visit), ...above]}
        />
        <PlanDone visit={visit} />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <UnitFacts visit={visit} view={view} />
        <Below visit={visit} view={view} />
        <Former visit={visit} former={view.former} />
        <Gaps visit={visit} gaps={view.gaps} />
        {visit.caller.permissions.has('records.registry') ? <PlanUnitForms visit={visit} view={view} /> : null}
      </>
    );
    const title = `${unit.code} ${unit.title}`;
    return visit.html(frame(visit, { title, current: '/administration', errors: errors.length, body }));
  },
  actions: {
    change: { command: changePlanUnit, input: unitOf, done: (visit) => backTo(visit, 'changed') },
    retire: { command: retirePlanUnit, input: unitOf, done: (visit) => backTo(visit, 'retired') },
    skip: {
      command: skipReferenceNumbers,
      input: (visit, raw) => ({ ...raw, planUnit: visit.param('planUnit') }),
      done: (visit) => backTo(visit, 'skipped'),
    },
  },
};

function unitOf(visit: Visit, raw: Record<string, unknown>): Record<string, unknown> {
  return { ...raw, unit: visit.param('planUnit') };
}

function backTo(visit: Visit, done: string): string {
  return `/filing-plan/units/${visit.param('planUnit')}?done=${done}`;
}

function findView({ read, caller }: Visit, id: string): Promise<PlanUnitPageView | undefined> {
  return read(async (tx) => {
    const all = new Map((await listPlanUnits(tx)).map((unit) => [unit.id, unit]));
    const unit = idPattern.test(id) ? all.get(id) : undefined;
    if (!unit) return undefined;
    const registry = caller.permissions.has('records.registry');
    return {
      ...{ unit, all },
      former: await formerUnits(tx, id),
      gaps: await gapsOf(tx, id),
      units: registry ? await unitOptions(tx, { permission: 'records.registry', represented: caller.onBehalfOf }) : [],
      no: registry ? await actingForBody(tx, caller, 'records.registry') : undefined,
    };
  });
}

function stateOf(visit: Visit, { state, validFrom, validTo }: PlanUnitLine): string {
  const { say } = visit;
  if (state === 'retired') return say('records.plan-unit.retired-lead', { state: retiredText(visit, validTo) });
  if (state === 'planned') return say('records.plan-unit.planned-from', { date: showDate(validFrom) });
  const since = say('records.plan-page.since', { date: showDate(validFrom) });
  return validTo === null ? since : say('records.plan-page.from-to', { from: showDate(validFrom), to: showDate(validTo) });
}

function UnitFacts({ visit, view: { unit, all } }: { visit: Visit; view: PlanUnitPageView }) {
  const { say } = visit;
  const holds = retentionOf(all, unit);
  return (
    <Part
      id="facts"
      title={say('records.plan-unit.holds')}
      right={<a href={`/files?plan=${encodeURIComponent(unit.code)}`}>{say('records.plan-unit.files')}</a>}
    >
      <Facts
        items={[
          { term: say('records.plan-unit.keeps'), value: keepsText(visit, holds, unit.code) },
          { term: say('records.plan-unit.disposal'), value: disposalText(visit, holds, unit.code) },
          {
            term: say('records.plan-unit.contact'),
            value: say(holds.needsContact ? 'records.plan-unit.contact-yes' : 'records.plan-unit.contact-no'),
          },
          ...(unit.description ? [{ term: say('records.plan-unit.description'), value: unit.description }] : []),
          ...(unit.seeAlso ? [{ term: say('records.plan-unit.see-also'), value: unit.seeAlso }] : []),
        ]}
      />
      <p class="muted">{say('records.plan-unit.holds-note')}</p>
    </Part>
  );
}

function Below({ visit, view: { unit, all } }: { visit: Visit; view: PlanUnitPageView }) {
  const { say } = visit;
  const below = [...all.values()].filter(({ parent }) => parent === unit.id);
  if (below.length === 0) return null;
  return (
    <Part id="below" title={say('records.plan-unit.below')} count={below.length} gap>
      <ListRows plain label={say('records.plan-unit.below')}>
        {below.map((one) => (
          <ListRow
            title={`${one.code} ${one.title}`}
            href={`/filing-plan/units/${one.id}`}
            meta={keepsText(visit, retentionOf(all, one), one.code)}
            by={one.state === 'active' ? undefined : say(`records.plan-state.${one.state}`)}
          />
        ))}
      </ListRows>
    </Part>
  );
}

function Former({ visit: { say }, former }: { visit: Visit; former: readonly FormerUnit[] }) {
  if (former.length === 0) return null;
  return (
    <Part id="former" title={say('records.plan-unit.former')} count={former.length} gap>
      <ul class="flow">
        {former.map(({ version, code, title, years, permanent, disposal }) => (
          <li>
            {say('records.plan-unit.former-line', {
              ...{ version, unit: `${code} ${title}` },
              keeps: permanent
                ? say('records.plan-unit.permanent-word')
                : years === null
                  ? say('records.plan-unit.as-above')
                  : say('records.plan-unit.n-years', { n: years }),
              disposal: disposal ?? '–',
            })}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Gaps({ visit: { say }, gaps }: { visit: Visit; gaps: readonly GapLine[] }) {
  return (
    <Part id="gaps" title={say('records.gaps.title')} count={gaps.length || undefined} gap>
      {gaps.length === 0 ? <EmptyState>{say('records.gaps.none')}</EmptyState> : null}
      <ul class="flow">
        {gaps.map(({ from, to, reason }) => (
          <li>
            <span class="strong">{from === to ? say('records.gaps.one', { from }) : say('records.gaps.run', { from, to })}</span>{' '}
            {reason}
          </li>
        ))}
      </ul>
      <p>
        <LinkButton look="quiet" small href="/filing-plan/references">
          {say('records.reference-page.link')}
        </LinkButton>
      </p>
    </Part>
  );
}
