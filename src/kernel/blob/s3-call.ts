// SPDX-License-Identifier: EUPL-1.2
import { AwsV4Signer } from 'aws4fetch';
import { StorageError } from './storage-error.ts';

/** How to reach an object store that speaks S3. */
export interface S3Options {
  /** e.g. `https://s3.example.de` (path style). */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /**
   * Longest silence before an attempt is given up, in ms; a transfer that moves may take longer. A call with all its attempts ends
   * after one and a half times this silence: with the default a partitioned network is noticed within 10 s even in the middle of a read.
   */
  readonly timeoutMs?: number;
  readonly attempts?: number;
  /** First pause between attempts, in ms; doubles, with jitter. */
  readonly backoffMs?: number;
}

/** One request. The body is made anew for each attempt. */
export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Object name, or empty for the bucket. */
  readonly name: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: () => AsyncIterable<Uint8Array>;
}

const defaults = { timeoutMs: 4_000, attempts: 4, backoffMs: 200 };
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const throttled = new Set([408, 425, 429]);

/** Ends a call that went silent. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Something moved. */
  moved(): void;
  /** Milliseconds since something moved. */
  silence(): number;
  end(): void;
}

/** Gives up after `ms` without a sign of life, the first time after `firstMs`. */
function patience(ms: number, firstMs: number): Patience {
  const controller = new AbortController();
  const expire = () => controller.abort(new Error('object store is silent'));
  let last = performance.now();
  let timer = setTimeout(expire, firstMs);
  return {
    signal: controller.signal,
    moved() {
      clearTimeout(timer);
      timer = setTimeout(expire, ms);
      last = performance.now();
    },
    silence: () => performance.now() - last,
    end: () => clearTimeout(timer),
  };
}

/** An answer whose body has still to be read; whoever reads it ends the patience. */
export interface S3Answer {
  readonly response: Response;
  readonly patience: Patience;
}

/**
 * Calls the object store, again after silence, broken lines and errors of the server (all our calls can be repeated without harm).
 * Answers below 500 are returned as they are; throws `storage-full` or `storage-fault` when all attempts failed.
 */
export async function callS3(options: S3Options, request: S3Request): Promise<S3Answer> {
  const { attempts, backoffMs, timeoutMs } = { ...defaults, ...options };
  let cause: unknown;
  let left = timeoutMs * 1.5;
  for (let attempt = 0; attempt < attempts && left > 0; attempt += 1) {
    if (attempt > 0) await pause(backoffMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    const wait = patience(timeoutMs, Math.min(timeoutMs, left));
    try {
      const answer = await callOnce(options, request, wait);
      if (answer.response.status < 500 && !throttled.has(answer.response.status)) return answer;
      cause = new Error(`object store answered ${answer.response.status}`);
      await discard(answer);
      if (answer.response.status === 507) throw new StorageError('storage-full', { cause });
    } catch (fault) {
      if (fault instanceof StorageError) throw fault;
      cause = fault;
      left -= wait.silence(); // what was waited in vain
    }
  }
  throw new StorageError('storage-fault', { cause });
}

async function callOnce(options: S3Options, request: S3Request, wait: Patience): Promise<S3Answer> {
  const { method, body } = request;
  try {
    const signed = await sign(options, request);
    const stream = body && { body: ReadableStream.from(watched(body(), wait)), duplex: 'half' as const };
    const response = await fetch(signed.url, {
      method,
      headers: signed.headers,
      redirect: 'error',
      signal: wait.signal,
      ...stream,
    });
    wait.moved();
    return { response, patience: wait };
  } catch (fault) {
    wait.end();
    throw fault;
  }
}

async function sign(options: S3Options, { method, name, query, headers }: S3Request): Promise<{ url: URL; headers: Headers }> {
  const url = new URL(`${options.endpoint.replace(/\/$/, '')}/${options.bucket}/${name}`);
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
  const { region, accessKeyId, secretAccessKey } = options;
  const all = { 'x-amz-content-sha256': emptyHash, ...headers };
  return new AwsV4Signer({ method, url: url.href, region, accessKeyId, secretAccessKey, service: 's3', headers: all }).sign();
}

async function* watched(source: AsyncIterable<Uint8Array>, { moved }: Patience): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    moved();
    yield Uint8Array.from(bytes); // the source reuses its buffer; the line may still hold the last piece
  }
}

/** Ends an answer whose body nobody needs. */
export async function discard({ response, patience: wait }: S3Answer): Promise<void> {
  await response.body?.cancel().catch(() => {});
  wait.end();
}

/** The whole body as text. */
export async function textOf({ response, patience: wait }: S3Answer): Promise<string> {
  try {
    return await response.text();
  } finally {
    wait.end();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
