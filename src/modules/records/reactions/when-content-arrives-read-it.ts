// SPDX-License-Identifier: EUPL-1.2
import type { Reaction } from '../../../kernel/reaction.ts';
import { readContent } from '../jobs/read-content.ts';

/** Every new version is read: text, pictures of its pages, search. */
export const whenContentArrivesReadIt: Reaction = {
  name: 'records.when-content-arrives-read-it',
  on: ['records.document-registered', 'records.version-added'],
  async react({ runtime, entry }) {
    const version = (entry.personal?.facts['version'] as { version?: unknown } | undefined)?.version;
    if (typeof version !== 'string') return; // erased in the meantime
    await runtime.database.transaction({ person: null, system: 'records.read-content' }, runtime.clock.now(), (tx) =>
      runtime.jobs.enqueue(tx, readContent, { version }, { key: `read:${version}` }),
    );
  },
};
