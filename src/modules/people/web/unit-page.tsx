// SPDX-License-Identifier: EUPL-1.2
import type { Action, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Chip, EmptyState, LinkButton, ListRow, ListRows, PageHead, Part } from '../../../ui/index.ts';
import { moveUnit, renameUnit } from '../commands/change-unit.ts';
import { retireUnit } from '../commands/retire-unit.ts';
import { type Member, membersOf } from '../queries/person-view.ts';
import { type UnitStateView, unitHistory } from '../queries/unit-history.ts';
import { allUnits, type UnitView } from '../queries/units.ts';
import { administrationCrumb } from './choices.ts';
import { DoneNotice, errorCount } from './form-parts.tsx';
import { UnitForms } from './unit-forms.tsx';
import { isId, showDay, showSpan } from './words.ts';

/** Eine Organisationseinheit: who works in it, what hangs below it, what it was called before. */
export const unitPage: Page = {
  path: '/units/:unit',
  permission: 'signed-in',
  async show(visit) {
    const { caller } = visit;
    const id = visit.param('unit');
    const { units, members, history } = await visit.read(async (tx) => ({
      units: await allUnits(tx),
      members: isId(id) ? await membersOf(tx, id) : [],
      history: isId(id) ? await unitHistory(tx, id) : [],
    }));
    const unit = units.find((one) => one.id === id) ?? planned(id, history);
    if (!unit) return visit.notFound();
    const body = (
      <>
        <PageHead
          title={unit.name}
          reference={unit.code}
          lead={leadOf(visit, unit, units)}
          crumbs={[administrationCrumb(visit), ...above(unit, units)]}
        />
        <DoneNotice visit={visit} />
        <Members visit={visit} members={members} unit={unit} />
        <Below visit={visit} units={units.filter(({ parent, retired }) => parent === id && !retired)} unit={unit} />
        <History visit={visit} history={history} />
        {caller.permissions.has('people.manage-units') && !unit.retired ? (
          <UnitForms visit={visit} unit={unit} units={units.filter(({ retired }) => !retired)} />
        ) : null}
      </>
    );
    return visit.html(
      frame(visit, { title: `${unit.code} ${unit.name}`, current: '/administration', errors: errorCount(visit), body }),
    );
  },
  actions: {
    rename: action(renameUnit, 'unit-renamed'),
    move: action(moveUnit, 'unit-moved'),
    retire: action(retireUnit, 'unit-retired'),
  },
};

function action(command: Action['command'], done: string): Action {
  return {
    command,
    input: (visit, raw) => ({ ...raw, unit: visit.param('unit') }),
    done: (visit) => `/units/${visit.param('unit')}?done=${done}`,
  };
}

/** A unit whose first day is still to come. */
function planned(id: string, history: readonly UnitStateView[]): UnitView | undefined {
  const state = history.at(-1);
  return state && { ...state, id, parent: null, retired: false, heir: null };
}

function above({ parent }: UnitView, units: readonly UnitView[]): { label: string; href: string }[] {
  const next = units.find(({ id }) => id === parent);
  return next ? [...above(next, units), { label: `${next.code} ${next.name}`, href: `/units/${next.id}` }] : [];
}

function leadOf({ say }: Visit, { retired, validTo, heir }: UnitView, units: readonly UnitView[]): string | undefined {
  if (validTo === null) return undefined;
  const next = units.find(({ id }) => id === heir);
  const words = say(retired ? 'people.unit.retired-since' : 'people.unit.retired-from', { date: showDay(validTo) });
  return next ? `${words} ${say('people.unit.heir-is', { unit: `${next.code} ${next.name}` })}` : words;
}

function Members({ visit, members, unit }: { visit: Visit; members: readonly Member[]; unit: UnitView }) {
  const { say, caller, runtime } = visit;
  return (
    <Part
      id="members"
      title={say('people.unit.members')}
      count={members.length || undefined}
      right={
        caller.permissions.has('people.manage-functions') && !unit.retired ? (
          <a href={`/persons?unit=${unit.id}`}>{say('people.function.request')}</a>
        ) : undefined
      }
    >
      {members.length === 0 ? <EmptyState>{say('people.unit.no-members')}</EmptyState> : null}
      <ListRows plain>
        {members.map((member) => (
          <ListRow
            href={`/persons/${member.person}`}
            title={member.name}
            meta={member.roleName}
            by={
              member.from > runtime.clock.now() ? (
                <Chip>{showSpan(visit, member)}</Chip>
              ) : member.to === null ? undefined : (
                showSpan(visit, member)
              )
            }
          />
        ))}
      </ListRows>
    </Part>
  );
}

function Below({ visit: { say, caller }, units, unit }: { visit: Visit; units: readonly UnitView[]; unit: UnitView }) {
  const mayAdd = caller.permissions.has('people.manage-units') && !unit.retired;
  if (units.length === 0 && !mayAdd) return null;
  return (
    <Part id="below" title={say('people.unit.below')} count={units.length || undefined} gap>
      {units.length === 0 ? <EmptyState>{say('people.unit.none-below')}</EmptyState> : null}
      <ListRows plain>
        {units.map(({ id, code, name }) => (
          <ListRow href={`/units/${id}`} title={`${code} ${name}`} />
        ))}
      </ListRows>
      {mayAdd ? (
        <p>
          <LinkButton small href={`/organisation?parent=${unit.id}#new`}>
            {say('people.unit.add-below')}
          </LinkButton>
        </p>
      ) : null}
    </Part>
  );
}

function History({ visit: { say }, history }: { visit: Visit; history: readonly UnitStateView[] }) {
  if (history.length < 2) return null;
  return (
    <Part id="history" title={say('people.unit.history')} gap>
      <ul>
        {history.map(({ code, name, parentCode, validFrom, validTo }) => (
          <li>
            {code} {name}
            {parentCode === null ? '' : `, ${say('people.unit.below-of', { code: parentCode })}`}:{' '}
            {say('people.span.from', { date: showDay(validFrom) })}
            {validTo === null ? '' : ` ${say('people.span.before', { date: showDay(validTo) })}`}
          </li>
        ))}
      </ul>
    </Part>
  );
}
