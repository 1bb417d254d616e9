// SPDX-License-Identifier: EUPL-1.2
import type { BlobSource } from '../../../kernel/blob/index.ts';
import { type Caller, execute } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { CLERK_LIMITS, safeName } from '../../records/index.ts';
import { lookAt } from '../adapters/look.ts';
import { deliveryKey, receiveItem } from './receive-item.ts';

/** What a channel brings. */
export interface Delivery {
  readonly office: string;
  readonly channel: 'mail' | 'scan' | 'upload' | 'rest';
  readonly name: string;
  readonly source: BlobSource;
  readonly messageId?: string | undefined;
  readonly sender?: string | undefined;
  readonly senderAddress?: string | undefined;
  readonly recipient?: string | undefined;
  readonly subject?: string | undefined;
  readonly foreignReference?: string | undefined;
  readonly barcode?: string | undefined;
  readonly remarks?: readonly string[] | undefined;
}

/** Who brings it, and with what. */
export interface Bringing {
  readonly runtime: Runtime;
  readonly caller: Caller;
}

/** What became of a delivery; `duplicate` when the office had it before. */
export interface Received {
  readonly item: string | undefined;
  readonly duplicate: boolean;
}

/** Stores what came, looks at it, and puts it into an inbox. Durable before it is acknowledged; the same delivery twice is one item. */
export async function receiveContent(
  { runtime, caller }: Bringing,
  { source, name, messageId = '', remarks = [], ...words }: Delivery,
): Promise<Received | Refusal> {
  const { hash: content, size } = await runtime.blobs.put(source, { limit: CLERK_LIMITS.maxBytes });
  if (size === 0) return new Refusal('invalid', 'records.upload.empty');
  const fileName = safeName(name);
  const looked = await lookAt(runtime, { content, size, name });
  const input = {
    ...Object.fromEntries(
      Object.entries(words).map(([key, value]) => [key, value?.slice(0, key === 'foreignReference' ? 120 : 200)]),
    ),
    content,
    size,
    fileName,
    messageId,
    mediaType: looked.mediaType,
    remarks: [...remarks, ...looked.remarks],
  };
  const key = `post:${words.office}:${deliveryKey(content, messageId)}`;
  const done = await execute(runtime, receiveItem, input, caller, { key });
  if (done instanceof Refusal) return done.reason === 'post.delivered-before' ? { item: undefined, duplicate: true } : done;
  return { item: done.events[0]?.object.slice('item:'.length), duplicate: done.replayed };
}
