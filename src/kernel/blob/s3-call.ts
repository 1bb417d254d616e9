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
  /** Longest silence before a call is given up, in ms; a transfer that moves may take longer as a whole. */
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

const defaults = { timeoutMs: 8_000, attempts: 4, backoffMs: 200 };
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const throttled = new Set([408, 425, 429]);

/** Ends a call that went silent. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Something moved. */
  moved(): void;
  end(): void;
}

/** Gives up after `ms` without a sign of life. */
export function patience(ms: number): Patience {
  const controller = new AbortController();
  const expire = () => controller.abort(new Error('object store is silent'));
  let timer = setTimeout(expire, ms);
  return {
    signal: controller.signal,
    moved() {
      clearTimeout(timer);
      timer = setTimeout(expire, ms);
    },
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
  const { attempts, backoffMs } = { ...defaults, ...options };
  let cause: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await pause(backoffMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    try {
      const answer = await callOnce(options, request);
      if (answer.response.status < 500 && !throttled.has(answer.response.status)) return answer;
      cause = new Error(`object store answered ${answer.response.status}`);
      await discard(answer);
      if (answer.response.status === 507) throw new StorageError('storage-full', { cause });
    } catch (fault) {
      if (fault instanceof StorageError) throw fault;
      cause = fault;
    }
  }
  throw new StorageError('storage-fault', { cause });
}

async function callOnce(options: S3Options, { method, name, query, headers, body }: S3Request): Promise<S3Answer> {
  const url = new URL(`${options.endpoint.replace(/\/$/, '')}/${options.bucket}/${name}`);
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
  const { region, accessKeyId, secretAccessKey } = options;
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    region,
    accessKeyId,
    secretAccessKey,
    service: 's3',
    headers: { 'x-amz-content-sha256': emptyHash, ...headers },
  });
  const signed = await signer.sign();
  const wait = patience(options.timeoutMs ?? defaults.timeoutMs);
  try {
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
