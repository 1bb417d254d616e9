// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** Where a piece of post stands. */
export const itemStates = ['new', 'forwarded', 'returned', 'assigned', 'quarantined', 'done'] as const;
export type ItemState = (typeof itemStates)[number];

/** What may happen to it. */
export type ItemStep =
  | 'forwarded'
  | 'taken-back'
  | 'accepted'
  | 'returned'
  | 'assigned'
  | 'undone'
  | 'set-aside'
  | 'reopened'
  | 'quarantined'
  | 'released'
  | 'refused';

/** Ways in: what arrives as bytes, and what stays on paper. */
export const channels = ['mail', 'scan', 'upload', 'paper', 'rest'] as const;
export type Channel = (typeof channels)[number];

const open: readonly ItemState[] = ['new', 'forwarded', 'returned'];

/** From which states a step starts, and where it leads. What is filed by mistake or set aside comes back; nothing is deleted. */
export const steps: Readonly<Record<ItemStep, { readonly from: readonly ItemState[]; readonly to: ItemState }>> = {
  forwarded: { from: ['new', 'returned'], to: 'forwarded' },
  'taken-back': { from: ['forwarded'], to: 'new' },
  accepted: { from: ['forwarded'], to: 'new' },
  returned: { from: ['forwarded'], to: 'returned' },
  assigned: { from: open, to: 'assigned' },
  undone: { from: ['assigned'], to: 'new' },
  'set-aside': { from: open, to: 'done' },
  reopened: { from: ['done'], to: 'new' },
  quarantined: { from: open, to: 'quarantined' },
  released: { from: ['quarantined'], to: 'new' },
  refused: { from: ['quarantined'], to: 'done' },
};

/** What the rule looks at. */
export interface ItemNow {
  readonly state: ItemState;
  readonly lock: number;
}

/** Stands the item where this step begins, and is it still as the person saw it? */
export function mayStep(item: ItemNow, step: ItemStep, read: number): Refusal | undefined {
  if (!steps[step].from.includes(item.state)) return new Refusal('conflict', `post.not-now.${item.state}`);
  if (item.lock !== read) return new Refusal('conflict', 'post.changed-since-read');
  return undefined;
}
