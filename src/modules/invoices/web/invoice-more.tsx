// SPDX-License-Identifier: EUPL-1.2
import { termName } from '@fachwerk/en16931';
import type { Visit } from '../../../kernel/page.ts';
import { EmptyState, More, Part } from '../../../ui/index.ts';
import type { Picture } from '../rules/picture.ts';
import { SaidTable } from './said-table.tsx';
import { termLanguage } from './words.ts';

/** Everything that the invoice says, group by group. */
export function AllGroups({ visit, groups, open }: { visit: Visit; groups: Picture['groups']; open?: boolean }) {
  const { say, locale } = visit;
  return (
    <Part id="all" title={say('invoices.view.more')} gap>
      {groups.map(({ id, said }) => {
        const title = id.startsWith('BG-') ? `${termName(id, termLanguage(locale))} (${id})` : say('invoices.view.head');
        return (
          <More title={title} open={open ?? !id.startsWith('BG-')} printed>
            <SaidTable visit={visit} caption={title} said={said} />
          </More>
        );
      })}
    </Part>
  );
}

/** Files inside the invoice; always a download, because they came from outside. */
export function Attachments(props: { visit: Visit; id: string; attachments: Picture['attachments'] }) {
  const { attachments, id } = props;
  const { say } = props.visit;
  return (
    <Part id="attachments" title={say('invoices.view.attachments')} count={attachments.length} gap>
      {attachments.length === 0 ? <EmptyState>{say('invoices.view.no-attachments')}</EmptyState> : null}
      <ul class="flow">
        {attachments.map(({ name, about, type }, index) => (
          <li>
            {type === '' ? (
              <>
                {name} <span class="muted">{say('invoices.view.attachment-elsewhere')}</span>
              </>
            ) : (
              <a href={`/invoices/${id}/attachments/${index + 1}`}>{name}</a>
            )}{' '}
            <span class="muted">{[about, type].filter((text) => text !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
