// SPDX-License-Identifier: EUPL-1.2
// What a database administrator could do to the journal, and what a stranger with the export, the city's key and two heads kept by
// witnesses finds. Eight attacks must be found, each with its own finding; the ninth cannot be, and the verifier must say so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitment } from './commitment.ts';
import { formatErasure } from './erasure.ts';
import { formatHeader, parseHeader } from './header.ts';
import { leafData } from './leaf.ts';
import { type Act, nextAct, type StreamEnds, specimenSigner } from './specimen/acts.ts';
import {
  clone,
  exportOf,
  foundSpecimen,
  keyOf,
  type Specimen,
  signHeads,
  witnessedHead,
  witnessKeyOf,
} from './specimen/journal.ts';
import { errorsOf, trusting, verifyExport } from './specimen/memory.ts';
import { leafHash } from './tree.ts';
import type { FindingKey } from './verify/finding.ts';
import type { Result } from './verify/verify.ts';

const SIZE = 3000;
const honest = foundSpecimen({ acts: SIZE });
const LAST_WITNESSED = SIZE - 17;
const kept = [witnessedHead(honest, SIZE / 4), witnessedHead(honest, LAST_WITNESSED)];
const trust = trusting(keyOf(honest.signer), witnessKeyOf(honest.witness), ...kept);

async function check(specimen: Specimen, believed = trust): Promise<Result> {
  return verifyExport(exportOf(specimen), believed);
}

function found(result: Result, key: FindingKey): Record<string, string | number> {
  const finding = result.verdict.errors.find((error) => error.key === key);
  assert.ok(finding, `${key} not among ${errorsOf(result).join(', ') || 'nothing'}`);
  assert.equal(result.verdict.state, 'refuted');
  return finding.params;
}

/** Replaces one entry's header and recomputes its leaf; the forger keeps the form canonical. */
function editHeader(act: Act, change: Parameters<typeof formatHeader>[0]): Act {
  const header = formatHeader(change);
  return { ...act, header, leaf: leafHash(leafData(header, act.commitment)) };
}

/** The forger with the stolen key: numbers all streams and positions anew and signs all heads anew. */
function rewrite(specimen: Specimen, keep: (act: Act) => boolean): void {
  const ends: StreamEnds = new Map();
  const acts = specimen.acts.filter(keep).map(({ header }, seq) => {
    const { act, object, file, content } = parseHeader(header)!;
    return nextAct(ends, seq, {
      act,
      object,
      ...(file === undefined ? {} : { file }),
      ...(content === undefined ? {} : { content }),
    });
  });
  specimen.acts.splice(0, specimen.acts.length, ...acts);
  specimen.heads = signHeads(acts, specimen.signer);
}

test('0 – the untouched journal is proven, up to its last witness', async () => {
  const result = await check(honest);
  assert.deepEqual(result.verdict.errors, []);
  assert.equal(result.verdict.state, 'proven');
  assert.equal(result.facts.entries, SIZE);
  assert.equal(result.facts.heads, SIZE / 200);
  assert.equal(result.facts.witnessedSize, LAST_WITNESSED);
  for (const claim of ['whole-tree', 'personal', 'heads', 'tables', 'signed', 'unrewritable']) {
    assert.ok(
      result.verdict.proven.some(({ key }) => key === claim),
      claim,
    );
  }
});

test('1 – an edited header is found: the entries no longer give the signed root', async () => {
  const forged = clone(honest);
  const header = parseHeader(forged.acts[777]!.header)!;
  forged.acts[777] = editHeader(forged.acts[777]!, { ...header, act: 'records.document-created' });
  const result = await check(forged);
  assert.equal(found(result, 'root-differs')['size'], SIZE);
  assert.equal(found(result, 'head-differs')['size'], 800, 'the first head after the edited entry');
});

test('2 – a swapped personal part is found at its entry', async () => {
  const forged = clone(honest);
  forged.acts[777] = {
    ...forged.acts[777]!,
    personal: { ...forged.acts[777]!.personal, body: Buffer.from('{"actor":"ein anderer"}') },
  };
  const result = await check(forged);
  assert.equal(found(result, 'personal-differs')['seq'], 777);
  assert.deepEqual(errorsOf(result), ['personal-differs'], 'and nothing else is blamed');
});

test('3 – a deleted entry is found: a position is missing, and a number in its stream', async () => {
  const forged = clone(honest);
  const [gone] = forged.acts.splice(500, 1);
  const result = await check(forged);
  assert.deepEqual(found(result, 'sequence-gap'), { expected: 500, found: 501 });
  assert.deepEqual(found(result, 'size-differs'), { entries: SIZE - 1, size: SIZE });
  const header = parseHeader(gone!.header)!;
  assert.deepEqual(found(result, 'stream-gap'), { stream: header.stream, expected: header.no, found: header.no + 1 });
});

test('4 – deletion, renumbering and new signatures with the stolen key are found by the witnesses', async () => {
  const forged = clone(honest);
  rewrite(forged, ({ seq }) => seq !== 500);
  const result = await check(forged);
  assert.equal(found(result, 'witness-contradicts')['size'], SIZE / 4);
  const alone = await check(forged, trusting(keyOf(honest.signer)));
  assert.deepEqual(
    errorsOf(alone).filter((key) => !key.startsWith('object-')),
    [],
    'without witnesses the forgery is perfect',
  );
});

test('5 – a rollback to a validly signed old state is found by the newer witness', async () => {
  const forged = clone(honest);
  forged.acts.splice(SIZE - 1000);
  forged.heads = signHeads(forged.acts, forged.signer);
  const result = await check(forged);
  assert.deepEqual(found(result, 'rolled-back'), { size: LAST_WITNESSED, have: SIZE - 1000 });
});

test('6 – an edited record row is found with its object', async () => {
  const forged = clone(honest);
  const [object] = [...forged.tables.keys()];
  forged.tables.set(object!, '00'.repeat(32));
  assert.equal(found(await check(forged), 'object-differs')['object'], object);
});

test('7 – a deleted record row is found with its object', async () => {
  const forged = clone(honest);
  const [object] = [...forged.tables.keys()].slice(5);
  forged.tables.delete(object!);
  assert.equal(found(await check(forged), 'object-missing')['object'], object);
});

test('8 – a journal forged and signed with a foreign key is found, and both keys are named', async () => {
  const forged = { ...clone(honest), signer: specimenSigner(honest.origin, 'foreign') };
  rewrite(forged, ({ seq }) => seq !== 500);
  const result = await check(forged, trusting(keyOf(honest.signer)));
  assert.deepEqual(found(result, 'foreign-key'), { key: keyOf(forged.signer), expected: keyOf(honest.signer) });
});

test('9 – a rewriting after the last witness with the stolen key is not found, and the verifier says what that means', async () => {
  const forged = clone(honest);
  const last = forged.acts.at(-5)!;
  const other = Buffer.from('{"actor":"ein anderer"}');
  const bound = commitment(last.personal.salt, other);
  forged.acts[last.seq] = {
    ...last,
    commitment: bound,
    leaf: leafHash(leafData(last.header, bound)),
    personal: { ...last.personal, body: other },
  };
  forged.heads = [...honest.heads.slice(0, -1), signHeads(forged.acts, forged.signer).at(-1)!];
  const result = await check(forged);
  assert.equal(result.verdict.state, 'proven');
  for (const same of [result, await check(honest)]) {
    const said = same.verdict.unproven.find(({ key }) => key === 'after-last-witness');
    assert.deepEqual(said?.params, { size: LAST_WITNESSED, entries: 17 }, 'these entries rest on the city’s word alone');
    assert.deepEqual(same.verdict.warnings.find(({ key }) => key === 'unwitnessed-entries')?.params, {
      size: LAST_WITNESSED,
      entries: 17,
    });
  }
});

test('erasing a third of all personal parts by recorded acts leaves the journal proven', async () => {
  const erased = foundSpecimen({ acts: SIZE, eraseEvery: 3 });
  const head = witnessedHead(erased, erased.acts.length);
  const result = await check(erased, trusting(keyOf(erased.signer), witnessKeyOf(erased.witness), head));
  assert.deepEqual(result.verdict.errors, []);
  assert.equal(result.verdict.state, 'proven');
  assert.equal(result.facts.erased, SIZE / 3);
  assert.ok(result.verdict.proven.some(({ key, params }) => key === 'personal-kept' && params['erased'] === SIZE / 3));
});

test('a personal part that vanishes without an erasing act is found', async () => {
  const forged = clone(honest);
  forged.erased.add(123);
  assert.equal(found(await check(forged), 'personal-missing')['seq'], 123);
});

test('an erasure that the journal does not hold, or that lists other entries, excuses nothing', async () => {
  const erased = foundSpecimen({ acts: 600, eraseEvery: 50 });
  const believed = trusting(keyOf(erased.signer));
  const invented = clone(erased);
  invented.erased.add(7);
  invented.erasures.push({ seq: 599, statement: formatErasure('Art. 17 DSGVO', [7]) });
  assert.equal(found(await check(invented, believed), 'erasure-invalid')['seq'], 599);
  const widened = clone(erased);
  widened.erased.add(7);
  widened.erasures[0] = { seq: 600, statement: formatErasure('Art. 17 DSGVO', widened.erased) };
  assert.equal(found(await check(widened, believed), 'erasure-invalid')['seq'], 600);
  const beyond = clone(erased);
  beyond.erasures.push({ seq: 100_000, statement: formatErasure('Art. 17 DSGVO', [8]) });
  assert.equal(found(await check(beyond, believed), 'erasure-invalid')['seq'], 100_000);
});

test('an entry that was sequenced twice is found', async () => {
  const forged = clone(honest);
  const twice = { ...forged.acts[2990]!, seq: SIZE };
  forged.acts.push(twice);
  forged.heads = [...honest.heads, signHeads(forged.acts, forged.signer).at(-1)!];
  const { stream, no } = parseHeader(twice.header)!;
  assert.deepEqual(found(await check(forged), 'entry-twice'), { stream, no });
});

test('a row that no entry ever made is found, and one that should be gone', async () => {
  const forged = clone(honest);
  const gone = forged.acts.map(({ header }) => parseHeader(header)!).filter(({ content }) => content === '');
  const destroyed = gone.map(({ object }) => object).find((object) => !forged.tables.has(object));
  assert.ok(destroyed);
  forged.tables.set('document:invented', 'aa'.repeat(32));
  forged.tables.set(destroyed, 'bb'.repeat(32));
  const extra = (await check(forged)).verdict.errors.map(({ key, params }) => [key, params['object']]);
  assert.deepEqual(
    extra.sort(),
    [
      ['object-extra', destroyed],
      ['object-extra', 'document:invented'],
    ].sort(),
  );
});

test('heads that contradict the journal, are unsigned or out of order are found', async () => {
  const other = foundSpecimen({ acts: 400, files: 3 });
  const mixed = clone(honest);
  mixed.heads[1] = other.heads[1]!;
  assert.equal(found(await check(mixed), 'head-differs')['size'], 400);
  const unsigned = clone(honest);
  unsigned.heads[2] = unsigned.heads[2]!.replace(/\n600\n/, '\n601\n');
  assert.equal(found(await check(unsigned), 'head-signature')['size'], 601);
  const turned = clone(honest);
  [turned.heads[3], turned.heads[4]] = [turned.heads[4]!, turned.heads[3]!];
  assert.equal(found(await check(turned), 'heads-order')['size'], 800);
});
