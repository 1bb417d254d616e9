// SPDX-License-Identifier: EUPL-1.2
// One pass over the leaves of a full export: the tree is built anew, and every entry is checked on the way. Memory grows with the number
// of streams and objects, never with the number of entries.
import { equalBytes } from '../bytes.ts';
import { opensCommitment } from '../commitment.ts';
import { type JournalHeader, parseHeader } from '../header.ts';
import { Frontier, type Hash, leafHash } from '../tree.ts';
import type { ErasedPositions } from './erased-positions.ts';
import type { Findings } from './finding.ts';
import { NameTable } from './name-table.ts';
import type { HeadList, ListedHead } from './head-list.ts';
import type { WitnessedHead } from './heads.ts';
import { type PositionedLine, parsePositioned } from './leaf-line.ts';
import type { LineReader } from './lines.ts';
import type { Reconciliation } from './reconcile.ts';
import { checkSuccessor } from './stream.ts';

/** What one pass needs. `witnessed` must be sorted by size; `contents` numbers the hashes of the content files. */
export type ScanInput = {
  readonly leaves: LineReader;
  readonly personal: LineReader;
  readonly heads: HeadList;
  readonly witnessed: readonly WitnessedHead[];
  readonly erased: ErasedPositions;
  readonly contents: NameTable;
  readonly reconciliation: Reconciliation | undefined;
  readonly findings: Findings;
  readonly progress: (entries: number) => void;
};

/** What the pass established. */
export type ScanResult = {
  readonly size: number;
  readonly root: Hash;
  readonly erased: number;
  readonly agreeing: readonly WitnessedHead[];
};

const PROGRESS_STEP = 50_000;
const ascii = new TextDecoder('latin1');

/** Runs the pass. */
export async function scanLeaves(input: ScanInput): Promise<ScanResult> {
  const scan = new Scan(input);
  await scan.run();
  return scan.result;
}

class Scan {
  readonly #input: ScanInput;
  readonly #frontier = new Frontier();
  readonly #streams = new NameTable();
  readonly #commitment = new Uint8Array(32);
  readonly #salt = new Uint8Array(32);
  readonly #agreeing: WitnessedHead[] = [];
  #leafData = new Uint8Array(4096);
  #expected = 0;
  #erased = 0;
  #nextWitness = 0;
  #head: ListedHead | undefined;
  #personal: PositionedLine | undefined;

  constructor(input: ScanInput) {
    this.#input = input;
  }

  get result(): ScanResult {
    return { size: this.#frontier.size, root: this.#frontier.root(), erased: this.#erased, agreeing: this.#agreeing };
  }

  async run(): Promise<void> {
    const { leaves, heads, findings, progress } = this.#input;
    this.#head = await heads.next();
    await this.#compareHeads();
    for (let line = await leaves.next(); line !== undefined; line = leaves.take() ?? (await leaves.next())) {
      const parts = parsePositioned(line, this.#commitment);
      if (!parts) {
        findings.error('file-malformed', { place: `leaves.txt:${this.#frontier.size + 1}` });
        continue;
      }
      const header = this.#checkLeaf(parts);
      // Only when the buffered part of personal.txt is used up does this loop wait.
      this.#personal ??= this.#takePersonal() ?? (await this.#awaitPersonal());
      while (this.#isStray(parts.seq)) this.#personal = this.#takePersonal() ?? (await this.#awaitPersonal());
      this.#checkPersonal(parts.seq, header?.no ?? 0);
      if (this.#isDue()) await this.#compareHeads();
      if (this.#frontier.size % PROGRESS_STEP === 0) progress(this.#frontier.size);
    }
    await this.#finish();
  }

  #checkLeaf({ seq, rest }: PositionedLine): JournalHeader | undefined {
    const { findings, erased } = this.#input;
    if (seq !== this.#expected) findings.error('sequence-gap', { expected: this.#expected, found: seq });
    this.#expected = seq + 1;
    const leaf = leafHash(this.#assemble(rest));
    this.#frontier.push(leaf);
    const header = parseHeader(ascii.decode(rest));
    if (header) this.#checkHeader(header, leaf, seq);
    else findings.error('entry-header', { seq });
    erased.check(seq, header, findings);
    return header;
  }

  /** Leaf data in a buffer that is used again and again. */
  #assemble(header: Uint8Array): Uint8Array {
    const length = 4 + header.length + 32;
    if (length > this.#leafData.length) this.#leafData = new Uint8Array(2 * length);
    new DataView(this.#leafData.buffer).setUint32(0, header.length);
    this.#leafData.set(header, 4);
    this.#leafData.set(this.#commitment, 4 + header.length);
    return this.#leafData.subarray(0, length);
  }

  #checkHeader(header: JournalHeader, leaf: Hash, seq: number): void {
    const { reconciliation, contents, findings } = this.#input;
    const index = this.#streams.enter(header.stream);
    const last = this.#streams.value(index);
    checkSuccessor({ no: this.#streams.number(index), last }, header, leaf, findings);
    last.set(leaf);
    this.#streams.setNumber(index, header.no);
    reconciliation?.replay(header, seq);
    if (contents.size === 0 || !header.content) return;
    const content = contents.find(header.content);
    if (content >= 0) contents.setNumber(content, 1);
  }

  #takePersonal(): PositionedLine | undefined {
    const line = this.#input.personal.take();
    return line && this.#parsePersonal(line);
  }

  async #awaitPersonal(): Promise<PositionedLine | undefined> {
    const line = await this.#input.personal.next();
    return line && this.#parsePersonal(line);
  }

  #parsePersonal(line: Uint8Array): PositionedLine | undefined {
    const personal = parsePositioned(line, this.#salt);
    if (!personal) this.#input.findings.error('file-malformed', { place: 'personal.txt' });
    return personal;
  }

  /** A personal part whose entry has already passed, or never came. */
  #isStray(seq: number): boolean {
    const personal = this.#personal;
    if (!personal || personal.seq >= seq) return false;
    this.#input.findings.error('personal-extra', { seq: personal.seq });
    return true;
  }

  #checkPersonal(seq: number, no: number): void {
    const { findings, erased } = this.#input;
    const personal = this.#personal;
    if (personal?.seq === seq) {
      if (!opensCommitment(this.#commitment, personal.hash, personal.rest)) findings.error('personal-differs', { no, seq });
      this.#personal = undefined;
    } else if (erased.covers(seq)) {
      this.#erased++;
    } else {
      findings.error('personal-missing', { no, seq });
    }
  }

  #isDue(): boolean {
    const size = this.#frontier.size;
    return this.#head?.checkpoint.size === size || this.#input.witnessed[this.#nextWitness]?.checkpoint.size === size;
  }

  /** Compares the tree as it stands with every head of this size. */
  async #compareHeads(): Promise<void> {
    const { heads, witnessed, findings } = this.#input;
    const size = this.#frontier.size;
    const root = this.#frontier.root();
    for (; this.#head && this.#head.checkpoint.size <= size; this.#head = await heads.next()) {
      const { checkpoint } = this.#head;
      if (checkpoint.size === size && !equalBytes(checkpoint.root, root)) findings.error('head-differs', { size });
    }
    for (
      let witness = witnessed[this.#nextWitness];
      witness?.checkpoint.size === size;
      witness = witnessed[++this.#nextWitness]
    ) {
      if (equalBytes(witness.checkpoint.root, root)) this.#agreeing.push(witness);
      else
        findings.error('witness-contradicts', {
          witness: witness.statements.map((statement) => statement.witness).join(', '),
          size,
        });
    }
  }

  async #finish(): Promise<void> {
    const { heads, witnessed, personal, findings, erased } = this.#input;
    while (this.#head) this.#head = await heads.next();
    for (const { checkpoint } of witnessed.slice(this.#nextWitness))
      findings.error('rolled-back', { size: checkpoint.size, have: this.#frontier.size });
    if (this.#personal || (await personal.next()))
      findings.error('personal-extra', { seq: this.#personal?.seq ?? this.#expected });
    erased.finish(findings);
  }
}
