// SPDX-License-Identifier: EUPL-1.2
import { open } from 'node:fs/promises';
import { hashOf } from './draft.ts';
import { readRange, removeQuietly } from './durable-file.ts';
import { callS3, discard, type S3Answer, type S3Options, textOf } from './s3-call.ts';
import { hashInName, type SealedObject, type SealedObjects } from './sealed-objects.ts';
import { StorageError, storing } from './storage-error.ts';

/** The largest object that S3 takes in one call. */
const largestObject = 5 * 1_024 ** 3;

/** Sealed objects in a bucket. */
export function s3Objects(options: S3Options): SealedObjects {
  return {
    keep: (file, object) => upload(options, file, object),
    read: (object, from, to) => download(options, object, { from, to }),
    async length(name) {
      const answer = await callS3(options, { method: 'HEAD', name });
      await discard(answer);
      if (answer.response.status === 404) return undefined;
      return Number(expectOk(answer).response.headers.get('content-length'));
    },
    async drop(name) {
      // A leftover does no harm: the sweep takes it later.
      await callS3(options, { method: 'DELETE', name }).then(discard, () => {});
    },
    names: (prefix) => list(options, prefix),
  };
}

async function upload(options: S3Options, file: string, object: SealedObject): Promise<void> {
  if (object.length > largestObject) throw new StorageError('too-large', { details: { limit: largestObject } });
  const headers = {
    'x-amz-content-sha256': object.sealedHash,
    'content-length': String(object.length),
    'content-type': 'application/octet-stream',
  };
  const answer = await callS3(options, { method: 'PUT', name: object.name, headers, body: () => readFile(file) });
  await discard(answer);
  expectOk(answer);
  // Some servers ignore the checksum in the signature, and an answer may come before the data is kept: only reading it back tells.
  const kept = await hashOf(download(options, object, { from: 0, to: object.length })).catch((cause) => {
    throw new StorageError('storage-fault', { cause });
  });
  if (kept !== object.sealedHash) throw new StorageError('storage-fault');
  await removeQuietly(file);
}

async function* readFile(file: string): AsyncGenerator<Uint8Array> {
  const handle = await storing(() => open(file, 'r'));
  try {
    yield* readRange(handle, 0, Number.MAX_SAFE_INTEGER);
  } finally {
    await handle.close();
  }
}

const resumes = 3;

/** A broken line is taken up again where it broke. */
async function* download(
  options: S3Options,
  object: SealedObject,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  let at = from;
  for (let left = resumes; at < to; left -= 1) {
    try {
      for await (const bytes of downloadOnce(options, object, { from: at, to })) {
        at += bytes.byteLength;
        yield bytes;
      }
      if (at < to) throw new Error('object store ended early');
    } catch (cause) {
      if (cause instanceof StorageError) throw cause;
      if (left === 0) throw new StorageError('storage-fault', { cause });
    }
  }
}

async function* downloadOnce(
  options: S3Options,
  { name, length }: SealedObject,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  const answer = await callS3(options, { method: 'GET', name, headers: { range: `bytes=${from}-${to - 1}` } });
  try {
    const { status, headers } = answer.response;
    if (status === 404 || status === 416) throw new StorageError('damaged');
    expectOk(answer);
    const total = status === 206 ? headers.get('content-range')?.split('/')[1] : headers.get('content-length');
    if (Number(total) !== length || (status !== 206 && from > 0)) throw new StorageError('damaged');
    let room = to - from;
    for await (const bytes of answer.response.body ?? []) {
      answer.patience.end(); // the reader may take its time; only the store's silence counts
      const part = bytes.subarray(0, room); // a server that ignores ranges sends the whole
      room -= part.byteLength;
      if (part.byteLength > 0) yield part;
      if (room === 0) return;
      answer.patience.moved();
    }
  } finally {
    await discard(answer);
  }
}

async function* list(options: S3Options, prefix: string): AsyncGenerator<{ name: string; changedAt: Date }> {
  for (let token: string | undefined, more = true; more; ) {
    const query = { 'list-type': '2', prefix: `${prefix}/`, ...(token !== undefined && { 'continuation-token': token }) };
    const answer = await callS3(options, { method: 'GET', name: '', query });
    const xml = await textOf(answer).catch((cause) => {
      throw new StorageError('storage-fault', { cause });
    });
    expectOk(answer);
    for (const [, entry = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const name = field(entry, 'Key') ?? '';
      if (hashInName(name) !== undefined) yield { name, changedAt: new Date(field(entry, 'LastModified') ?? Number.NaN) };
    }
    token = field(xml, 'NextContinuationToken');
    more = field(xml, 'IsTruncated') === 'true' && token !== undefined;
  }
}

function field(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

function expectOk(answer: S3Answer): S3Answer {
  if (answer.response.ok) return answer;
  throw new StorageError('storage-fault', { cause: new Error(`object store answered ${answer.response.status}`) });
}
