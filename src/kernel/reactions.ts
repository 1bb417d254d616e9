// SPDX-License-Identifier: EUPL-1.2
import { type Caller, execute } from './command.ts';
import type { Database } from './database.ts';
import type { JournalEntry } from './journal/index.ts';
import { isAway, Outage } from './outage.ts';
import type { Reaction } from './reaction.ts';
import { Refusal, type RefusalKind } from './refusal.ts';
import type { Runtime } from './runtime.ts';

const batch = 200;
const attemptsBeforeParking = 3;
const retryMs = 1_000;

/** Keeps all reactions up with the journal until it is stopped. */
export interface ReactionRunner {
  /** Lets every reaction catch up now; used by tests and before a graceful stop. */
  catchUp(): Promise<void>;
  /** Puts a reaction's cursor back: it sees everything again, its commands' keys keep effects from happening twice. */
  replay(name: string, from: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the runner. Each reaction has its own cursor, so that a slow one holds up nobody else. */
export function startReactions(runtime: Runtime, reactions: readonly Reaction[]): ReactionRunner {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    for (const reaction of reactions) while (!stopped && (await step(runtime, reaction))) await undefined;
  };
  const trigger = () => {
    running = running.then(round).catch((fault: unknown) => {
      runtime.log.fault('reactions stopped', fault);
      if (!stopped) setTimeout(() => void trigger(), retryMs).unref(); // the next act may be hours away
    });
    return running;
  };
  const unsubscribe = runtime.journal.onIntegrated(() => void trigger());
  void trigger();
  return {
    catchUp: trigger,
    replay: async (name, from) => {
      await asRunner(runtime.database, runtime, (tx) =>
        tx.query('update kernel.reaction_cursor set position = $2 where name = $1', [name, from]),
      );
      await trigger();
    },
    stop: async () => {
      stopped = true;
      unsubscribe();
      await running;
    },
  };
}

function asRunner<T>(database: Database, runtime: Runtime, work: Parameters<typeof database.transaction<T>>[2]): Promise<T> {
  return database.transaction({ person: null, system: 'kernel.reactions' }, runtime.clock.now(), work);
}

/** One batch of one reaction. A crash repeats at most this batch, and the keys of its commands keep that without effect. */
async function step(runtime: Runtime, reaction: Reaction): Promise<boolean> {
  const position = await cursorOf(runtime, reaction.name);
  const { entries, next } = await runtime.journal.entriesFrom(position, batch, reaction.on);
  for (const entry of entries) await reactOrPark(runtime, reaction, entry);
  if (next > position) {
    await asRunner(runtime.database, runtime, (tx) =>
      tx.query('update kernel.reaction_cursor set position = $2 where name = $1 and position = $3', [
        reaction.name,
        next,
        position,
      ]),
    );
  }
  return next > position;
}

async function cursorOf(runtime: Runtime, name: string): Promise<number> {
  return asRunner(runtime.database, runtime, async (tx) => {
    await tx.query('insert into kernel.reaction_cursor (name) values ($1) on conflict do nothing', [name]);
    const [row] = await tx.query<{ position: number }>('select position from kernel.reaction_cursor where name = $1', [name]);
    return row?.position ?? 0;
  });
}

/** A poison entry must not stop the town: after three tries it is parked with an alarm, and the next entries go on. */
async function reactOrPark(runtime: Runtime, reaction: Reaction, entry: JournalEntry): Promise<void> {
  for (let attempt = 1; attempt <= attemptsBeforeParking; attempt += 1) {
    try {
      await reaction.react({ runtime, entry, act: actFor(runtime, reaction, entry) });
      return;
    } catch (fault) {
      if (isAway(fault)) throw fault; // not the entry's fault: it waits for the house, with all that come after it
      if (attempt < attemptsBeforeParking) continue;
      runtime.log.fault('reaction parked an entry', fault, { reaction: reaction.name, position: entry.seq });
      runtime.metrics.count('fachwerk_reactions_parked_total', { reaction: reaction.name });
      await park(runtime, reaction.name, entry.seq, (fault as Error).name);
    }
  }
}

/** No rule said no; only now it cannot be done. */
const passing: ReadonlySet<RefusalKind> = new Set(['unavailable', 'storage-full']);

function actFor(runtime: Runtime, reaction: Reaction, entry: JournalEntry): Parameters<Reaction['react']>[0]['act'] {
  return async (command, input, part = '') => {
    const key = `reaction:${reaction.name}:${entry.seq}:${part}`.padEnd(16, '.');
    const caller: Caller = { person: null, system: reaction.name, permissions: new Set([command.permission]) };
    const outcome = await execute(runtime, command, input, caller, { key });
    if (outcome instanceof Refusal && passing.has(outcome.kind)) throw new Outage(outcome.reason);
    return outcome;
  };
}

async function park(runtime: Runtime, name: string, position: number, reason: string): Promise<void> {
  await asRunner(runtime.database, runtime, (tx) =>
    tx.query(
      `insert into kernel.reaction_parked (name, position, reason, at) values ($1, $2, $3, $4)
       on conflict (name, position) do update set attempts = kernel.reaction_parked.attempts + 1, at = excluded.at`,
      [name, position, reason, runtime.clock.now()],
    ),
  );
}
