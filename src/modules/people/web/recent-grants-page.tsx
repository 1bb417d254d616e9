// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { EmptyState, PageHead, Table } from '../../../ui/index.ts';
import { personNames } from '../queries/names.ts';
import { type RecentGrant, recentGrants } from '../queries/roles.ts';
import { administrationCrumb } from './choices.ts';
import { showDate, showLast } from './words.ts';

const days = 90;

/** Neue und beendete Funktionen: open to data protection, staff council and audit. It says what holds, not who clicked. */
export const recentGrantsPage: Page = {
  path: '/administration/recent-grants',
  permission: 'people.read-grants',
  async show(visit) {
    const { say } = visit;
    const { grants, names } = await visit.read(async (tx) => {
      const found = await recentGrants(tx, days);
      return {
        grants: found,
        names: await personNames(
          tx,
          found.map(({ person }) => person),
        ),
      };
    });
    const body = (
      <>
        <PageHead
          title={say('people.area.recent')}
          lead={say('people.recent.lead', { n: days })}
          crumbs={[administrationCrumb(visit)]}
        />
        {grants.length === 0 ? (
          <EmptyState>{say('people.recent.none')}</EmptyState>
        ) : (
          <Grants visit={visit} grants={grants} names={names} />
        )}
      </>
    );
    return visit.html(frame(visit, { title: say('people.area.recent'), current: '/administration', body }));
  },
};

function Grants({
  visit: { say },
  grants,
  names,
}: {
  visit: Visit;
  grants: readonly RecentGrant[];
  names: ReadonlyMap<string, string>;
}) {
  return (
    <Table
      caption={say('people.area.recent')}
      captionHidden
      stack
      rows={grants}
      columns={[
        { id: 'unit', title: say('people.unit'), cell: ({ unitCode }) => unitCode },
        {
          id: 'person',
          title: say('people.person'),
          cell: ({ person }) => <a href={`/persons/${person}`}>{names.get(person)}</a>,
          names: true,
        },
        { id: 'role', title: say('people.role'), cell: ({ roleName }) => roleName },
        { id: 'from', title: say('people.valid-from'), cell: ({ from }) => showDate(from) },
        { id: 'to', title: say('people.function.to'), cell: ({ to }) => (to === null ? '' : showLast(to)) },
      ]}
    />
  );
}
