// SPDX-License-Identifier: EUPL-1.2
// Asks a time-stamping authority over HTTP (RFC 3161 §3.4) by the transport that the caller brings, and believes nothing of the answer unchecked.
import { type AlgorithmList, defaultAlgorithms, type DigestName } from '../algorithms.ts';
import { readCertificate } from '../cms/certificate.ts';
import { concat } from '../bytes.ts';
import { type Crypto, ownCrypto } from '../crypto/crypto.ts';
import { StampRefused, readAnswer } from './answer.ts';
import { type CheckedStamp, checkStamp } from './check.ts';
import { writeQuestion } from './request.ts';
import type { TimeStamp } from './token.ts';

/** What is needed of `fetch`. */
export type Transport = (
  url: string,
  request: {
    method: 'POST';
    headers: Record<string, string>;
    body: Uint8Array<ArrayBuffer>;
    redirect: 'error';
    signal: AbortSignal;
  },
) => Promise<{
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}>;

/** Which authority is asked, and what its stamps are checked against. */
export interface Authority {
  readonly url: string;
  /** Certificates in DER; a stamp that leads to none of them is refused. */
  readonly anchors: readonly Uint8Array[];
  readonly policy?: string | undefined;
  readonly transport: Transport;
  /** Longest wait in milliseconds, 10,000 unless said otherwise. */
  readonly limitMs?: number | undefined;
  /** Our clock, and how far the stamp's time may be away from it, in milliseconds (300,000 unless said otherwise). */
  readonly now: () => Date;
  readonly clockToleranceMs?: number | undefined;
  readonly algorithms?: AlgorithmList | undefined;
  readonly crypto?: Crypto | undefined;
}

const MAX_ANSWER = 256 * 1024;

/** A stamp over a hash, checked: imprint, nonce, policy, signature, path to an anchor, time. Throws `StampRefused`, nothing else for what the authority does. */
export async function requestStamp(
  { digest, hash }: { readonly digest: DigestName; readonly hash: Uint8Array },
  authority: Authority,
): Promise<{ readonly stamp: TimeStamp; readonly checked: CheckedStamp }> {
  const nonce = new Uint8Array(16);
  globalThis.crypto.getRandomValues(nonce);
  const question = { digest, hash, nonce, policy: authority.policy };
  const stamp = readAnswer(await ask(writeQuestion(question), authority), question);
  return { stamp, checked: await trusted(stamp, authority) };
}

async function ask(question: Uint8Array, { url, transport, limitMs = 10_000 }: Authority): Promise<Uint8Array> {
  try {
    const answer = await transport(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Uint8Array.from(question),
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
    });
    if (!answer.ok) throw new StampRefused('refused', `HTTP ${answer.status}`);
    const type = answer.headers.get('content-type') ?? '';
    if (!type.startsWith('application/timestamp-reply')) throw new StampRefused('wrong-type', type.slice(0, 80));
    return await readAll(answer.body);
  } catch (cause) {
    if (cause instanceof StampRefused) throw cause;
    throw new StampRefused('unreachable', (cause as Error).name, { cause });
  }
}

async function readAll(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > MAX_ANSWER) throw new StampRefused('too-large');
    parts.push(part);
  }
  return concat(parts);
}

async function trusted(stamp: TimeStamp, authority: Authority): Promise<CheckedStamp> {
  const crypto = authority.crypto ?? ownCrypto();
  if (!crypto) throw new StampRefused('not-trusted', 'no cryptographic library');
  const now = authority.now();
  if (Math.abs(now.getTime() - stamp.at.getTime()) > (authority.clockToleranceMs ?? 300_000)) {
    throw new StampRefused('clock', stamp.at.toISOString());
  }
  const anchors = authority.anchors.map(readCertificate);
  const algorithms = authority.algorithms ?? defaultAlgorithms;
  const checked = await checkStamp(stamp, { crypto, anchors, algorithms, at: now, number: 1 });
  const [error] = checked.errors;
  if (error) throw new StampRefused('not-trusted', error.key);
  if (!checked.checked || checked.path?.trusted !== true) throw new StampRefused('not-trusted', checked.authority);
  return checked;
}
