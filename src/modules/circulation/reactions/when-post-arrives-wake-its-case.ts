// SPDX-License-Identifier: EUPL-1.2
import type { Reaction } from '../../../kernel/reaction.ts';
import { wakeCase } from '../commands/wake-case.ts';

/** What came in for a case that rests brings it back today. */
export const whenPostArrivesWakeItsCase: Reaction = {
  name: 'circulation.when-post-arrives-wake-its-case',
  on: ['records.document-registered'],
  async react({ entry, act }) {
    const facts = entry.personal?.facts;
    const into = facts?.['case'];
    if (facts?.['direction'] !== 'in' || typeof into !== 'string') return;
    const title = facts['title'];
    await act(wakeCase, { case: into, title: typeof title === 'string' ? title.slice(0, 400) : '' });
  },
};
