// SPDX-License-Identifier: EUPL-1.2
import type { Reaction } from '../../../kernel/reaction.ts';
import { followDocument } from '../commands/follow-document.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A new version, a final signature, z.d.A.: what happens in the E-Akte goes on in the orders. */
export const whenDocumentChangesFollowIt: Reaction = {
  name: 'circulation.when-document-changes-follow-it',
  on: ['records.version-added', 'records.document-signed-off', 'records.case-filed'],
  async react({ entry, act }) {
    const { object, personal } = entry;
    const version = personal?.facts['version'];
    const no = typeof version === 'object' && version !== null && 'no' in version ? version.no : version;
    await act(followDocument, {
      object,
      happened: entry.act.slice('records.'.length) as 'version-added',
      version: typeof no === 'number' ? no : 0,
      person: personal && uuid.test(personal.actor) ? personal.actor : null,
      represented: personal?.onBehalfOf ?? null,
    });
  },
};
