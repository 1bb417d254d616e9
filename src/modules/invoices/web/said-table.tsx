// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Table } from '../../../ui/index.ts';
import type { Said } from '../rules/picture.ts';
import { showSaid, termText } from './words.ts';

/** Values with the business terms that they are: names of terms are too long for a narrow column. */
export function SaidTable({ visit: { say, locale }, caption, said }: { visit: Visit; caption: string; said: readonly Said[] }) {
  return (
    <Table
      caption={caption}
      captionHidden
      stack
      rows={said}
      columns={[
        { id: 'term', title: say('invoices.view.said-term'), names: true, cell: ({ term }) => termText(term, locale) },
        { id: 'value', title: say('invoices.view.said-value'), cell: showSaid },
      ]}
    />
  );
}
