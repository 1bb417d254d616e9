// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, EmptyState, Field, Form, LinkButton, ListRow, ListRows, PageHead } from '../../../ui/index.ts';
import { type PersonLine, personList } from '../queries/person-view.ts';
import { administrationCrumb } from './choices.ts';
import { DoneNotice } from './form-parts.tsx';
import { isId } from './words.ts';

const pageSize = 50;

/** Personen: the directory by name. It sorts and counts nothing that anybody did. */
export const personsPage: Page = {
  path: '/persons',
  permission: 'signed-in',
  async show(visit) {
    const { say, caller } = visit;
    const search = (visit.query('q') ?? '').slice(0, 100);
    const after = visit.query('after');
    const found = await visit.read((tx) =>
      personList(tx, { search, after: after && isId(after) ? after : undefined, limit: pageSize + 1 }),
    );
    const body = (
      <>
        <PageHead
          title={say('people.area.persons')}
          crumbs={[administrationCrumb(visit)]}
          actions={
            caller.permissions.has('people.manage-persons') ? (
              <LinkButton icon="plus" href="/administration/persons/new">
                {say('people.person.new')}
              </LinkButton>
            ) : undefined
          }
        />
        <DoneNotice visit={visit} />
        <Form action="/persons" method="get" label={say('people.persons.search')}>
          <Field type="search" name="q" label={say('people.persons.search-label')} value={search} />
          <Button>{say('people.persons.search')}</Button>
        </Form>
        <Lines visit={visit} found={found} search={search} />
      </>
    );
    return visit.html(frame(visit, { title: say('people.area.persons'), current: '/administration', body }));
  },
};

function Lines({ visit: { say }, found, search }: { visit: Visit; found: readonly PersonLine[]; search: string }) {
  const shown = found.slice(0, pageSize);
  const more = new URLSearchParams({ ...(search ? { q: search } : {}), after: shown.at(-1)?.id ?? '' });
  return (
    <>
      {shown.length === 0 ? <EmptyState>{say('people.persons.none')}</EmptyState> : null}
      <ListRows plain label={say('people.area.persons')}>
        {shown.map(({ id, name, functions, email, active }) => (
          <ListRow
            href={`/persons/${id}`}
            title={name}
            meta={functions || email}
            by={active ? undefined : say('people.person.no-access')}
          />
        ))}
      </ListRows>
      {found.length > pageSize ? (
        <p>
          <LinkButton href={`/persons?${more}`}>{say('people.persons.more')}</LinkButton>
        </p>
      ) : null}
    </>
  );
}
