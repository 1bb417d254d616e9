// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { ZodType } from 'zod';
import type { Identity, Tx } from './database.ts';
import type { Event, EventTrace } from './event.ts';
import { invalidInput, unfitInput } from './input.ts';
import { Refusal } from './refusal.ts';
import type { Runtime } from './runtime.ts';

/** Who asks. `permissions` says what the person may do somewhere; where exactly is decided by rules and row level security. */
export interface Caller extends Identity {
  readonly permissions: ReadonlySet<string>;
  /** Person represented ("i. V."), when the caller acts as a deputy. */
  readonly onBehalfOf?: string | undefined;
  /** Id of the session, for re-authentication and sign-out; never journalled. */
  readonly session?: string | undefined;
  /** Name shown in the top bar. */
  readonly name?: string | undefined;
  readonly locale?: string | undefined;
}

/** What a command sees when it decides. */
export interface Occasion<Input> {
  readonly input: Input;
  readonly caller: Caller;
  readonly at: Date;
  readonly tx: Tx;
  readonly runtime: Runtime;
}

/** One thing a person may ask the system to do. */
export interface Command<Input = unknown, E extends Event = Event> {
  /** `module.verb-noun` */
  readonly name: string;
  /** A registered permission, or `anyone` for what happens before sign-in. */
  readonly permission: string;
  /** Always a strict object: unknown keys are refused. */
  readonly input: ZodType<Input>;
  /** Legally weighty: the answer waits until the entry stands in the signed tree. */
  readonly weighty?: boolean;
  /** Locks what it needs, asks the rule, answers with what happened or why not. */
  decide(occasion: Occasion<Input>): Promise<readonly E[] | Refusal>;
  /** Writes what one event means into the module's own tables. */
  apply(tx: Tx, event: E, at: Date): Promise<void>;
}

/** Result of a command that succeeded. */
export interface Done {
  readonly events: readonly EventTrace[];
  /** Ids of the journal's inbox rows. */
  readonly entries: readonly number[];
  /** True when the same key had already done it: nothing happened again. */
  readonly replayed: boolean;
}

/** How a request is made. */
export interface Request {
  /** Idempotency key chosen by the client: 16–200 characters; the same key never acts twice. */
  readonly key: string;
  readonly at?: Date | undefined;
}

/**
 * The only way to change anything. Key, permission, input, decision, tables and journal entry stand or fall together
 * in one transaction; nothing is acknowledged when the journal cannot be written.
 */
export async function execute<Input, E extends Event>(
  runtime: Runtime,
  command: Command<Input, E>,
  raw: unknown,
  caller: Caller,
  request: Request,
): Promise<Done | Refusal> {
  const barrier = barredBy(runtime, command, caller, request) ?? unfitInput(raw);
  if (barrier) return barrier;
  const parsed = command.input.safeParse(raw);
  if (!parsed.success) return invalidInput(parsed.error);
  const at = request.at ?? runtime.clock.now();
  const digest = createHash('sha256')
    .update(JSON.stringify([command.name, raw]))
    .digest();

  const outcome = await runtime.database.transaction(caller, at, async (tx) => {
    const earlier = await claimKey(tx, request.key, caller, digest, at);
    if (earlier) return earlier;
    const decision = await command.decide({ input: parsed.data, caller, at, tx, runtime });
    if (decision instanceof Refusal) return decision;
    for (const event of decision) await command.apply(tx, event, at);
    const entries: number[] = [];
    for (const event of decision) entries.push(await runtime.journal.append(tx, event, caller, at));
    const events = decision.map(({ type, object, file }) => ({ type, object, ...(file === undefined ? {} : { file }) }));
    await rememberOutcome(tx, request.key, caller, { events, entries });
    return { events, entries, replayed: false };
  });

  if (outcome instanceof Refusal) return outcome;
  runtime.journal.nudge();
  if (command.weighty) await runtime.journal.integrated(outcome.entries);
  return outcome;
}

function barredBy(runtime: Runtime, command: Pick<Command, 'permission'>, caller: Caller, { key }: Request): Refusal | undefined {
  if (!/^[\x21-\x7e]{16,200}$/.test(key)) return new Refusal('malformed', 'kernel.key-missing');
  if (command.permission !== 'anyone' && !caller.permissions.has(command.permission))
    return new Refusal('not-permitted', 'kernel.not-permitted');
  if (!runtime.journal.writable()) return new Refusal('unavailable', 'kernel.journal-unavailable');
  if (runtime.disk.readOnly()) return new Refusal('storage-full', 'kernel.storage-full');
  return undefined;
}

interface KeyRow {
  digest: Buffer;
  outcome: { events: EventTrace[]; entries: number[] } | null;
}

/** Takes the key, or answers with what it did before. A second request with the same key waits here for the first one. */
async function claimKey(tx: Tx, key: string, caller: Caller, digest: Buffer, at: Date): Promise<Done | Refusal | undefined> {
  const owner = ownerOf(caller);
  const taken = await tx.query(
    'insert into kernel.idempotency (owner, key, digest, at) values ($1, $2, $3, $4) on conflict do nothing returning 1 as taken',
    [owner, key, digest, at],
  );
  if (taken.length > 0) return undefined;
  const [row] = await tx.query<KeyRow>('select digest, outcome from kernel.idempotency where owner = $1 and key = $2', [
    owner,
    key,
  ]);
  if (!row?.outcome || !row.digest.equals(digest)) return new Refusal('conflict', 'kernel.key-reused');
  return { ...row.outcome, replayed: true };
}

async function rememberOutcome(
  tx: Tx,
  key: string,
  caller: Caller,
  outcome: { events: EventTrace[]; entries: number[] },
): Promise<void> {
  await tx.query('update kernel.idempotency set outcome = $3 where owner = $1 and key = $2', [
    ownerOf(caller),
    key,
    JSON.stringify(outcome),
  ]);
}

/** Keys of different callers never meet: nobody learns from a collision that somebody else acted. */
function ownerOf(caller: Caller): string {
  return caller.person ?? caller.system ?? caller.session ?? 'anyone';
}
