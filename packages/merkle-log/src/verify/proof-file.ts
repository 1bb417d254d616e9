// SPDX-License-Identifier: EUPL-1.2
// proof.json of a proof package, see FORMAT.md. Read strictly: what has another shape is refused with the place where it is wrong.
import { fromHex } from '../bytes.ts';

/** Format mark of version 1. */
export const PROOF_FORMAT = 'fachwerk-proof/1';

/** Largest proof.json that is read, in bytes. */
export const MAX_PROOF_BYTES = 256 * 2 ** 20;

/** An entry's leaf, its place and the way to the root. */
export type ProofLeaf = {
  readonly seq: number;
  readonly header: string;
  readonly commitment: Uint8Array;
  readonly path: readonly Uint8Array[];
};

/** The erasable part as it was committed to. */
export type ProofPersonal = { readonly salt: Uint8Array; readonly body: string };

/** An entry of the stream; `personal` is null once it was erased. */
export type ProofEntry = ProofLeaf & { readonly personal: ProofPersonal | null };

/** An erasing act, wherever it stands in the journal, and the statement its header names. */
export type ProofErasure = ProofLeaf & { readonly statement: string };

/** A document in the package; `no` is the entry that names its hash. */
export type ProofDocument = {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly no: number;
};

/** Why a hash that an entry names has no file in the package. */
export type AbsenceReason = 'state' | 'destroyed' | 'withheld';

/** An entry whose content is deliberately not in the package. */
export type ProofAbsence = { readonly no: number; readonly reason: AbsenceReason };

/** A head that a witness kept, and the consistency path between it and the package's checkpoint. */
export type ProofWitness = { readonly key: string | null; readonly note: string; readonly path: readonly Uint8Array[] };

/** An evidence record (RFC 4998) in the package; `documents` are the SHA-256 (hex) of the data group it covers. */
export type ProofEvidence = { readonly path: string; readonly documents: readonly string[] };

/** The whole file. */
export type ProofFile = {
  readonly title: string;
  readonly origin: string;
  readonly key: string;
  readonly checkpoint: string;
  readonly stream: string;
  readonly count: number;
  readonly statement: string | null;
  readonly witnesses: readonly ProofWitness[];
  readonly entries: readonly ProofEntry[];
  readonly erasures: readonly ProofErasure[];
  readonly documents: readonly ProofDocument[];
  readonly absent: readonly ProofAbsence[];
  /** Empty where the member is left out. */
  readonly evidence: readonly ProofEvidence[];
};

/** Where the file is not what it should be. */
export type Malformed = { readonly malformed: string };

class MalformedError extends Error {}

/** Reads proof.json, or says where it is malformed. */
export function readProofFile(text: string): ProofFile | Malformed {
  try {
    return proofFile(new Cursor(JSON.parse(text), 'proof.json'));
  } catch (error) {
    if (error instanceof MalformedError) return { malformed: error.message };
    if (error instanceof SyntaxError) return { malformed: 'proof.json' };
    throw error;
  }
}

/** A value somewhere inside the file, knowing its place. */
class Cursor {
  readonly #value: unknown;
  readonly #place: string;

  constructor(value: unknown, place: string) {
    this.#value = value;
    this.#place = place;
  }

  get(name: string): Cursor {
    const value = this.#value;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject || !Object.hasOwn(value, name)) throw new MalformedError(`${this.#place}.${name}`);
    return new Cursor((value as Record<string, unknown>)[name], `${this.#place}.${name}`);
  }

  /** A member that may be left out. */
  maybe(name: string): Cursor | undefined {
    return typeof this.#value === 'object' && this.#value !== null && Object.hasOwn(this.#value, name)
      ? this.get(name)
      : undefined;
  }

  get isNull(): boolean {
    return this.#value === null;
  }

  list<T>(read: (item: Cursor) => T): T[] {
    if (!Array.isArray(this.#value)) throw new MalformedError(this.#place);
    return this.#value.map((item, i) => read(new Cursor(item, `${this.#place}[${i}]`)));
  }

  text(): string {
    if (typeof this.#value !== 'string') throw new MalformedError(this.#place);
    return this.#value;
  }

  count(): number {
    if (typeof this.#value !== 'number' || !Number.isSafeInteger(this.#value) || this.#value < 0)
      throw new MalformedError(this.#place);
    return this.#value;
  }

  hash(): Uint8Array {
    const bytes = fromHex(this.text());
    if (bytes?.length !== 32) throw new MalformedError(this.#place);
    return bytes;
  }

  oneOf<T extends string>(...allowed: readonly T[]): T {
    const found = allowed.find((word) => word === this.#value);
    if (found === undefined) throw new MalformedError(this.#place);
    return found;
  }
}

function proofFile(file: Cursor): ProofFile {
  file.get('format').oneOf(PROOF_FORMAT);
  return {
    title: file.get('title').text(),
    origin: file.get('origin').text(),
    key: file.get('key').text(),
    checkpoint: file.get('checkpoint').text(),
    stream: file.get('stream').text(),
    count: file.get('count').count(),
    statement: orNull(file.get('statement'), (note) => note.text()),
    witnesses: file.get('witnesses').list((witness) => ({
      key: orNull(witness.get('key'), (key) => key.text()),
      note: witness.get('note').text(),
      path: witness.get('path').list((hash) => hash.hash()),
    })),
    entries: file.get('entries').list((entry) => ({ ...leaf(entry), personal: orNull(entry.get('personal'), personal) })),
    erasures: file.get('erasures').list((entry) => ({ ...leaf(entry), statement: entry.get('statement').text() })),
    documents: file.get('documents').list(document),
    absent: file.get('absent').list((absence) => ({
      no: absence.get('no').count(),
      reason: absence.get('reason').oneOf('state', 'destroyed', 'withheld'),
    })),
    evidence: file.maybe('evidence')?.list(evidence) ?? [],
  };
}

function leaf(entry: Cursor): ProofLeaf {
  return {
    seq: entry.get('seq').count(),
    header: entry.get('header').text(),
    commitment: entry.get('commitment').hash(),
    path: entry.get('path').list((hash) => hash.hash()),
  };
}

function personal(part: Cursor): ProofPersonal {
  return { salt: part.get('salt').hash(), body: part.get('body').text() };
}

function document(paper: Cursor): ProofDocument {
  paper.get('sha256').hash();
  return {
    name: paper.get('name').text(),
    path: paper.get('path').text(),
    sha256: paper.get('sha256').text(),
    size: paper.get('size').count(),
    no: paper.get('no').count(),
  };
}

function evidence(record: Cursor): ProofEvidence {
  return {
    path: record.get('path').text(),
    documents: record.get('documents').list((hash) => {
      hash.hash();
      return hash.text();
    }),
  };
}

function orNull<T>(value: Cursor, read: (value: Cursor) => T): T | null {
  return value.isNull ? null : read(value);
}
