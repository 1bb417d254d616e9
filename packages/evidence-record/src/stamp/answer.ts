// SPDX-License-Identifier: EUPL-1.2
// The answer of a time-stamping authority (RFC 3161 §2.4.2).
import { equalBytes, toHex } from '../bytes.ts';
import { NotDer, TAG, whole, within } from '../der/reader.ts';
import { readSmall } from '../der/values.ts';
import type { StampQuestion } from './request.ts';
import { readTimeStamp, type TimeStamp } from './token.ts';

/** Why there is no usable stamp; a text key. `refused`: the authority said no, the others: it answered something else than was asked. */
export type StampFault =
  | 'refused'
  | 'malformed'
  | 'other-imprint'
  | 'other-nonce'
  | 'other-policy'
  | 'unreachable'
  | 'too-large'
  | 'wrong-type'
  | 'not-trusted'
  | 'clock';

/** No usable stamp. `detail`: status and free text of the authority, or the place in its bytes; never to be shown as ours. */
export class StampRefused extends Error {
  readonly fault: StampFault;
  readonly detail: string;
  constructor(fault: StampFault, detail = '', options: ErrorOptions = {}) {
    super(detail === '' ? fault : `${fault}: ${detail}`, options);
    this.name = 'StampRefused';
    this.fault = fault;
    this.detail = detail;
  }
}

const GRANTED = [0, 1];

/** The token of an answer, compared with the question. Its signature is not checked here: `checkStamp`. Throws `StampRefused`. */
export function readAnswer(der: Uint8Array, question: StampQuestion): TimeStamp {
  const stamp = reading(() => readToken(der));
  const { imprint, nonce, policy } = stamp;
  if (imprint.algorithm !== question.digest || !equalBytes(imprint.hash, question.hash)) throw new StampRefused('other-imprint');
  if (!nonce || !equalBytes(stripped(nonce), stripped(question.nonce)))
    throw new StampRefused('other-nonce', nonce && toHex(nonce));
  if (question.policy !== undefined && policy !== question.policy) throw new StampRefused('other-policy', policy);
  return stamp;
}

function readToken(der: Uint8Array): TimeStamp {
  const cursor = within(whole(der, 'answer', TAG.sequence), 'answer');
  const info = within(cursor.take('status', TAG.sequence), 'status');
  const status = readSmall(info.take('status'), 'status');
  if (!GRANTED.includes(status))
    throw new StampRefused('refused', `${status} ${freeText(info.maybe('text', TAG.sequence)?.body)}`.trim());
  const token = cursor.take('token', TAG.sequence).whole;
  cursor.end();
  return readTimeStamp(token);
}

function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotDer) throw new StampRefused('malformed', error.message, { cause: error });
    throw error;
  }
}

/** Readable part of PKIFreeText, at most 200 characters. */
function freeText(body: Uint8Array | undefined): string {
  return new TextDecoder().decode(body?.subarray(0, 200)).replaceAll(/[^\p{L}\p{N} .,:;()_/-]/gu, '');
}

/** Without leading zero bytes, which an INTEGER adds or drops. */
function stripped(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? new Uint8Array() : bytes.subarray(first);
}
