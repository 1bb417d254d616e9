// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toHex } from '../bytes.ts';
import { ERASURE_ACT, formatErasure } from '../erasure.ts';
import { parseHeader } from '../header.ts';
import { signNote } from '../sign.ts';
import { digest, nextAct, type StreamEnds, specimenSigner } from '../specimen/acts.ts';
import { exportOf, foundSpecimen, keyOf, nodesOf, signHeads, witnessKeyOf } from '../specimen/journal.ts';
import { errorsOf, memorySource, trusting, unpacked, verifyBytes, verifyExport } from '../specimen/memory.ts';
import { packageOf, packBytes } from '../specimen/package.ts';
import { inclusionProof } from '../proof.ts';
import { formatStatement } from '../statement.ts';
import type { PackageEntry, PackageInput } from '../write/package-input.ts';
import { verify } from './verify.ts';

const specimen = foundSpecimen({ acts: 1500, eraseEvery: 250 });
const input = await packageOf(specimen);
const entries = input.entries as PackageEntry[];
const trust = trusting(keyOf(specimen.signer), witnessKeyOf(specimen.witness));

/** Packs a changed package and returns what is found wrong. */
async function errors(change: Partial<PackageInput>, believed = trust): Promise<string[]> {
  return errorsOf(await verifyBytes(await packBytes({ ...input, ...change }), believed));
}

/** Changes the files of the finished package. */
async function errorsAfter(change: (files: Map<string, Buffer>) => void): Promise<string[]> {
  const files = await unpacked(await packBytes(input));
  change(files);
  return errorsOf(await verify({ open: async () => memorySource(files), trust }));
}

function editProof(files: Map<string, Buffer>, edit: (proof: Record<string, unknown>) => void): void {
  const proof = JSON.parse(files.get('proof.json')!.toString()) as Record<string, unknown>;
  edit(proof);
  files.set('proof.json', Buffer.from(JSON.stringify(proof)));
}

test('an honest package is proven, and says of each erased part that it was erased on record', async () => {
  const { verdict, facts, contents } = await verifyBytes(await packBytes(input), trust);
  assert.deepEqual(verdict.errors, []);
  assert.equal(verdict.state, 'proven');
  assert.equal(facts.entries, entries.length);
  assert.ok(facts.erased > 0);
  assert.equal(verdict.notes.filter(({ key }) => key === 'personal-erased').length, facts.erased);
  assert.equal(contents?.entries.filter(({ personal }) => personal === undefined).length, facts.erased);
  const proven = verdict.proven.map(({ key }) => key);
  assert.deepEqual(proven, ['unchanged', 'gapless', 'personal-kept', 'signed', 'stated', 'unrewritable', 'time']);
  const unproven = verdict.unproven.map(({ key }) => key);
  assert.deepEqual(unproven, ['truth', 'person', 'paper', 'times', 'names', 'tail-stated', 'after', 'program']);
  assert.ok(verdict.links.every(({ broken }) => !broken));
});

test('without the city’s key from elsewhere the package is consistent, but not proven', async () => {
  const { verdict } = await verifyBytes(await packBytes(input), trusting(witnessKeyOf(specimen.witness)));
  assert.equal(verdict.state, 'unvouched');
  assert.ok(verdict.warnings.some(({ key }) => key === 'key-unvouched'));
  assert.ok(verdict.unproven.some(({ key }) => key === 'key'));
});

test('a swapped, a removed, an added and a mislabelled document are found', async () => {
  const [first, second] = [...input.documents!];
  const path = `content/${first!.sha256}.txt`;
  assert.deepEqual(await errorsAfter((files) => files.set(path, Buffer.from('gefälscht'))), ['content-differs']);
  const sameSize = Buffer.alloc(first!.size, 'x');
  assert.deepEqual(await errorsAfter((files) => files.set(path, sameSize)), ['content-differs']);
  assert.deepEqual(await errorsAfter((files) => files.delete(path)), ['content-missing']);
  assert.deepEqual(await errorsAfter((files) => files.set('content/mehr.pdf', Buffer.from('%PDF'))), ['file-extra']);
  assert.deepEqual(await errors({ documents: [{ ...first!, no: second!.no }, second!, ...[...input.documents!].slice(2)] }), [
    'content-unnamed',
  ]);
  assert.deepEqual(
    await errorsAfter((files) =>
      editProof(files, (proof) => {
        (proof['documents'] as { path: string }[])[0]!.path = 'README.txt';
      }),
    ),
    ['content-missing', 'file-extra'],
  );
});

test('of a package with a fault nothing is said to be signed by the city', async () => {
  const { verdict } = await verifyBytes(await packBytes({ ...input, entries: entries.filter((_, i) => i !== 2) }), trust);
  assert.equal(verdict.state, 'refuted');
  assert.deepEqual(
    verdict.proven.map(({ key }) => key),
    [],
  );
  assert.deepEqual(
    verdict.links.filter(({ broken }) => broken).map(({ key }) => key),
    ['documents', 'entries'],
  );
});

test('a document left out of file and list is found, unless the package says why', async () => {
  const [first, ...others] = [...input.documents!];
  assert.deepEqual(await errors({ documents: others }), ['content-undeclared']);
  const bytes = await packBytes({ ...input, documents: others, absent: [{ no: first!.no, reason: 'withheld' }] });
  const { verdict } = await verifyBytes(bytes, trust);
  assert.equal(verdict.state, 'proven');
  assert.deepEqual(verdict.notes.find(({ key }) => key === 'content-absent')?.params, {
    no: first!.no,
    act: 'records.document-changed',
    reason: 'withheld',
  });
});

test('a removed, a repeated, a moved and a foreign entry are found', async () => {
  assert.ok((await errors({ entries: entries.filter((_, i) => i !== 2), documents: [] })).includes('stream-gap'));
  assert.ok((await errors({ entries: entries.slice(1) })).includes('stream-gap'), 'the first entry');
  assert.deepEqual(
    await errors({ entries: entries.slice(0, -1), documents: [...input.documents!].slice(0, -1) }),
    ['statement-invalid'],
    'the last entry',
  );
  assert.ok((await errors({ entries: [...entries.slice(0, 3), entries[2]!, ...entries.slice(3)] })).includes('entry-twice'));
  assert.ok((await errors({ entries: [entries[1]!, entries[0]!, ...entries.slice(2)] })).includes('entry-order'));
  const foreign = specimen.acts.find(({ seq, header }) => seq > 0 && parseHeader(header)!.stream !== input.stream)!;
  const path = await inclusionProof(foreign.seq, specimen.acts.length, nodesOf(specimen.acts.map(({ leaf }) => leaf)));
  assert.ok((await errors({ entries: [entries[0]!, { ...foreign, path }, ...entries.slice(1)] })).includes('stream-foreign'));
  const miscounted = await errorsAfter((files) =>
    editProof(files, (proof) => {
      proof['count'] = 13;
    }),
  );
  assert.deepEqual(miscounted, ['count-differs']);
  assert.deepEqual(await errors({ entries: [], documents: [], statement: undefined }), ['empty']);
});

test('an entry with another header, commitment, place or path is found', async () => {
  const [first, ...others] = entries as [PackageEntry, ...PackageEntry[]];
  const changes: Partial<PackageEntry>[] = [
    { header: first.header.replace('document-changed', 'document-created') },
    { commitment: new Uint8Array(32) },
    { seq: first.seq + 1 },
    { path: first.path.slice(1) },
    { path: first.path.map((hash, i) => (i === 0 ? new Uint8Array(32) : hash)) },
  ];
  for (const change of changes) {
    const found = await errors({ entries: [{ ...first, ...change }, ...others] });
    assert.ok(found.includes('entry-not-in-tree'), `${Object.keys(change)}: ${found}`);
  }
  assert.ok((await errors({ entries: [{ ...first, header: '{}' }, ...others] })).includes('entry-header'));
});

test('a swapped personal part, and one hidden behind a false erasure, are found', async () => {
  const at = entries.findIndex(({ personal }) => personal);
  const kept = entries[at]!;
  const swap = (change: PackageEntry) => entries.map((entry, i) => (i === at ? change : entry));
  assert.deepEqual(await errors({ entries: swap({ ...kept, personal: { ...kept.personal!, body: Buffer.from('{}') } }) }), [
    'personal-differs',
  ]);
  assert.deepEqual(await errors({ entries: swap({ ...kept, personal: { ...kept.personal!, salt: new Uint8Array(32) } }) }), [
    'personal-differs',
  ]);
  assert.deepEqual(await errors({ entries: swap({ ...kept, personal: undefined }) }), ['personal-missing']);
  assert.ok((await errors({ erasures: [] })).includes('personal-missing'));
  const [erasure] = [...input.erasures!];
  const widened = { ...erasure!, statement: erasure!.statement.replace('"seqs":[', `"seqs":[${kept.seq},`) };
  assert.deepEqual(await errors({ erasures: [widened], entries: swap({ ...kept, personal: undefined }) }), [
    'erasure-invalid',
    'personal-missing',
  ]);
  const otherBasis = { ...erasure!, statement: erasure!.statement.replace('Art. 17 DSGVO', 'Versehen') };
  assert.ok((await errors({ erasures: [otherBasis] })).includes('erasure-invalid'), 'a changed reason');
});

test('an erasing act cannot excuse what was written only after it', async () => {
  const ends: StreamEnds = new Map();
  const statement = formatErasure('Art. 17 DSGVO', [1]);
  const content = toHex(digest(statement));
  const acts = [
    nextAct(ends, 0, { act: ERASURE_ACT, object: 'erasure:1', content }),
    nextAct(ends, 1, { act: 'records.file-opened', object: 'file:7', file: '7' }),
  ];
  const early = {
    ...specimen,
    acts,
    erased: new Set([1]),
    erasures: [{ seq: 0, statement }],
    heads: signHeads(acts, specimen.signer),
  };
  const made = await packageOf(early, { stream: 'file:7' });
  assert.deepEqual(errorsOf(await verifyBytes(await packBytes(made), trust)), ['erasure-invalid', 'personal-missing']);
  assert.ok(errorsOf(await verifyExport(exportOf(early), trust)).includes('personal-missing'));
});

test('a checkpoint with a false, foreign or missing signature is found', async () => {
  const foreign = specimenSigner(specimen.origin, 'foreign');
  const head = signHeads(specimen.acts, foreign).at(-1)!;
  assert.deepEqual(await errors({ checkpoint: head, key: keyOf(foreign), witnesses: [], statement: undefined }), ['foreign-key']);
  const damaged = input.checkpoint.replace(/\n\d+\n/, '\n1400\n');
  assert.ok((await errors({ checkpoint: damaged })).includes('checkpoint-signature'));
  assert.ok(
    (
      await errorsAfter((files) =>
        editProof(files, (proof) => {
          proof['checkpoint'] = 'kein Prüfpunkt';
        }),
      )
    ).includes('checkpoint-malformed'),
  );
  assert.ok(
    (
      await errorsAfter((files) =>
        editProof(files, (proof) => {
          proof['origin'] = 'anders.example/journal';
        }),
      )
    ).includes('file-malformed'),
  );
});

test('a statement about another count, stream, end or head, or by another hand, is found', async () => {
  const last = specimen.acts.find(({ seq }) => seq === entries.at(-1)!.seq)!;
  const good = {
    origin: specimen.origin,
    stream: input.stream,
    count: entries.length,
    last: last.leaf,
    size: specimen.acts.length,
  };
  const say = (change: Partial<typeof good>, signer = specimen.signer) =>
    signNote(formatStatement({ ...good, ...change }), signer);
  assert.deepEqual(await errors({ statement: say({}) }), []);
  for (const change of [{ count: 99 }, { stream: 'file:x' }, { last: new Uint8Array(32) }, { size: 5 }, { origin: 'x' }]) {
    assert.deepEqual(await errors({ statement: say(change) }), ['statement-invalid'], JSON.stringify(change));
  }
  assert.deepEqual(await errors({ statement: say({}, specimenSigner(specimen.origin, 'foreign')) }), ['statement-invalid']);
  const without = await verifyBytes(await packBytes({ ...input, statement: undefined }), trust);
  assert.equal(without.verdict.state, 'proven');
  assert.ok(without.verdict.unproven.some(({ key }) => key === 'tail'));
});

test('whatever byte of proof.json is changed, the package is not proven as it was (1,500 tries)', async () => {
  const files = await unpacked(await packBytes(input));
  const proof = files.get('proof.json')!;
  const before = JSON.parse(proof.toString()) as Record<string, unknown>;
  await fc.assert(
    fc.asyncProperty(fc.nat(proof.length - 1), fc.integer({ min: 1, max: 127 }), async (at, by) => {
      const changed = Buffer.from(proof);
      changed[at]! ^= by;
      const { verdict } = await verify({ open: async () => memorySource(new Map([...files, ['proof.json', changed]])), trust });
      if (verdict.state !== 'proven') return;
      // What may change without harm is what nobody vouches for: the title, names of documents, reasons for absence.
      const after = JSON.parse(changed.toString()) as Record<string, unknown>;
      const harmless = { title: '', documents: [], absent: [] };
      assert.deepEqual({ ...after, ...harmless }, { ...before, ...harmless });
    }),
    { numRuns: 1500 },
  );
});

test('a file of another shape is refused with the place, never with an exception', async () => {
  const places: [(proof: Record<string, unknown>) => void, string][] = [
    [(proof) => delete proof['entries'], 'proof.json.entries'],
    [(proof) => Object.assign(proof, { format: 'fachwerk-proof/2' }), 'proof.json.format'],
    [(proof) => Object.assign(proof, { entries: {} }), 'proof.json.entries'],
    [(proof) => Object.assign((proof['entries'] as object[])[1]!, { seq: -1 }), 'proof.json.entries[1].seq'],
    [(proof) => Object.assign((proof['entries'] as object[])[1]!, { commitment: 'AA' }), 'proof.json.entries[1].commitment'],
    [(proof) => Object.assign((proof['documents'] as object[])[0]!, { sha256: 1 }), 'proof.json.documents[0].sha256'],
    [(proof) => Object.assign(proof, { absent: [{ no: 1, reason: 'lost' }] }), 'proof.json.absent[0].reason'],
    [(proof) => Object.assign(proof, { witnesses: [null] }), 'proof.json.witnesses[0].key'],
    [(proof) => Object.assign(proof, { title: ['x'] }), 'proof.json.title'],
  ];
  const whole = await packBytes(input);
  for (const [change, place] of places) {
    const files = await unpacked(whole);
    editProof(files, change);
    const { verdict } = await verify({ open: async () => memorySource(files), trust });
    assert.deepEqual(
      verdict.errors.map(({ key, params }) => [key, params['place']]),
      [['file-malformed', place]],
    );
    assert.equal(verdict.state, 'refuted');
  }
  for (const text of ['', 'null', '[]', '{"format":', '\ufeff{}']) {
    const { verdict } = await verify({ open: async () => memorySource(new Map([['proof.json', Buffer.from(text)]])), trust });
    assert.equal(verdict.errors[0]?.key, 'file-malformed', text);
  }
  const binary = await verify({ open: async () => memorySource(new Map([['proof.json', Buffer.from([0xff, 0xfe])]])), trust });
  assert.equal(binary.verdict.errors[0]?.key, 'file-malformed');
});

test('something else than a package or an export is called that', async () => {
  assert.deepEqual(errorsOf(await verify({ open: async () => memorySource(new Map()), trust })), ['unknown-format']);
  assert.deepEqual(errorsOf(await verifyBytes(Buffer.from('kein ZIP'), trust)), ['archive-refused']);
});
