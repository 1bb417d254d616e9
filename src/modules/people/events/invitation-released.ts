// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Startcode freigegeben: by a second person, because whoever holds it will be able to act as its person. */
export interface InvitationReleased extends Event {
  readonly type: 'people.invitation-released';
  readonly facts: Readonly<Record<string, never>>;
}
