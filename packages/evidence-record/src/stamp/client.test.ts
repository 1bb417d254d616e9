// SPDX-License-Identifier: EUPL-1.2
// An authority that is honest, silent, slow, lying, endless: what the caller learns, and that nothing false is taken.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specimenAuthority } from '../../suite/authority.ts';
import { syncDigest } from '../crypto/node.ts';
import { sequence, small } from '../der/writer.ts';
import { explainStampFault } from '../texts/say.ts';
import { type StampFault, StampRefused } from './answer.ts';
import { requestStamp, type Transport } from './client.ts';

const now = new Date('2026-06-01T03:00:00Z');
const honest = specimenAuthority();
const asked = { digest: 'sha256', hash: syncDigest()('sha256', new Uint8Array(1)) } as const;

type Answer = (question: Uint8Array) => Uint8Array | AsyncIterable<Uint8Array>;

function answering(answer: Answer, { status = 200, type = 'application/timestamp-reply' } = {}): Transport {
  return async (_, { body }) => {
    const given = answer(body);
    const stream =
      given instanceof Uint8Array
        ? (async function* () {
            yield given;
          })()
        : given;
    return { ok: status === 200, status, headers: { get: () => type }, body: stream };
  };
}

function ask(transport: Transport, more: { policy?: string; limitMs?: number } = {}) {
  return requestStamp(asked, { url: 'https://tsa.example', anchors: [honest.anchor], transport, now: () => now, ...more });
}

async function faultOf(transport: Transport, more = {}): Promise<StampFault> {
  const error = await ask(transport, more).then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof StampRefused, String(error));
  assert.match(explainStampFault(error.fault, 'de'), /^.{20,}\.$/);
  return error.fault;
}

test('an honest authority stamps', async () => {
  const { stamp, checked } = await ask(answering((question) => honest.answer(question, now)));
  assert.deepEqual([stamp.at, checked.authority, checked.path?.trusted], [now, 'Zeitstempel Probe', true]);
});

test('one that lies is found out', async () => {
  const other = specimenAuthority();
  const hash = syncDigest()('sha256', new Uint8Array(2));
  const nonce = new Uint8Array(16).fill(7);
  const granted = (token: Uint8Array) => sequence(sequence(small(0)), token);
  const cases: [StampFault, Transport, object?][] = [
    ['not-trusted', answering((question) => other.answer(question, now))],
    ['other-imprint', answering(() => granted(honest.token({ digest: 'sha256', hash, at: now, nonce })))],
    ['other-nonce', answering(() => granted(honest.token({ ...asked, at: now, nonce })))],
    ['other-nonce', answering(() => granted(honest.token({ ...asked, at: now })))],
    ['other-policy', answering((question) => honest.answer(question, now)), { policy: '1.2.3' }],
    ['clock', answering((question) => honest.answer(question, new Date('2026-06-01T02:00:00Z')))],
    ['clock', answering((question) => honest.answer(question, new Date('2026-06-01T04:00:00Z')))],
    ['refused', answering(() => sequence(sequence(small(2))))],
    ['refused', answering((question) => honest.answer(question, now), { status: 503 })],
    ['wrong-type', answering(() => new TextEncoder().encode('<html>'), { type: 'text/html' })],
    ['malformed', answering(() => new TextEncoder().encode('<html>'))],
    ['malformed', answering((question) => honest.answer(question, now).subarray(1))],
    ['malformed', answering(() => new Uint8Array())],
  ];
  for (const [fault, transport, more] of cases) assert.equal(await faultOf(transport, more), fault);
});

test('a byte changed on the way is found out', async () => {
  for (const at of [60, 200, 400, -3]) {
    const changed = answering((question) => {
      const answer = Uint8Array.from(honest.answer(question, now));
      const place = at < 0 ? answer.length + at : at;
      answer[place]! ^= 1;
      return answer;
    });
    assert.match(await faultOf(changed), /malformed|not-trusted|other-|clock/);
  }
});

test('one that never ends is stopped', async () => {
  const endless = answering(async function* () {
    for (;;) yield new Uint8Array(64 * 1024);
  } as unknown as Answer);
  assert.equal(await faultOf(endless), 'too-large');
});

test('one that is silent or slow costs the limit and no more', async () => {
  const silent: Transport = (_, { signal }) =>
    new Promise((_resolve, reject) => {
      const alive = setTimeout(() => undefined, 5000);
      signal.addEventListener('abort', () => {
        clearTimeout(alive);
        reject(signal.reason as Error);
      });
    });
  assert.equal(await faultOf(silent, { limitMs: 50 }), 'unreachable');
  assert.equal(await faultOf(() => Promise.reject(new TypeError('fetch failed'))), 'unreachable');
});
