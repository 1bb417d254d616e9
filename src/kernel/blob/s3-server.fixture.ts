// SPDX-License-Identifier: EUPL-1.2
// A tiny object store for the tests: as much of S3 as we speak, and every way of failing.
import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one request. */
export type Trouble =
  | 'none'
  | 'error-500'
  | 'error-503'
  | 'full'
  | 'hang' // nothing is done, nothing is answered
  | 'lost-answer' // done, but the line breaks before the answer
  | 'cut-body' // the answer ends in the middle
  | 'stall-body' // the answer stops in the middle
  | 'lie' // acknowledges a PUT that it does not keep
  | 'half' // keeps half of a PUT and acknowledges it
  | 'flip'; // answers with one wrong byte

/** The server and what a test may look at. */
export interface S3Server {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Trouble for the coming requests, one each; afterwards none. */
  trouble(...coming: Trouble[]): void;
  /** Method and path of each request so far. */
  readonly seen: string[];
  close(): Promise<void>;
}

/** Key of the fixture; anything else is answered with 403. */
export const s3Key = { accessKeyId: 'fachwerk', secretAccessKey: 'geheim', region: 'de', bucket: 'inhalte' };

/** Starts the server. */
export async function startS3(pageSize = 1_000): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const seen: string[] = [];
  let coming: Trouble[] = [];
  const server = http.createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const trouble = coming.shift() ?? 'none';
    const body = await receive(request).catch(() => undefined);
    if (trouble === 'hang' || !body) return;
    if (!signed(request, body)) return void response.writeHead(403).end();
    answer({ request, response, body, trouble, objects, pageSize });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    seen,
    trouble(...next) {
      coming = next;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Exchange {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  readonly body: Buffer;
  readonly trouble: Trouble;
  readonly objects: Map<string, Buffer>;
  readonly pageSize: number;
}

async function receive(request: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const failures: Partial<Record<Trouble, number>> = { 'error-500': 500, 'error-503': 503, full: 507 };

function answer(exchange: Exchange): void {
  const { request, response, trouble, objects } = exchange;
  const failure = failures[trouble];
  const url = new URL(request.url!, 'http://s3');
  const name = url.pathname.slice(`/${s3Key.bucket}/`.length);
  if (failure) response.writeHead(failure).end();
  else if (request.method === 'PUT') put(exchange, name);
  else if (request.method === 'DELETE') finish(exchange, objects.delete(name) ? 204 : 404);
  else if (name === '') list(exchange, url);
  else get(exchange, name);
}

function put(exchange: Exchange, name: string): void {
  const { body, trouble, objects } = exchange;
  if (trouble === 'half') objects.set(name, body.subarray(0, body.length / 2));
  else if (trouble !== 'lie') objects.set(name, body);
  finish(exchange, 200);
}

function get(exchange: Exchange, name: string): void {
  const object = exchange.objects.get(name);
  if (object) send(exchange, object);
  else finish(exchange, 404);
}

function send({ request, response, trouble }: Exchange, object: Buffer): void {
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
  const part = Buffer.from(from ? object.subarray(Number(from), Number(to) + 1) : object);
  if (trouble === 'flip') part[part.length >> 1]! ^= 1;
  const range = from ? { 'content-range': `bytes ${from}-${to}/${object.length}` } : {};
  response.writeHead(from ? 206 : 200, { 'content-length': part.length, ...range });
  if (request.method === 'HEAD') response.end();
  else if (trouble === 'cut-body') response.write(part.subarray(0, part.length >> 1), () => response.destroy());
  else if (trouble === 'stall-body') response.write(part.subarray(0, part.length >> 1));
  else response.end(part);
}

function finish({ response, trouble, body, request }: Exchange, status: number): void {
  if (trouble === 'lost-answer') response.destroy();
  else response.writeHead(status).end(request.method === 'GET' ? body : undefined);
}

function list(exchange: Exchange, url: URL): void {
  const { objects, pageSize } = exchange;
  const after = url.searchParams.get('continuation-token')?.replace('&after=', '') ?? '';
  const rest = [...objects.keys()].filter((name) => name.startsWith(url.searchParams.get('prefix')!) && name > after).sort();
  const page = rest.slice(0, pageSize);
  const entries = page.map(
    (name) => `<Contents><Key>${name}</Key><LastModified>2020-01-01T00:00:00.000Z</LastModified></Contents>`,
  );
  const more = page.length < rest.length;
  const next = more ? `<NextContinuationToken>&amp;after=${page.at(-1)}</NextContinuationToken>` : '';
  finish(
    {
      ...exchange,
      body: Buffer.from(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${entries.join('')}${next}</ListBucketResult>`),
    },
    200,
  );
}

/** AWS Signature Version 4, computed independently of the library under test. */
function signed({ method, url, headers }: http.IncomingMessage, body: Buffer): boolean {
  const [, access, day, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/de\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const payload = String(headers['x-amz-content-sha256']);
  if (access !== s3Key.accessKeyId || payload !== hash(body)) return false;
  const { pathname, searchParams } = new URL(url!, 'http://s3');
  const query = [...searchParams]
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .sort()
    .join('&');
  const canonical = names!
    .split(';')
    .map((name) => `${name}:${String(headers[name])}\n`)
    .join('');
  const request = [method, pathname, query, canonical, names, payload].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/de/s3/aws4_request`, hash(Buffer.from(request))].join('\n');
  const key = [day!, 's3', 'aws4_request'].reduce(
    (before, part, i) => hmac(i === 1 ? hmac(before, 'de') : before, part),
    Buffer.from(`AWS4${s3Key.secretAccessKey}`),
  );
  return hmac(key, text).toString('hex') === signature;
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
