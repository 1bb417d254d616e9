// SPDX-License-Identifier: EUPL-1.2
// The only door of the module for others.
export { markStep } from './commands/mark-step.ts';
export { setFollowUp } from './commands/set-follow-up.ts';
export { startOrder } from './commands/start-order.ts';
export type { FollowUpMoved, FollowUpSet } from './events/case-followed-up.ts';
export type { OrderStarted } from './events/order-started.ts';
export type { OrderStep, OrderStepped } from './events/order-stepped.ts';
