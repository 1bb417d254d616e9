// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { answerJson } from '../../../kernel/router.ts';
import {
  announceUpload,
  askUpload,
  continueUpload,
  type UploadAddress,
  type UploadProgress,
} from '../commands/receive-upload.ts';
import { findDuplicatesOf } from '../queries/find-duplicates.ts';

const chunkSize = 8 * 1024 * 1024;

const announced = z.strictObject({
  name: z.string().min(1).max(1000),
  size: z.number().int().min(0),
  lastModified: z.number().optional(),
});

/** Begins an upload into a case, or finds the one that the same key began. */
export const announceUploadEndpoint: Endpoint = {
  method: 'POST',
  path: '/cases/:case/uploads',
  permission: 'records.write',
  summary: 'Begin a resumable upload',
  input: announced,
  async handle(visit, input) {
    const { name, size } = input as z.infer<typeof announced>;
    const { runtime, caller, key } = visit;
    if (key.length < 16) return answerJson(visit, new Refusal('malformed', 'kernel.key-missing'));
    return answer(visit, await announceUpload({ runtime, caller }, { case: visit.param('case'), name, size, key }));
  },
};

/** Takes the next piece at `Upload-Offset`. */
export const continueUploadEndpoint: Endpoint = {
  method: 'PATCH',
  path: '/cases/:case/uploads/:upload',
  permission: 'records.write',
  summary: 'Send the next piece of an upload',
  stream: 'the offset: a piece that was already taken is refused with 409 and the right offset',
  async handle(visit) {
    const offset = Number(visit.context.req.header('upload-offset') ?? Number.NaN);
    const body = visit.context.req.raw.body;
    if (!Number.isInteger(offset) || offset < 0) return answerJson(visit, new Refusal('malformed', 'records.upload.no-offset'));
    const { runtime, caller } = visit;
    const source = body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() });
    return answer(visit, await continueUpload({ runtime, caller }, addressOf(visit), { offset, source }));
  },
};

/** Tells in `Upload-Offset` where to go on. */
export const askUploadEndpoint: Endpoint = {
  method: 'GET',
  path: '/cases/:case/uploads/:upload',
  permission: 'records.write',
  summary: 'Ask how far an upload is',
  async handle(visit) {
    const { runtime, caller } = visit;
    return answer(visit, await askUpload({ runtime, caller }, addressOf(visit)));
  },
};

function addressOf(visit: Visit): UploadAddress {
  return { case: visit.param('case'), id: visit.param('upload') };
}

/** Says at once when the same content stands elsewhere, of what the caller may see: before the second copy is worked on. */
async function sameAs(visit: Visit, document: string): Promise<{ note?: string }> {
  const [first, ...more] = await visit.read((tx) => findDuplicatesOf(tx, document));
  if (!first) return {};
  const { reference, title } = first;
  return { note: visit.say('records.duplicates.at-upload', { reference, title, n: more.length + 1 }) };
}

async function answer(visit: Visit, progress: UploadProgress | Refusal): Promise<Response> {
  if (progress instanceof Refusal) return answerJson(visit, progress);
  const { id, offset, document } = progress;
  const done =
    document === undefined ? {} : { done: true, location: `/documents/${document}`, ...(await sameAs(visit, document)) };
  return visit.context.json({ id, offset, chunkSize, ...done }, 200, { 'upload-offset': String(offset) });
}
