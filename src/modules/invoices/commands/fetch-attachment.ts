// SPDX-License-Identifier: EUPL-1.2
import type { Runtime } from '../../../kernel/runtime.ts';
import { type Attachment, attachmentOf } from '../adapters/attachment.ts';
import { bytesOf } from '../adapters/read-invoice.ts';

/** A file inside an invoice, out of the bytes as they came; undefined when there is none. Changes nothing. */
export async function fetchAttachment(runtime: Runtime, content: string, index: number): Promise<Attachment | undefined> {
  const bytes = await bytesOf(await runtime.blobs.get(content));
  return bytes && attachmentOf(bytes, index);
}
