// SPDX-License-Identifier: EUPL-1.2
import type { ChildProcess } from 'node:child_process';
import type { BlobKeyTable } from '../../src/kernel/blob/blob-key.ts';

type Method = keyof BlobKeyTable;

/** What the child tells. */
export type FromChild =
  | { readonly type: 'ready' }
  | { readonly type: 'received'; readonly offset: number }
  | { readonly type: 'acknowledged'; readonly hash: string }
  | { readonly type: 'ended'; readonly reason: string }
  | { readonly type: 'ask'; readonly id: number; readonly method: Method; readonly values: readonly unknown[] };

interface Reply {
  readonly reply: number;
  readonly value: unknown;
}

/** In the child: a key table that asks the parent. */
export function remoteKeys(): BlobKeyTable {
  let last = 0;
  const waiting = new Map<number, (value: unknown) => void>();
  process.on('message', (message: Partial<Reply>) => {
    if (message.reply === undefined) return;
    waiting.get(message.reply)?.(message.value);
    waiting.delete(message.reply);
  });
  const ask = <T>(method: Method, ...values: unknown[]) => {
    last += 1;
    const id = last;
    process.send?.({ type: 'ask', id, method, values } satisfies FromChild);
    return new Promise<T>((resolve) => void waiting.set(id, resolve as (value: unknown) => void));
  };
  return {
    put: (hash, key) => ask('put', hash, key),
    get: (hash) => ask('get', hash),
    remove: (hash, unlessPutSince) => ask('remove', hash, unlessPutSince),
    list: (after, limit) => ask('list', after, limit),
  };
}

/** In the parent: answers the child from a real table. */
export async function answer(child: ChildProcess, keys: BlobKeyTable, message: FromChild): Promise<void> {
  if (message.type !== 'ask') return;
  const call = keys[message.method] as (...values: readonly unknown[]) => Promise<unknown>;
  const reply: Reply = { reply: message.id, value: await call(...message.values) };
  if (child.connected) child.send(reply, () => {}); // the child may be dead by now
}
