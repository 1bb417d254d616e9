// SPDX-License-Identifier: EUPL-1.2
import type { Command, Done } from './command.ts';
import type { JournalEntry } from './journal/index.ts';
import type { Refusal } from './refusal.ts';
import type { Runtime } from './runtime.ts';

/** What a reaction sees: one sequenced entry, and a way to act through commands exactly once per entry. */
export interface ReactionOccasion {
  readonly runtime: Runtime;
  readonly entry: JournalEntry;
  /** Runs a command as background work with a key made of reaction and entry. */
  act<Input>(command: Command<Input>, input: Input, part?: string): Promise<Done | Refusal>;
}

/** What one module does because something happened, anywhere. In journal order, at least once per entry. */
export interface Reaction {
  /** `module.when-<event>-<do>` */
  readonly name: string;
  /** Event types it cares for. */
  readonly on: readonly string[];
  react(occasion: ReactionOccasion): Promise<void>;
}
