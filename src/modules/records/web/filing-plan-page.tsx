// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Button,
  Buttons,
  Chips,
  EmptyState,
  ErrorSummary,
  FilterChip,
  Form,
  LinkButton,
  PageHead,
  Part,
  Refusal,
  Tree,
  type TreeNode,
} from '../../../ui/index.ts';
import type { Refusal as No } from '../../../kernel/refusal.ts';
import { addPlanUnit } from '../commands/add-plan-unit.ts';
import { actingForBody } from '../queries/acting.ts';
import { listPlanUnits, listPlanVersions, type PlanUnitLine, type PlanVersion } from '../queries/filing-plan.ts';
import { retentionOf } from '../rules/plan-tree.ts';
import { Folded, isoDate, pageErrors, Question } from './form-parts.tsx';
import { keepsText, planCrumbs, PlanDone, retiredText, UnitWords } from './plan-parts.tsx';
import { showDate } from './words.ts';

/** Aktenplan: all units as a tree with what holds for each, the versions, a new unit. */
export const filingPlanPage: Page = {
  path: '/filing-plan',
  permission: 'records.read',
  async show(visit) {
    const { say, caller } = visit;
    const { units, versions, no } = await visit.read(async (tx) => ({
      units: await listPlanUnits(tx),
      versions: await listPlanVersions(tx),
      no: await actingForBody(tx, caller, 'records.registry'),
    }));
    const inUse = units.filter(({ state }) => state !== 'retired').length;
    const active = versions.find(({ state }) => state === 'active');
    const registry = caller.permissions.has('records.registry');
    const errors = pageErrors(visit);
    const body = (
      <>
        <PageHead
          title={say('records.plan.title')}
          lead={active ? leadOf(visit, active, inUse) : say('records.plan-page.none')}
          crumbs={planCrumbs(visit).slice(0, 1)}
          actions={
            registry && !no ? (
              <LinkButton icon="up" href="/filing-plan/import">
                {say('records.import-plan.title')}
              </LinkButton>
            ) : undefined
          }
        />
        <PlanDone visit={visit} />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <div class="with-side">
          <PlanTree visit={visit} units={units} />
          <aside class="side">
            <Versions visit={visit} versions={versions} />
            <Part id="references" title={say('records.reference-page.title')}>
              <p>
                <a href="/filing-plan/references">{say('records.reference-page.link')}</a>
              </p>
            </Part>
          </aside>
        </div>
        {registry ? <NewUnit visit={visit} no={no} /> : null}
      </>
    );
    return visit.html(
      frame(visit, { title: say('records.plan.title'), current: '/administration', errors: errors.length, body }),
    );
  },
  actions: {
    add: {
      command: addPlanUnit,
      input: (_, raw) => (typeof raw['validFrom'] === 'string' ? withDay(raw, raw['validFrom']) : raw),
      done: (_, { events }) => `/filing-plan/units/${events[0]?.object.split(':')[1]}?done=added`,
    },
  },
};

/** A day as people type it; what was left empty is not sent. */
function withDay({ validFrom: _, ...rest }: Record<string, unknown>, typed: string): Record<string, unknown> {
  return typed.trim() === '' ? rest : { ...rest, validFrom: isoDate(typed) };
}

function leadOf({ say }: Visit, { name, version, validFrom }: PlanVersion, n: number): string {
  return say('records.plan-page.lead', { name, version, date: showDate(validFrom), n });
}

function PlanTree({ visit, units }: { visit: Visit; units: readonly PlanUnitLine[] }) {
  const { say } = visit;
  const all = visit.query('retired') === 'yes';
  const retired = units.filter(({ state }) => state === 'retired').length;
  const shown = all ? units : units.filter(({ state }) => state !== 'retired');
  return (
    <Part id="plan" title={say('records.plan-page.units')} count={shown.length || undefined}>
      {retired > 0 ? (
        <Chips label={say('records.files.filter')}>
          <FilterChip href={all ? '/filing-plan' : '/filing-plan?retired=yes'} on={all}>
            {say('records.plan-page.retired', { n: retired })}
          </FilterChip>
        </Chips>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState>{say('records.plan-page.empty')}</EmptyState>
      ) : (
        <Tree label={say('records.plan.title')} nodes={nodesOf(visit, shown)} />
      )}
    </Part>
  );
}

function nodesOf(visit: Visit, units: readonly PlanUnitLine[]): TreeNode[] {
  const { say } = visit;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const below = Map.groupBy(units, ({ parent }) => (parent !== null && byId.has(parent) ? parent : null));
  const node = (unit: PlanUnitLine): TreeNode => {
    const { id, code, title, state, validTo, validFrom } = unit;
    const children = (below.get(id) ?? []).map(node);
    const holds = keepsText(visit, retentionOf(byId, unit), code);
    const begins = say('records.plan-unit.planned-from', { date: showDate(validFrom) });
    return {
      ...{ id: `plan-${id}`, number: code, label: title, href: `/filing-plan/units/${id}` },
      meta: state === 'retired' ? retiredText(visit, validTo) : state === 'planned' ? `${begins} · ${holds}` : holds,
      open: unit.parent === null,
      ...(children.length > 0 ? { children } : {}),
    };
  };
  return (below.get(null) ?? []).map(node);
}

function Versions({ visit: { say }, versions }: { visit: Visit; versions: readonly PlanVersion[] }) {
  return (
    <Part id="versions" title={say('records.plan-page.versions')} count={versions.length || undefined}>
      {versions.length === 0 ? <EmptyState>{say('records.plan-page.no-versions')}</EmptyState> : null}
      <ol class="plain flow">
        {versions.map(({ name, version, state, validFrom, validTo }) => (
          <li aria-current={state === 'active' ? 'true' : undefined}>
            <span class="strong">{`${name} ${version}`}</span>
            <br />
            <small class="muted">
              {validTo === null
                ? say('records.plan-page.since', { date: showDate(validFrom) })
                : say('records.plan-page.from-to', { from: showDate(validFrom), to: showDate(validTo) })}
            </small>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function NewUnit({ visit, no }: { visit: Visit; no: No | undefined }) {
  const { say, key } = visit;
  const ask = { visit, form: 'add' };
  return (
    <Part id="new" title={say('records.plan-unit.new')} gap>
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <Folded visit={visit} form="add" title={say('records.plan-unit.new-open')}>
          <Form action="/filing-plan/add" formKey={key} draft="plan-unit">
            <Question
              {...ask}
              name="code"
              label={say('records.plan-unit.code')}
              hint={say('records.plan-unit.code-hint')}
              value={visit.query('below')}
              short
              required
            />
            <UnitWords visit={visit} form="add" />
            <Question
              {...ask}
              type="date"
              name="validFrom"
              label={say('records.plan-unit.valid-from')}
              hint={say('records.plan-unit.valid-from-hint')}
              optional
            />
            <Buttons>
              <Button>{say('records.plan-unit.add')}</Button>
            </Buttons>
          </Form>
        </Folded>
      )}
    </Part>
  );
}
