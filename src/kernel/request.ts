// SPDX-License-Identifier: EUPL-1.2
import type { Context } from 'hono';
import { Refusal } from './refusal.ts';

/** What a form or an API call sent. */
export interface Submitted {
  readonly values: Record<string, unknown>;
  readonly key: string;
  readonly json: boolean;
}

const largestForm = 1024 * 1024;
const deepestJson = 12;
const mostFields = 10_000;

/** Reads a form (urlencoded or multipart without files) or JSON. Fields that repeat become lists; `_key` is the idempotency key. */
export async function readSubmitted(context: Context): Promise<Submitted | Refusal> {
  const length = Number(context.req.header('content-length') ?? 0);
  if (length > largestForm) return new Refusal('too-large', 'kernel.too-large');
  const type = context.req.header('content-type')?.split(';')[0]?.trim() ?? '';
  const header = context.req.header('idempotency-key') ?? '';
  const body = await readLimited(context.req.raw.body, largestForm);
  if (body instanceof Refusal) return body;
  if (type === 'application/json') return readJson(body, header);
  if (type === 'application/x-www-form-urlencoded') return readForm(body, header);
  return new Refusal('malformed', 'kernel.content-type');
}

async function readLimited(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string | Refusal> {
  if (!body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return new Refusal('too-large', 'kernel.too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(body: string, key: string): Submitted | Refusal {
  if (nesting(body) > deepestJson) return new Refusal('malformed', 'kernel.malformed-json');
  try {
    const values: unknown = JSON.parse(body);
    if (typeof values !== 'object' || values === null || Array.isArray(values))
      return new Refusal('malformed', 'kernel.malformed-json');
    return { values: values as Record<string, unknown>, key, json: true };
  } catch {
    return new Refusal('malformed', 'kernel.malformed-json');
  }
}

/** Depth by counting brackets before parsing: a hostile nesting never reaches the parser. Brackets in strings only make it stricter. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of text) {
    if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return deepest;
}

/** One pass over all fields, however many share a name or none: looking every name up again would take hours for a hostile form. */
function readForm(body: string, header: string): Submitted | Refusal {
  const fields = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    count += 1;
    if (count > mostFields) return new Refusal('too-large', 'kernel.too-large');
    const known = fields.get(name);
    if (known) known.push(value);
    else fields.set(name, [value]);
  }
  const values = [...fields]
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, all]) => [name, name.endsWith('[]') || all.length > 1 ? all : all[0]] as const);
  return { values: Object.fromEntries(values), key: fields.get('_key')?.[0] ?? header, json: false };
}

/** True when the request comes from our own pages: the browser says so, and a missing word counts only for tools without cookies. */
export function sameOrigin(context: Context, publicUrl: string | undefined): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = context.req.header('origin');
  if (origin === undefined) return site !== undefined || context.req.header('cookie') === undefined;
  return (
    origin === publicUrl ||
    origin === `http://${context.req.header('host')}` ||
    origin === `https://${context.req.header('host')}`
  );
}

const ourOwnTypes = /^application\/(json|offset\+octet-stream)\b/;

/** True when the client asked for JSON, or speaks it. */
export function wantsJson(context: Context): boolean {
  if (ourOwnTypes.test(context.req.header('content-type') ?? '')) return true;
  return (context.req.header('accept') ?? '').split(',')[0]?.trim().startsWith('application/json') ?? false;
}
