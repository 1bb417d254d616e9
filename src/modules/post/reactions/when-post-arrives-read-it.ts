// SPDX-License-Identifier: EUPL-1.2
import type { Reaction } from '../../../kernel/reaction.ts';
import { readItem } from '../jobs/read-item.ts';

/** What came in is read in the background, and so is what was released from quarantine. */
export const whenPostArrivesReadIt: Reaction = {
  name: 'post.when-post-arrives-read-it',
  on: ['post.received', 'post.released'],
  async react({ runtime, entry }) {
    const item = entry.object.slice('item:'.length);
    await runtime.database.transaction({ person: null, system: 'post.read-item' }, runtime.clock.now(), (tx) =>
      runtime.jobs.enqueue(tx, readItem, { item }, { key: `post-read:${item}` }),
    );
  },
};
