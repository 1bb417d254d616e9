// SPDX-License-Identifier: EUPL-1.2
import { ERASURE_ACT, formatErasure } from '../erasure.ts';
import type { NoteSigner } from '../sign.ts';
import { cosign, formatVerifierKey, signCheckpoint } from '../sign.ts';
import { EMPTY_ROOT, Frontier, type Hash } from '../tree.ts';
import type { ExportInput } from '../write/full-export.ts';
import { type Act, digest, nextAct, type StreamEnds, specimenId, specimenSigner } from './acts.ts';

/** A whole specimen journal. Its arrays may be altered by a test that plays the forger; `clone` before. */
export type Specimen = {
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly witness: NoteSigner;
  readonly acts: Act[];
  /** Positions whose personal part is gone. */
  readonly erased: Set<number>;
  readonly erasures: { seq: number; statement: string }[];
  /** Present content hash (hex) of each object. */
  readonly tables: Map<string, string>;
  /** Signed heads in order of size. */
  heads: string[];
};

const HEAD_STEP = 200;

/** How the specimen is made; `eraseEvery` = 3 erases each third personal part of what came before the last act. */
export type SpecimenOptions = { readonly acts: number; readonly files?: number; readonly eraseEvery?: number };

/** Founds the city and lets it work. */
export function foundSpecimen({ acts: count, files = Math.ceil(count / 12), eraseEvery = 0 }: SpecimenOptions): Specimen {
  const origin = 'waldbrueck.example/journal';
  const specimen: Specimen = {
    origin,
    signer: specimenSigner(origin),
    witness: specimenSigner('landesarchiv.example/zeuge'),
    acts: [],
    erased: new Set(),
    erasures: [],
    tables: new Map(),
    heads: [],
  };
  const ends: StreamEnds = new Map();
  for (let seq = 0; seq < count; seq++) addAct(specimen, ends, documentAct(seq, files));
  if (eraseEvery > 0) erase(specimen, ends, eraseEvery);
  specimen.heads = signHeads(specimen.acts, specimen.signer);
  return specimen;
}

function addAct(specimen: Specimen, ends: StreamEnds, facts: Parameters<typeof nextAct>[2]): void {
  specimen.acts.push(nextAct(ends, specimen.acts.length, facts));
  if (facts.content !== undefined && facts.content !== '') specimen.tables.set(facts.object, facts.content);
  if (facts.content === '') specimen.tables.delete(facts.object);
}

/** Documents of files change; each 50th entry destroys its document, so that the journal also holds ends. */
function documentAct(seq: number, files: number): Parameters<typeof nextAct>[2] {
  const file = specimenId(`file ${(seq * 7919) % files}`);
  const object = `document:${specimenId(`document ${(seq * 7919) % files} ${seq % 3}`)}`;
  if (seq % 50 === 49) return { act: 'disposal.document-destroyed', object, file, content: '' };
  return { act: 'records.document-changed', object, file, content: contentOf(seq).hash };
}

/** The document that an entry filed: its bytes and their SHA-256. */
export function contentOf(seq: number): { bytes: Buffer; hash: string } {
  const bytes = Buffer.from(`Dokument zu Eintrag ${seq}\n`.repeat(20 + (seq % 7)));
  return { bytes, hash: digest(bytes.toString('utf8')).toString('hex') };
}

function erase(specimen: Specimen, ends: StreamEnds, every: number): void {
  for (let seq = 0; seq < specimen.acts.length; seq += every) specimen.erased.add(seq);
  const statement = formatErasure('Art. 17 DSGVO', specimen.erased);
  const seq = specimen.acts.length;
  addAct(specimen, ends, {
    act: ERASURE_ACT,
    object: `erasure:${specimenId('erasure')}`,
    content: digest(statement).toString('hex'),
  });
  specimen.tables.delete(`erasure:${specimenId('erasure')}`);
  specimen.tables.set(`erasure:${specimenId('erasure')}`, digest(statement).toString('hex'));
  specimen.erasures.push({ seq, statement });
}

/** Signs a head every 200 entries and one at the end. */
export function signHeads(acts: readonly Act[], signer: NoteSigner): string[] {
  const frontier = new Frontier();
  const heads: string[] = [];
  for (const { leaf } of acts) {
    frontier.push(leaf);
    if (frontier.size % HEAD_STEP === 0 || frontier.size === acts.length) heads.push(signHead(frontier, signer));
  }
  return heads;
}

function signHead(frontier: Frontier, signer: NoteSigner): string {
  return signCheckpoint({ origin: signer.name, size: frontier.size, root: frontier.root() }, signer);
}

/** The head over the first `size` entries, cosigned by the witness at a fixed time. */
export function witnessedHead({ acts, signer, witness }: Specimen, size: number): string {
  const frontier = new Frontier();
  for (const { leaf } of acts.slice(0, size)) frontier.push(leaf);
  return cosign(signHead(frontier, signer), witness, Date.UTC(2026, 1, 1) / 1000);
}

/** A copy that may be forged without harm to the original. */
export function clone(specimen: Specimen): Specimen {
  return {
    ...specimen,
    acts: [...specimen.acts],
    erased: new Set(specimen.erased),
    erasures: [...specimen.erasures],
    tables: new Map(specimen.tables),
    heads: [...specimen.heads],
  };
}

/** The specimen as input of a full export, the heads kept by its witness included. */
export function exportOf(specimen: Specimen, witnessed: readonly string[] = []): ExportInput {
  const { signer, witness, acts, erased, erasures, tables, heads } = specimen;
  return {
    keys: [keyOf(signer)],
    leaves: acts,
    personal: acts.filter(({ seq }) => !erased.has(seq)).map(({ seq, personal }) => ({ seq, ...personal })),
    erasures,
    checkpoints: heads,
    witnesses: witnessed.length > 0 ? [{ name: 'landesarchiv', key: witnessKeyOf(witness), notes: witnessed }] : [],
    tables: [...tables].map(([object, content]) => ({ object, content })),
  };
}

/** The city's verifier key. */
export function keyOf(signer: NoteSigner): string {
  return formatVerifierKey(signer.name, signer.publicKey);
}

/** A witness's verifier key. */
export function witnessKeyOf(witness: NoteSigner): string {
  return formatVerifierKey(witness.name, witness.publicKey, 4);
}

/** All complete nodes of a tree over these leaves, as proofs need them. */
export function nodesOf(leaves: readonly Hash[]): (level: number, index: number) => Hash {
  const levels: Hash[][] = [];
  const frontier = new Frontier();
  for (const leaf of leaves) {
    frontier.push(leaf, (level, index, hash) => {
      const row = levels[level] ?? [];
      levels[level] = row;
      row[index] = hash;
    });
  }
  return (level, index) => levels[level]?.[index] ?? EMPTY_ROOT;
}
