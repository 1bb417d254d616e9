// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** A rule of the routing register was added or removed. */
export interface RouteChanged extends Event {
  readonly type: 'post.route-added' | 'post.route-removed';
  readonly facts: { readonly kind: string; readonly pattern: string; readonly office: string };
}
