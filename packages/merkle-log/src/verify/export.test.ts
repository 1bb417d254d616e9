// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatHeader } from '../header.ts';
import { leafData } from '../leaf.ts';
import { specimenSigner } from '../specimen/acts.ts';
import { clone, contentOf, exportOf, foundSpecimen, keyOf, signHeads, witnessedHead, witnessKeyOf } from '../specimen/journal.ts';
import { collect, errorsOf, memorySource, trusting, verifyExport } from '../specimen/memory.ts';
import { leafHash } from '../tree.ts';
import { fullExportFiles } from '../write/full-export.ts';
import { NO_TRUST } from './trust.ts';
import { verify } from './verify.ts';

const specimen = foundSpecimen({ acts: 600 });
const trust = trusting(keyOf(specimen.signer));

function content(seqs: readonly number[]) {
  return seqs.map((seq) => {
    const { bytes, hash } = contentOf(seq);
    return { sha256: hash, size: bytes.length, open: () => pieces(bytes) };
  });
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test('an export whose key only it itself names is consistent, but not proven', async () => {
  const { verdict } = await verifyExport(exportOf(specimen), NO_TRUST);
  assert.equal(verdict.state, 'unvouched');
  assert.deepEqual(verdict.errors, []);
  assert.equal(verdict.warnings[0]?.key, 'key-unvouched');
  assert.equal(verdict.warnings[0]?.params['key'], keyOf(specimen.signer));
  assert.ok(!verdict.proven.some(({ key }) => key === 'signed'));
});

test('witnesses inside the export count only for a reader who knows their key', async () => {
  const input = exportOf(specimen, [witnessedHead(specimen, 600)]);
  const unknown = await verifyExport(input, trust);
  assert.equal(unknown.facts.witnessedSize, 0);
  assert.ok(unknown.verdict.unproven.some(({ key }) => key === 'witness-identity'));
  assert.ok(unknown.verdict.unproven.some(({ key }) => key === 'no-witness'));
  const known = await verifyExport(input, trusting(keyOf(specimen.signer), witnessKeyOf(specimen.witness)));
  assert.equal(known.facts.witnessedSize, 600);
  assert.equal(known.facts.unwitnessed, 0);
  assert.ok(known.verdict.proven.some(({ key }) => key === 'time'));
  assert.ok(!known.verdict.unproven.some(({ key }) => key === 'no-witness' || key === 'after-last-witness'));
});

test('a false cosignature and the head of another log are found', async () => {
  const stranger = { ...specimen, witness: specimenSigner('fremd.example/zeuge') };
  const swapped = exportOf(specimen, [witnessedHead(stranger, 600)]);
  assert.deepEqual(errorsOf(await verifyExport(swapped, trust)), ['witness-signature']);
  const elsewhere = foundSpecimen({ acts: 50 });
  const otherLog = { ...elsewhere, signer: specimenSigner('andere.example/journal') };
  const foreign = await verifyExport(exportOf(specimen), trusting(keyOf(specimen.signer), witnessedHead(otherLog, 50)));
  assert.deepEqual(errorsOf(foreign), ['witness-other-log']);
});

test('content files are hashed, must be named by an entry, and must be there when the tables say so', async () => {
  const last = [595, 596, 597];
  const hashes = last.map((seq) => contentOf(seq).hash);
  const tables = [...specimen.tables].map(([object, hash]) => ({ object, content: hash, isFile: hashes.includes(hash) }));
  const input = () => ({ ...exportOf(specimen), content: content(last), tables });
  const sound = await verifyExport(input(), trust);
  assert.deepEqual(errorsOf(sound), []);
  assert.equal(sound.facts.documents.count, 3);
  const cases: [(files: Map<string, Buffer>) => void, string][] = [
    [(files) => files.set(`content/${hashes[1]}`, Buffer.from('anderer Inhalt')), 'content-differs'],
    [(files) => files.delete(`content/${hashes[1]}`), 'content-missing'],
    [(files) => files.set(`content/${contentOf(9999).hash}`, contentOf(9999).bytes), 'file-extra'],
    [(files) => files.set('rechnung.exe', Buffer.from('MZ')), 'file-extra'],
  ];
  for (const [change, key] of cases) assert.deepEqual(errorsOf(await verifyExport(input(), trust, change)), [key]);
});

test('a file of the export that is missing, empty or malformed is found, never passed over', async () => {
  const cases: [(files: Map<string, Buffer>) => void, string][] = [
    [(files) => files.delete('checkpoints.txt'), 'file-missing'],
    [(files) => files.delete('personal.txt'), 'file-missing'],
    [(files) => files.set('checkpoints.txt', Buffer.alloc(0)), 'checkpoint-malformed'],
    [(files) => files.set('leaves.txt', Buffer.alloc(0)), 'empty'],
    [(files) => files.set('leaves.txt', Buffer.concat([files.get('leaves.txt')!, Buffer.from('x\n')])), 'file-malformed'],
    [(files) => files.set('personal.txt', Buffer.concat([files.get('personal.txt')!, Buffer.from('x\n')])), 'personal-extra'],
    [(files) => files.set('personal.txt', Buffer.concat([Buffer.from('x\n'), files.get('personal.txt')!])), 'file-malformed'],
    [(files) => files.set('erasures.txt', Buffer.from('5 {}\n')), 'file-malformed'],
    [(files) => files.set('tables.txt', Buffer.concat([files.get('tables.txt')!, Buffer.from('x\n')])), 'file-malformed'],
    [(files) => files.set('tables.txt', Buffer.concat([files.get('tables.txt')!, Buffer.from([0xff, 0x0a])])), 'file-malformed'],
    [(files) => files.set('witness/x.txt', Buffer.from('nichts\n')), 'file-malformed'],
    [(files) => files.set('key.txt', Buffer.alloc(0)), ''],
  ];
  for (const [change, key] of cases) {
    const errors = errorsOf(await verifyExport(exportOf(specimen), trust, change));
    if (key === '') assert.deepEqual(errors, [], 'the reader brought the key');
    else assert.ok(errors.includes(key), `${key} in ${errors.join(', ')}`);
  }
});

test('an entry without a canonical header, or one that skips its predecessor, is found even if the city signed it', async () => {
  const odd = clone(specimen);
  const act = odd.acts.at(-1)!;
  const spaced = act.header.replace(',"at"', ', "at"');
  odd.acts[act.seq] = { ...act, header: spaced, leaf: leafHash(leafData(spaced, act.commitment)) };
  odd.heads = signHeads(odd.acts, odd.signer);
  assert.ok(errorsOf(await verifyExport(exportOf(odd), trust)).includes('entry-header'));
  const skipped = clone(specimen);
  const header = formatHeader({
    v: 1,
    act: 'x.y',
    at: '2026-01-06T00:00:00.000Z',
    object: 'note:1',
    stream: 'note:1',
    no: 2,
    prev: 'aa'.repeat(32),
  });
  skipped.acts.push({ ...act, seq: 600, header, leaf: leafHash(leafData(header, act.commitment)) });
  skipped.heads = signHeads(skipped.acts, skipped.signer);
  assert.ok(errorsOf(await verifyExport(exportOf(skipped), trust)).includes('stream-gap'));
});

test('a wrong predecessor is found even if the city signed it', async () => {
  const forged = clone(specimen);
  const act = forged.acts.at(-1)!;
  const header = act.header.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${'cd'.repeat(32)}"`);
  forged.acts[act.seq] = { ...act, header, leaf: leafHash(leafData(header, act.commitment)) };
  forged.heads = signHeads(forged.acts, forged.signer);
  assert.deepEqual(errorsOf(await verifyExport(exportOf(forged), trust)), ['stream-prev']);
});

test('a line without end does not fill the memory', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield new Uint8Array(1 << 20).fill(0x61);
  }
  const files = await collect(fullExportFiles(exportOf(specimen)));
  const source = new Map(memorySource(files));
  source.set('leaves.txt', { path: 'leaves.txt', size: 1e12, open: endless });
  const before = process.memoryUsage().rss;
  const result = await verify({ open: async () => source, trust });
  assert.deepEqual(errorsOf(result), ['file-malformed']);
  assert.ok(process.memoryUsage().rss - before < 300_000_000);
});

test('a thousand wrong entries are counted, a handful is kept', async () => {
  const forged = clone(specimen);
  for (let seq = 0; seq < 600; seq++) forged.erased.add(seq);
  const { verdict } = await verifyExport(exportOf(forged), trust);
  assert.equal(verdict.counts.get('personal-missing'), 600);
  assert.equal(verdict.errors.length, 20);
});

test('a personal part that would forge a line is not written', async () => {
  const input = { ...exportOf(specimen), personal: [{ seq: 0, salt: new Uint8Array(32), body: Buffer.from('{\n}') }] };
  await assert.rejects(collect(fullExportFiles(input)), TypeError);
});
