// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import busboy from '@fastify/busboy';
import { Refusal } from '../../../kernel/refusal.ts';
import { CLERK_LIMITS } from '../adapters/content/admit.ts';
import { type Receiving, receiveWhole } from './receive-upload.ts';

/** A multipart form as it arrives. */
export interface UploadForm {
  readonly case: string;
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
}

const mostFiles = 200;
const keyField = '_key';

/** Takes the files of a form one after another, without holding any of them in memory. Stops at the first refusal; what came before stays. */
export async function receiveForm(receiving: Receiving, form: UploadForm): Promise<Refusal | undefined> {
  const type = form.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !form.body) return new Refusal('malformed', 'kernel.content-type');
  const parser = new busboy.Busboy({
    headers: { 'content-type': type },
    limits: {
      files: mostFiles,
      fields: 20,
      fieldSize: 1000,
      parts: mostFiles + 20,
      headerPairs: 50,
      fileSize: CLERK_LIMITS.maxBytes,
    },
  });
  let key = '';
  let place = 0;
  let refusal: Refusal | undefined;
  let work: Promise<void> = Promise.resolve();
  parser.on('field', (name: string, value: string) => {
    if (name === keyField) key = value;
  });
  parser.on('file', (_field: string, stream: Readable, name: string | undefined) => {
    place += 1;
    const fileKey = `${key}-file-${place}`.padEnd(16, '.');
    const taking = work.then(async () => {
      if (refusal || !name) return void stream.resume();
      const outcome = await receiveWhole(receiving, { case: form.case, name, key: fileKey, source: stream });
      if (outcome instanceof Refusal) refusal = outcome;
      stream.resume();
    });
    work = taking;
    taking.catch((fault: Error) => parser.destroy(fault));
  });
  await pipeline(Readable.fromWeb(form.body as WebStream<Uint8Array>), parser);
  await work;
  return refusal ?? (place === 0 ? new Refusal('invalid', 'records.upload.none-chosen') : undefined);
}
