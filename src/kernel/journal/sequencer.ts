// SPDX-License-Identifier: EUPL-1.2
import { Frontier, formatVerifierKey, signCheckpoint } from '@fachwerk/merkle-log';
import pg from 'pg';
import { timeouts } from '../database.ts';
import { batchSize, moveInbox } from './batch.ts';
import type { JournalOptions } from './index.ts';
import { rebuild } from './tree.ts';
import { createWaiters, type Waiters } from './waiters.ts';

/** A signed state of the tree. */
export interface Head {
  readonly size: number;
  readonly root: Buffer;
  /** C2SP signed note. */
  readonly note: string;
}

/** `leading` moves the inbox; `following` means that another app node does; everything else refuses acts. */
export type SequencerState = 'starting' | 'leading' | 'following' | 'disconnected' | 'tree-mismatch' | 'closed';

/** What the one sequencer offers the journal. */
export interface Sequencer {
  nudge(): void;
  integrated(entries: readonly number[]): Promise<void>;
  state(): SequencerState;
  head(): Head | undefined;
  verifierKey(): string;
  onIntegrated(listener: (head: Head) => void): () => void;
  close(): Promise<void>;
}

/** The sequencer's own memory. */
interface Memory {
  state: SequencerState;
  head: Head | undefined;
  frontier: Frontier;
  client: pg.Client | undefined;
  nudged: boolean;
  wake: () => void;
  closing: boolean;
  readonly waiters: Waiters;
  readonly listeners: Set<(head: Head) => void>;
  readonly verifierKey: string;
  readonly options: JournalOptions;
}

const advisoryLock = 9162;
const idlePollMs = 100;
const retryMs = 500;

/** Starts the loop that moves the inbox into the tree, signs each new head and wakes who waits for a receipt. */
export async function startSequencer(options: JournalOptions): Promise<Sequencer> {
  const memory: Memory = {
    state: 'starting',
    head: undefined,
    frontier: new Frontier(),
    client: undefined,
    nudged: false,
    wake: () => {},
    closing: false,
    waiters: createWaiters(),
    listeners: new Set(),
    verifierKey: formatVerifierKey(options.origin, options.vault.publicKey),
    options,
  };
  await connect(memory);
  await tryToLead(memory);
  const running = loop(memory);
  const nudge = () => {
    memory.nudged = true;
    memory.wake();
  };
  return {
    nudge,
    state: () => memory.state,
    head: () => memory.head,
    verifierKey: () => memory.verifierKey,
    onIntegrated(listener) {
      memory.listeners.add(listener);
      return () => memory.listeners.delete(listener);
    },
    integrated(entries) {
      nudge();
      return memory.waiters.waitFor(entries, (wanted) => findIntegrated(memory, wanted));
    },
    async close() {
      memory.closing = true;
      nudge();
      await running;
      await memory.client?.end().catch(() => {});
      memory.state = 'closed';
    },
  };
}

/**
 * The lead is a lock of the session. When the network parts us, the server must end the session soon, or the lock would stay taken for
 * hours by somebody who is gone. We ask several times a second, so silence for so long means that we are.
 */
const impatient = { connectionTimeoutMillis: 2_000, idle_in_transaction_session_timeout: 5_000 };

async function connect(memory: Memory): Promise<pg.Client> {
  const client = new pg.Client({ ...timeouts, ...memory.options.connection, ...impatient });
  client.on('error', () => {}); // the next query reports it
  await client.connect();
  await client.query(`set idle_session_timeout = ${impatient.idle_in_transaction_session_timeout}`);
  memory.client = client;
  return client;
}

/** One node leads; whoever does not leads as soon as the lock is free. Either way the tree is checked first. */
async function tryToLead(memory: Memory): Promise<void> {
  const client = memory.client ?? (await connect(memory));
  const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [advisoryLock]);
  const { frontier, head, mismatch } = await rebuild(client, {
    verifierKey: memory.verifierKey,
    witnessed: memory.options.witnessed ?? [],
    newKey: memory.state === 'starting' && memory.options.newKey,
  });
  if (mismatch !== undefined) {
    memory.state = 'tree-mismatch';
    memory.options.log.fault('journal tree does not match its heads or witnesses: no act is accepted', new Error(mismatch));
    return;
  }
  memory.frontier = frontier;
  memory.head = head;
  memory.state = rows[0]?.leads === true ? 'leading' : 'following';
}

async function loop(memory: Memory): Promise<void> {
  while (!memory.closing && memory.state !== 'tree-mismatch') {
    try {
      const more = await round(memory);
      if (!more && !memory.nudged) await pause(memory, idlePollMs);
      memory.nudged = false;
    } catch (fault) {
      if (memory.closing) return;
      memory.state = 'disconnected';
      memory.options.log.warn('journal sequencer lost its connection', {
        code: String((fault as { code?: string }).code ?? 'none'),
      });
      await memory.client?.end().catch(() => {});
      memory.client = undefined;
      await pause(memory, retryMs);
    }
  }
}

/** One look at the inbox. True when a full batch was moved and more may wait. */
async function round(memory: Memory): Promise<boolean> {
  const client = memory.client ?? (await connect(memory));
  if (memory.state === 'starting' || memory.state === 'disconnected') await tryToLead(memory);
  if (memory.state === 'leading') return (await integrate(memory, client)) === batchSize;
  if (memory.state === 'following') await follow(memory, client);
  return false;
}

async function integrate(memory: Memory, client: pg.Client): Promise<number> {
  await client.query('begin');
  const batch = await moveInbox(client, memory.frontier);
  if (!batch) {
    await client.query('rollback');
    return 0;
  }
  const { origin, vault } = memory.options;
  const size = batch.frontier.size;
  const root = Buffer.from(batch.frontier.root());
  const note = signCheckpoint({ origin, size, root }, { name: origin, publicKey: vault.publicKey, sign: vault.sign });
  await client.query({
    name: 'insert-head',
    text: 'insert into journal.head (size, root, note, at) values ($1, $2, $3, now())',
    values: [size, root, note],
  });
  await client.query('commit');
  memory.frontier = batch.frontier;
  memory.head = { size, root, note };
  memory.waiters.release(batch.entries);
  for (const listener of memory.listeners) listener(memory.head);
  return batch.entries.length;
}

/** Another node leads: take over its news, and its place when it is gone. */
async function follow(memory: Memory, client: pg.Client): Promise<void> {
  const { rows } = await client.query<Head>('select size, root, note from journal.head order by size desc limit 1');
  const newest = rows[0];
  if (newest && newest.size !== memory.head?.size) {
    memory.head = newest;
    for (const listener of memory.listeners) listener(newest);
  }
  const lock = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [advisoryLock]);
  if (lock.rows[0]?.free) await tryToLead(memory);
}

async function findIntegrated(memory: Memory, wanted: readonly number[]): Promise<readonly number[]> {
  if (!memory.client) return [];
  // Over the same connection we also see leaves that are not committed yet: only those below a committed head count.
  const { rows } = await memory.client.query<{ inbox_id: number }>(
    'select inbox_id from journal.leaf where inbox_id = any($1::bigint[]) and seq < $2',
    [wanted, memory.head?.size ?? 0],
  );
  return rows.map(({ inbox_id }) => inbox_id);
}

function pause(memory: Memory, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    memory.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
