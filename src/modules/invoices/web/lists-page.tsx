// SPDX-License-Identifier: EUPL-1.2
import type { Page } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { LinkButton, ListRow, ListRows, Notice, PageHead } from '../../../ui/index.ts';
import { countLists, listTemplates } from '../queries/lists.ts';
import { listNames } from '../rules/lists.ts';

/** Listen und Vorlagen: what other systems keep and Fachwerk takes in, and how the finance system wants its batches. */
export const listsPage: Page = {
  path: '/invoices/lists',
  permission: 'invoices.keep-lists',
  async show(visit) {
    const { say } = visit;
    const { counts, templates } = await visit.read(async (tx) => ({
      counts: await countLists(tx),
      templates: await listTemplates(tx),
    }));
    const title = say('invoices.lists.title');
    const body = (
      <>
        <PageHead
          title={title}
          lead={say('invoices.lists.lead')}
          crumbs={[{ label: say('people.administration.title'), href: '/administration' }]}
          actions={<LinkButton href="/invoices/templates">{say('invoices.templates.title')}</LinkButton>}
        />
        {visit.query('done') === '1' ? (
          <Notice tone="done" live>
            {say('invoices.list.done')}
          </Notice>
        ) : null}
        <ListRows plain label={title}>
          {listNames.map((name) => (
            <ListRow
              title={say(`invoices.list.${name}`)}
              href={`/invoices/lists/${name}`}
              meta={say(`invoices.list.${name}.about`)}
              by={say('invoices.list.lines', { n: counts.get(name) ?? 0 })}
            />
          ))}
          <ListRow
            title={say('invoices.templates.title')}
            href="/invoices/templates"
            meta={say('invoices.templates.about')}
            by={say('invoices.templates.count', { n: templates.length })}
          />
        </ListRows>
      </>
    );
    return visit.html(frame(visit, { title, current: '/administration', body }));
  },
};
