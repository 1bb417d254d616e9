// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import busboy from '@fastify/busboy';
import { Refusal } from '../../../kernel/refusal.ts';
import { CLERK_LIMITS } from './content/admit.ts';

/** A multipart form as it arrives. */
export interface MultipartForm {
  readonly headers: Headers;
  readonly body: ReadableStream<Uint8Array> | null;
}

const mostFiles = 200;
const keyField = '_key';
const limits = {
  files: mostFiles,
  fields: 20,
  fieldSize: 1000,
  parts: mostFiles + 20,
  headerPairs: 50,
  fileSize: CLERK_LIMITS.maxBytes,
};

/** One file of a form, with the fields that stood before it. */
export interface FormFile {
  readonly place: number;
  readonly name: string;
  /** The form's key and the file's place in it: sent again, it is the same file. */
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly source: Readable;
}

/** Hands over the files of a form one after another, without holding any of them in memory. */
export async function takeForm(
  form: MultipartForm,
  take: (file: FormFile) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  const type = form.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data') || !form.body) return new Refusal('malformed', 'kernel.content-type');
  const parser = parserOf(type);
  if (!parser) return new Refusal('malformed', 'kernel.content-type');
  const fields: Record<string, string> = {};
  let place = 0;
  let refusal: Refusal | undefined;
  let work: Promise<void> = Promise.resolve();
  let fault: Error | undefined;
  const sources: Readable[] = [];
  parser.on('field', (name: string, value: string) => {
    fields[name] = value;
  });
  parser.on('file', (_field: string, source: Readable, name: string | undefined) => {
    if (!name) return void source.resume(); // a field for files that was left empty
    place += 1;
    sources.push(source);
    const file = { place, name, source, fields, key: `${fields[keyField] ?? ''}-file-${place}`.padEnd(16, '.') };
    const taking = work.then(async () => {
      refusal ??= await take(file);
      source.resume();
    });
    work = taking;
    taking.catch((error: Error) => {
      fault ??= error;
      parser.destroy(error);
    });
  });
  try {
    await pipeline(Readable.fromWeb(form.body as WebStream<Uint8Array>), parser);
  } catch (error) {
    if (fault) throw fault;
    // The form broke off or is none: no fault of ours. What waits for the rest of a file must not wait for ever.
    for (const source of sources) source.destroy(error as Error);
    await work.catch(() => {});
    return refusal ?? new Refusal('malformed', 'kernel.content-type');
  }
  await work;
  return refusal ?? (place === 0 ? new Refusal('invalid', 'records.upload.none-chosen') : undefined);
}

/** Reads a multipart form; undefined when the header names no boundary. */
function parserOf(type: string): InstanceType<typeof busboy.Busboy> | undefined {
  try {
    return new busboy.Busboy({ headers: { 'content-type': type }, limits });
  } catch {
    return undefined;
  }
}
