// SPDX-License-Identifier: EUPL-1.2
// The only door of the module for others.
export { receiveItem } from './commands/receive-item.ts';
export type { ItemDescribed } from './events/item-described.ts';
export type { ItemReceived } from './events/item-received.ts';
export type { ItemStepped } from './events/item-stepped.ts';
