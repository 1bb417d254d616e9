// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg';
import type { Caller } from '../command.ts';
import { isRepeatable, type Tx } from '../database.ts';
import type { Event, Json } from '../event.ts';
import type { Log } from '../log.ts';
import { Outage } from '../outage.ts';
import { type Vault, VaultError } from '../vault/index.ts';
import { appendEvent } from './append.ts';
import { createReader } from './read.ts';
import { type Head, startSequencer } from './sequencer.ts';

export type { Head } from './sequencer.ts';

/** An entry as reactions and histories read it. Personal fields are missing once they were erased. */
export interface JournalEntry {
  readonly seq: number;
  readonly stream: string;
  /** Gap-free number within its stream, from 1. */
  readonly no: number;
  readonly act: string;
  readonly at: Date;
  readonly object: string;
  readonly file?: string | undefined;
  readonly unit?: string | undefined;
  readonly content?: string | undefined;
  /** undefined after erasure. */
  readonly personal?: Personal | undefined;
}

/** The erasable part of an entry. */
export interface Personal {
  readonly actor: string;
  readonly onBehalfOf?: string | undefined;
  readonly facts: { readonly [key: string]: Json };
}

/** A leaf with everything a proof needs. */
export interface RawEntry {
  readonly seq: number;
  readonly no: number;
  readonly header: string;
  readonly commitment: Buffer;
  readonly hash: Buffer;
  readonly salt?: Buffer | undefined;
  /** Clear bytes of the personal part, opened by the vault. */
  readonly body?: Buffer | undefined;
}

/** The spine: every act an entry, all entries one tree. */
export interface Journal {
  /** Writes an entry into the inbox, inside the transaction of the act. Returns the inbox id. */
  append(tx: Tx, event: Event, caller: Caller, at: Date): Promise<number>;
  /** Says that something may be waiting in the inbox. */
  nudge(): void;
  /** Resolves once the entries stand in a signed tree; fails after five seconds. */
  integrated(entries: readonly number[]): Promise<void>;
  /** False while nothing may be acknowledged: wrong tree, missing key, no connection. */
  writable(): boolean;
  /** Why it is not writable, as a word for the operator. */
  state(): string;
  /** Newest signed head. */
  head(): Head | undefined;
  /** Entries of the given types from a position on, and the position to go on from. */
  entriesFrom(position: number, limit: number, types: readonly string[]): Promise<{ entries: JournalEntry[]; next: number }>;
  /** Opens what a module's own definer function returned for one stream. */
  open(rows: readonly StreamRow[]): RawEntry[];
  /** Inclusion path of a leaf in the tree of the given size. */
  inclusion(seq: number, size: number): Promise<Buffer[]>;
  /** Consistency proof between two sizes. */
  consistency(from: number, to: number): Promise<Buffer[]>;
  /** Seq of an inbox id, once sequenced. */
  position(entry: number): Promise<number | undefined>;
  /** Verifier key (C2SP form) that heads are signed with. */
  verifierKey(): string;
  /** Called after every new head. Returns the unsubscribe function. */
  onIntegrated(listener: (head: Head) => void): () => void;
  close(): Promise<void>;
}

/** Row of `journal.stream_entries`, as modules' definer functions pass it on. */
export interface StreamRow {
  readonly seq: number;
  readonly no: number;
  readonly header: string;
  readonly commitment: Buffer;
  readonly hash: Buffer;
  readonly key_id: string | null;
  readonly salt: Buffer | null;
  readonly body: Buffer | null;
}

/** What the journal is made of. */
export interface JournalOptions {
  /** Connection of the role `fachwerk_sequencer`. */
  readonly connection: pg.ClientConfig;
  readonly vault: Vault;
  readonly origin: string;
  readonly log: Log;
  /** Size and root that witnesses hold; a smaller or different tree refuses to write. */
  readonly witnessed?: readonly { size: number; root: Buffer }[] | undefined;
  /** The signing key was made at this very start: a journal that has entries already must not be continued with it. */
  readonly newKey?: boolean | undefined;
}

/** Opens the journal: checks the tree against its heads and witnesses, then starts the one sequencer. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const sequencer = await startSequencer(options);
  const reader = createReader(options);
  return {
    append: (tx, event, caller, at) => appendEvent(tx, options.vault, { event, caller, at }).catch(notTaken),
    nudge: sequencer.nudge,
    integrated: sequencer.integrated,
    writable: () => sequencer.state() === 'leading' || sequencer.state() === 'following',
    state: sequencer.state,
    head: sequencer.head,
    entriesFrom: reader.entriesFrom,
    open: reader.open,
    inclusion: reader.inclusion,
    consistency: reader.consistency,
    position: reader.position,
    verifierKey: sequencer.verifierKey,
    onIntegrated: sequencer.onIntegrated,
    close: async () => {
      await sequencer.close();
      await reader.close();
    },
  };
}

/** When database or vault do not take an entry, nothing is acknowledged, whatever their reason. */
function notTaken(cause: unknown): never {
  const theirs = cause instanceof VaultError || typeof (cause as { code?: unknown }).code === 'string';
  if (!theirs || isRepeatable(cause)) throw cause;
  throw new Outage('the journal did not take the entry', { cause });
}
