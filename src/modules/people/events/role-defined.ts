// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** Rolle festgelegt: what everybody with this role may do from now on. */
export interface RoleDefined extends Event {
  readonly type: 'people.role-defined';
  readonly facts: {
    readonly role: string;
    readonly name: string;
    readonly reach: 'unit' | 'unit-tree' | 'body';
    readonly transferable: boolean;
    readonly permissions: readonly string[];
    readonly request: string;
  };
}
