// SPDX-License-Identifier: EUPL-1.2
// The only door of the module for others: its events.
export type { HoldLifted, HoldSet } from './events/hold.ts';
export type { RuleReleased } from './events/retention-rule.ts';
export type { RetentionSet } from './events/retention-set.ts';
