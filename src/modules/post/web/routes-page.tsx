// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, ErrorSummary, Field, Form, PageHead, Part, Table } from '../../../ui/index.ts';
import { actingScope, allUnits, type UnitView, unitOptions } from '../../people/index.ts';
import { addRoute } from '../commands/add-route.ts';
import { removeRoute } from '../commands/remove-route.ts';
import { listRoutes } from '../queries/routes.ts';
import { routeKinds } from '../rules/route.ts';
import { errorsOf, officeName, typed } from './words.ts';

/** Verteilplan: which post goes into which inbox. */
export const routesPage: Page = {
  path: '/post/routes',
  permission: 'post.read',
  async show(visit) {
    const { say, caller } = visit;
    const found = await visit.read(async (tx) => ({
      routes: await listRoutes(tx),
      units: new Map((await allUnits(tx)).map((unit) => [unit.id, unit])),
      mine: caller.permissions.has('post.configure') ? await actingScope(tx, caller, 'post.configure') : new Set<string>(),
      options: caller.permissions.has('post.configure')
        ? await unitOptions(tx, { permission: 'post.configure', represented: caller.onBehalfOf })
        : [],
    }));
    const errors = errorsOf(visit);
    const body = (
      <>
        <PageHead
          title={say('post.routes.title')}
          lead={say('post.routes.lead')}
          crumbs={[{ label: say('post.inbox.title'), href: '/post' }]}
        />
        <ErrorSummary errors={errors} />
        {found.routes.length === 0 ? <EmptyState>{say('post.routes.none')}</EmptyState> : null}
        {found.routes.length === 0 ? null : <Rules visit={visit} {...found} />}
        {found.options.length > 0 ? <Add visit={visit} options={found.options} /> : null}
      </>
    );
    return visit.html(frame(visit, { title: say('post.routes.title'), current: '/post', errors: errors.length, body }));
  },
  actions: {
    add: { command: addRoute, done: () => '/post/routes' },
    remove: { command: removeRoute, done: () => '/post/routes' },
  },
};

interface RulesProps {
  readonly visit: Visit;
  readonly routes: Awaited<ReturnType<typeof listRoutes>>;
  readonly units: ReadonlyMap<string, UnitView>;
  readonly mine: ReadonlySet<string>;
}

function Rules({ visit, routes, units, mine }: RulesProps) {
  const { say } = visit;
  return (
    <Table
      caption={say('post.routes.title')}
      captionHidden
      stack
      rows={routes}
      columns={[
        { id: 'kind', title: say('post.routes.by'), names: true, cell: ({ kind }) => say(`post.route.${kind}`) },
        { id: 'pattern', title: say('post.routes.pattern'), cell: ({ pattern }) => pattern || '–' },
        { id: 'office', title: say('post.routes.office'), cell: ({ office }) => officeName(units, office) },
        {
          id: 'do',
          title: say('post.routes.change'),
          cell: ({ id, office, kind, pattern }) =>
            mine.has(office) ? (
              <Form action="/post/routes/remove" look="inline" values={{ route: id }}>
                <Button small label={say('post.routes.remove-one', { rule: `${say(`post.route.${kind}`)} ${pattern}` })}>
                  {say('post.routes.remove')}
                </Button>
              </Form>
            ) : (
              ''
            ),
        },
      ]}
    />
  );
}

function Add({ visit, options }: { visit: Visit; options: readonly UnitView[] }) {
  const { say } = visit;
  return (
    <Part id="add" title={say('post.routes.add')} gap>
      <Form action="/post/routes/add" formKey={visit.key}>
        <Field
          type="select"
          id="add-kind"
          name="kind"
          label={say('post.routes.by')}
          options={routeKinds.map((kind) => ({ value: kind, label: say(`post.route.${kind}`) }))}
          value={typed(visit, 'add', 'kind') ?? 'keyword'}
        />
        <Field
          id="add-pattern"
          name="pattern"
          label={say('post.routes.pattern')}
          hint={say('post.routes.pattern-hint')}
          value={typed(visit, 'add', 'pattern')}
          maxlength={200}
        />
        <Field
          type="select"
          id="add-office"
          name="office"
          label={say('post.routes.office')}
          options={options.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          value={typed(visit, 'add', 'office')}
          empty={say('post.choose')}
          required
        />
        <Buttons>
          <Button look="main">{say('post.routes.add')}</Button>
        </Buttons>
      </Form>
    </Part>
  );
}
