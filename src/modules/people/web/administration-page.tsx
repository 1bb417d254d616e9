// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { ListRow, ListRows, PageHead } from '../../../ui/index.ts';
import { waitingCounts } from '../queries/waiting.ts';

interface Area {
  readonly key: string;
  readonly href: string;
  /** Any of these opens it; none means everybody. */
  readonly permissions: readonly string[];
  readonly waiting?: 'grants' | 'openings';
}

const areas: readonly Area[] = [
  { key: 'organisation', href: '/organisation', permissions: [] },
  { key: 'persons', href: '/persons', permissions: [] },
  { key: 'substitutions', href: '/substitutions', permissions: [] },
  {
    key: 'grants',
    href: '/administration/grants',
    permissions: ['people.manage-functions', 'people.release-grants'],
    waiting: 'grants',
  },
  { key: 'roles', href: '/administration/roles', permissions: [] },
  { key: 'explain', href: '/administration/explain', permissions: [] },
  { key: 'recent', href: '/administration/recent-grants', permissions: ['people.read-grants'] },
  { key: 'exclusions', href: '/administration/exclusions', permissions: ['people.exclude'] },
  { key: 'openings', href: '/administration/openings', permissions: ['people.review-openings'], waiting: 'openings' },
  { key: 'import', href: '/administration/import', permissions: ['people.import'] },
];

/** Verwaltung: what one may look at and change here. */
export const administrationPage: Page = {
  path: '/administration',
  permission: 'signed-in',
  async show(visit) {
    const { say } = visit;
    const counts = await visit.read(waitingCounts);
    const waiting = { grants: counts.grants + counts.invitations + counts.addresses, openings: counts.openings };
    const body = (
      <>
        <PageHead title={say('people.administration.title')} lead={say('people.administration.lead')} />
        <ListRows plain label={say('people.administration.title')}>
          {areas
            .filter((area) => mayOpen(visit, area))
            .map(({ key, href, waiting: kind }) => (
              <ListRow
                href={href}
                title={say(`people.area.${key}`)}
                meta={say(`people.area.${key}.meta`)}
                by={kind && waiting[kind] > 0 ? say('people.waiting', { n: waiting[kind] }) : undefined}
              />
            ))}
          {visit.modules
            .flatMap(({ administration = [] }) => administration)
            .filter(({ permission }) => permission === 'signed-in' || visit.caller.permissions.has(permission))
            .map(({ text, meta, href }) => (
              <ListRow href={href} title={say(text)} meta={say(meta)} />
            ))}
        </ListRows>
      </>
    );
    return visit.html(frame(visit, { title: say('people.administration.title'), current: '/administration', body }));
  },
};

function mayOpen({ caller }: Visit, { permissions }: Area): boolean {
  return permissions.length === 0 || permissions.some((permission) => caller.permissions.has(permission));
}
