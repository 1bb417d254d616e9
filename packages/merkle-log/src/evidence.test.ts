// SPDX-License-Identifier: EUPL-1.2
// Evidence records in a proof package: proven with the authority's certificate, said plainly without it, refuted when they do not fit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildTree, syncDigest, writeRecord } from '@fachwerk/evidence-record';
import { specimenAuthority } from '../../evidence-record/suite/authority.ts';
import { toBase64, toHex } from './bytes.ts';
import { evidenceCheckAt } from './evidence.ts';
import { foundSpecimen, keyOf } from './specimen/journal.ts';
import { errorsOf, memorySource, trusting, unpacked } from './specimen/memory.ts';
import { packageOf, packBytes } from './specimen/package.ts';
import { verify } from './verify/verify.ts';

const specimen = foundSpecimen({ acts: 300 });
const input = await packageOf(specimen);
const authority = specimenAuthority();
const pem = `-----BEGIN CERTIFICATE-----\n${toBase64(authority.anchor)}\n-----END CERTIFICATE-----\n`;
const [first, second] = [...(input.documents ?? [])].map(({ sha256 }) => sha256);
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

function recordOver(...hashes: readonly string[]) {
  const tree = buildTree('sha256', [hashes.map(bytes), [syncDigest()('sha256', new Uint8Array(1))]]);
  const token = authority.token({ digest: 'sha256', hash: tree.root, at: new Date('2026-05-01T10:00:00Z') });
  return { record: writeRecord([[{ digest: 'sha256', tree: tree.reduced(0), token }]]), documents: hashes };
}

async function check(
  evidence: ReturnType<typeof recordOver>[],
  more: { believed?: string; change?(files: Map<string, Buffer>): void } = {},
) {
  const files = await unpacked(await packBytes({ ...input, evidence }));
  more.change?.(files);
  const trust = trusting(keyOf(specimen.signer), ...(more.believed === undefined ? [] : [more.believed]));
  return verify({
    open: async () => memorySource(files),
    trust,
    evidence: evidenceCheckAt(() => new Date('2026-06-01T10:00:00Z')),
  });
}

test('a stamped document is proven by the authority whose certificate the reader brought', async () => {
  const { verdict } = await check([recordOver(first!), recordOver(first!, second!)], { believed: pem });
  assert.equal(verdict.state, 'proven');
  assert.deepEqual(verdict.proven.find(({ key }) => key === 'evidence')?.params, {
    documents: 2,
    at: Date.parse('2026-05-01T10:00:00Z') / 1000,
    authority: 'Zeitstempel Probe',
  });
  assert.ok(verdict.unproven.some(({ key }) => key === 'evidence-revoked'));
});

test('without that certificate the rest is proven, and the stamps are said not to be', async () => {
  for (const believed of [undefined, pem.replace('MII', 'AII')]) {
    const { verdict } = await check([recordOver(first!)], believed === undefined ? {} : { believed });
    assert.equal(verdict.state, 'proven');
    assert.ok(!verdict.proven.some(({ key }) => key === 'evidence'));
    assert.ok(verdict.unproven.some(({ key }) => key === 'evidence-authority'));
  }
});

test('a program without the means says that it did not look', async () => {
  const files = await unpacked(await packBytes({ ...input, evidence: [recordOver(first!)] }));
  const { verdict } = await verify({ open: async () => memorySource(files), trust: trusting(keyOf(specimen.signer)) });
  assert.ok(verdict.unproven.some(({ key }) => key === 'evidence-unchecked'));
});

test('a record for other documents, one bent, one missing and one that nobody named are found', async () => {
  const foreign = { ...recordOver(toHex(new Uint8Array(32))), documents: [first!] };
  assert.deepEqual(errorsOf(await check([foreign], { believed: pem })), ['evidence-broken']);
  const surplus = { ...recordOver(first!, second!), documents: [first!, first!] };
  assert.deepEqual(errorsOf(await check([surplus], { believed: pem })), ['evidence-broken']);
  const path = 'evidence/1.ers';
  const bent = (files: Map<string, Buffer>) => {
    files.get(path)![200]! ^= 1;
  };
  assert.deepEqual(errorsOf(await check([recordOver(first!)], { believed: pem, change: bent })), ['evidence-broken']);
  const missing = (files: Map<string, Buffer>) => void files.delete(path);
  assert.deepEqual(errorsOf(await check([recordOver(first!)], { believed: pem, change: missing })), ['evidence-broken']);
  const extra = (files: Map<string, Buffer>) => void files.set('evidence/2.ers', Buffer.alloc(3));
  assert.deepEqual(errorsOf(await check([recordOver(first!)], { believed: pem, change: extra })), ['file-extra']);
});
