// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Rolle zur Änderung beantragt: waits for a second person. */
export interface RoleChangeRequested extends Event {
  readonly type: 'people.role-change-requested';
  readonly facts: {
    readonly role: string;
    readonly name: string;
    readonly reach: 'unit' | 'unit-tree' | 'body';
    readonly transferable: boolean;
    readonly permissions: readonly string[];
    readonly requestedBy: string;
    readonly represented: string | null;
  };
}
