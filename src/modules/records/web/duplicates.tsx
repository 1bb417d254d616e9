// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { ListRow, ListRows, Part } from '../../../ui/index.ts';
import type { Duplicate } from '../queries/find-duplicates.ts';
import { showDate } from './words.ts';

/** Gleiches anderswo: the same bytes or the same message, among what the caller may see; of the rest not even a number. */
export function Duplicates({ visit: { say }, found }: { visit: Visit; found: readonly Duplicate[] }) {
  if (found.length === 0) return null;
  return (
    <Part id="duplicates" title={say('records.duplicates.title')} level={3} count={found.length}>
      <p class="muted">{say('records.duplicates.lead')}</p>
      <ListRows plain label={say('records.duplicates.title')}>
        {found.map(({ document, title, reference, why, receivedOn }) => (
          <ListRow
            title={title}
            href={`/documents/${document}`}
            meta={[reference, say(`records.duplicates.${why}`), ...(receivedOn ? [showDate(receivedOn)] : [])].join(' · ')}
          />
        ))}
      </ListRows>
    </Part>
  );
}
