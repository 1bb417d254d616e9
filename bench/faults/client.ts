// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** A client as a browser or another system is one: it repeats what got no answer. */
export interface Client {
  readonly cookie: string;
  /** How long it waits for an answer before it asks again, in milliseconds. */
  readonly patience: number;
  /** False: every try gets a new key (mutant). */
  readonly keyed: boolean;
  /** False when nobody wants the answer any more. */
  readonly wanted: () => boolean;
  onRetry(): void;
}

/** An answer that came. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One request. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends one request to an address; rejects when no answer comes in time. */
export async function send(url: string, call: Call, client: Pick<Client, 'cookie' | 'patience'>): Promise<Answer> {
  const json = !(call.body instanceof Uint8Array) && call.body !== undefined;
  const response = await fetch(`${url}${call.path}`, {
    method: call.method ?? 'POST',
    headers: {
      cookie: client.cookie,
      origin: url,
      accept: 'application/json',
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...call.headers,
    },
    body: json ? JSON.stringify(call.body) : ((call.body as Buffer<ArrayBuffer> | undefined) ?? null),
    redirect: 'manual',
    signal: AbortSignal.timeout(client.patience),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text } };
}

const pauseMs = 25;

/** What makes one try: it gets the key of the whole act, and says what came of it, or nothing when it is to be tried again. */
export type Try<T> = (key: string) => Promise<T | undefined>;

/** Tries until an answer comes: with one key for all tries, as the form of a page has it. Undefined when nobody wants it any more. */
export async function insist<T>(client: Client, attempt: Try<T>): Promise<T | undefined> {
  const key = randomUUID();
  for (let first = true; client.wanted(); first = false) {
    if (!first) client.onRetry();
    const answer = await attempt(client.keyed ? key : randomUUID()).catch(() => undefined);
    if (answer !== undefined) return answer;
    await sleep(pauseMs);
  }
  return undefined;
}

/** True when trying again can help. */
export function isPassing({ status }: Answer): boolean {
  return status === 503 || status === 507 || status === 409 || status === 500;
}

/** SHA-256, hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
