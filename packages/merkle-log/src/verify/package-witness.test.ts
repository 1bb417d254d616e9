// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leafData } from '../leaf.ts';
import { consistencyProof } from '../proof.ts';
import { formatReceipt } from '../receipt.ts';
import { specimenSigner } from '../specimen/acts.ts';
import {
  clone,
  foundSpecimen,
  keyOf,
  nodesOf,
  type Specimen,
  signHeads,
  witnessedHead,
  witnessKeyOf,
} from '../specimen/journal.ts';
import { errorsOf, trusting, verifyBytes } from '../specimen/memory.ts';
import { packageOf, packBytes } from '../specimen/package.ts';
import type { PackageEntry, PackageInput, PackageWitness } from '../write/package-input.ts';

const specimen = foundSpecimen({ acts: 1500, eraseEvery: 250 });
const input = await packageOf(specimen);
const entries = input.entries as PackageEntry[];
const trust = trusting(keyOf(specimen.signer), witnessKeyOf(specimen.witness));

/** Packs a changed package and returns what is found wrong. */
async function errors(change: Partial<PackageInput>, believed = trust): Promise<string[]> {
  return errorsOf(await verifyBytes(await packBytes({ ...input, ...change }), believed));
}

async function withWitness(source: Specimen, size: number): Promise<PackageWitness[]> {
  const get = nodesOf(specimen.acts.map(({ leaf }) => leaf));
  return [
    {
      note: witnessedHead(source, size),
      key: witnessKeyOf(source.witness),
      path: await consistencyProof(size, specimen.acts.length, get),
    },
  ];
}

test('a witness of an older head covers the entries before it, and the rest is said to rest on the city’s word', async () => {
  const { verdict, facts } = await verifyBytes(await packBytes({ ...input, witnesses: await withWitness(specimen, 700) }), trust);
  assert.equal(verdict.state, 'proven');
  assert.equal(facts.witnessedSize, 700);
  const later = entries.filter(({ seq }) => seq >= 700).length;
  assert.deepEqual(verdict.unproven.find(({ key }) => key === 'after-last-witness')?.params, { size: 700, entries: later });
  assert.ok(!verdict.proven.some(({ key }) => key === 'time'), 'the whole was not there yet when the witness signed');
});

test('a witness of another history, a false cosignature and a missing one are found', async () => {
  const rewritten = clone(specimen);
  rewritten.acts[10] = specimen.acts[11]!;
  assert.deepEqual(await errors({ witnesses: await withWitness(rewritten, 700) }), ['witness-contradicts']);
  const impostor = { ...specimen, witness: specimenSigner(specimen.witness.name, 'impostor') };
  assert.deepEqual(
    await errors({
      witnesses: (await withWitness(impostor, 700)).map((one) => ({ ...one, key: witnessKeyOf(specimen.witness) })),
    }),
    ['witness-signature'],
  );
  const [honest] = await withWitness(specimen, 700);
  const stripped = honest!.note.split('\n').slice(0, 5).join('\n');
  assert.deepEqual(await errors({ witnesses: [{ ...honest!, note: `${stripped}\n` }] }), ['witness-signature']);
  assert.deepEqual(await errors({ witnesses: [{ ...honest!, path: [] }] }), ['witness-contradicts']);
});

test('a head that the witness cosigned but the city never signed is found', async () => {
  const foreign = { ...specimen, signer: specimenSigner(specimen.origin, 'foreign') };
  assert.deepEqual(await errors({ witnesses: await withWitness(foreign, 700) }), ['witness-signature']);
});

test('an impostor’s witness convinces nobody who knows the true witness’s key', async () => {
  const impostor = { ...specimen, witness: specimenSigner('landesarchiv.example/zeuge', 'impostor') };
  const { verdict, facts } = await verifyBytes(
    await packBytes({ ...input, witnesses: await withWitness(impostor, 1000) }),
    trust,
  );
  assert.equal(facts.witnessedSize, 0);
  assert.ok(verdict.unproven.some(({ key }) => key === 'no-witness'));
  assert.ok(verdict.unproven.some(({ key }) => key === 'witness-identity'));
});

test('a head that the reader kept is compared: it agrees, contradicts, is newer, or cannot be connected', async () => {
  const size = specimen.acts.length;
  const known = (...heads: string[]) => trusting(keyOf(specimen.signer), ...heads);
  const same = await verifyBytes(await packBytes({ ...input, witnesses: [] }), known(witnessedHead(specimen, size)));
  assert.equal(same.verdict.state, 'proven');
  assert.equal(same.facts.witnessedSize, size);
  assert.deepEqual(await errors({ witnesses: [] }, known(witnessedHead(specimen, 700))), ['witness-unconnected']);
  assert.deepEqual(await errors({ witnesses: await withWitness(specimen, 700) }, known(witnessedHead(specimen, 700))), []);
  const other = clone(specimen);
  other.acts[3] = specimen.acts[4]!;
  assert.deepEqual(await errors({ witnesses: [] }, known(witnessedHead(other, size))), ['witness-contradicts']);
  const longer = foundSpecimen({ acts: 1600 });
  assert.deepEqual(await errors({ witnesses: [] }, known(witnessedHead(longer, 1600))), ['rolled-back']);
});

test('a package that is older than a witness’s head but leads to it is in order', async () => {
  const older = {
    ...clone(specimen),
    acts: specimen.acts.slice(0, 1400),
    erased: new Set<number>(),
    erasures: [],
    heads: [] as string[],
  };
  older.heads = signHeads(older.acts, older.signer);
  const made = await packageOf(older);
  const get = nodesOf(specimen.acts.map(({ leaf }) => leaf));
  const witnesses = [
    { note: witnessedHead(specimen, 1500), key: witnessKeyOf(specimen.witness), path: await consistencyProof(1400, 1500, get) },
  ];
  const { verdict } = await verifyBytes(await packBytes({ ...made, witnesses }), trust);
  assert.equal(verdict.state, 'proven');
  assert.deepEqual(verdict.notes.find(({ key }) => key === 'witness-newer')?.params['size'], 1500);
});

test('a citizen’s receipt is as good as a head kept by a witness', async () => {
  const act = specimen.acts[42]!;
  const receipt = formatReceipt({
    leafData: leafData(act.header, act.commitment),
    seq: 42,
    path: [],
    checkpoint: specimen.heads.at(-1)!,
  });
  const { facts } = await verifyBytes(await packBytes({ ...input, witnesses: [] }), trusting(keyOf(specimen.signer), receipt));
  assert.equal(facts.witnessedSize, specimen.acts.length);
});
