// SPDX-License-Identifier: EUPL-1.2
import { toHex, utf8 } from '../bytes.ts';
import { ERASURE_ACT, parseErasure } from '../erasure.ts';
import type { JournalHeader } from '../header.ts';
import { sha256 } from '../primitives.ts';
import type { Findings } from './finding.ts';

/** Erasure statements of an export: which positions they cover (one bit each), and which acts still have to show up in the journal. */
export class ErasedPositions {
  #bits = new Uint8Array(1024);
  readonly #pending = new Map<number, string>();

  /** Takes one line `position statement` of erasures.txt; false when it is malformed. */
  add(line: string): boolean {
    const [, position, text] = /^(0|[1-9]\d{0,14}) (.+)$/.exec(line) ?? [];
    const statement = text === undefined ? undefined : parseErasure(text);
    const seq = Number(position);
    if (!statement || this.#pending.has(seq) || statement.seqs.some((covered) => covered >= seq)) return false;
    for (const covered of statement.seqs) this.#cover(covered);
    this.#pending.set(seq, toHex(sha256(utf8(text!))));
    return true;
  }

  /** Compares the entry at a position with the statement that claims to be its own. */
  check(seq: number, header: JournalHeader | undefined, findings: Findings): void {
    const statement = this.#pending.get(seq);
    if (statement === undefined) return;
    this.#pending.delete(seq);
    if (header?.act !== ERASURE_ACT || header.content !== statement) findings.error('erasure-invalid', { seq });
  }

  /** Statements whose act is not in the journal at all. */
  finish(findings: Findings): void {
    for (const seq of this.#pending.keys()) findings.error('erasure-invalid', { seq });
  }

  /** Whether a statement covers the position. */
  covers(seq: number): boolean {
    return ((this.#bits[Math.floor(seq / 8)] ?? 0) & (1 << (seq % 8))) !== 0;
  }

  #cover(seq: number): void {
    const byte = Math.floor(seq / 8);
    // 2^36 positions are 8 GiB of bits; a statement about more is not believed, its positions stay uncovered.
    if (byte >= 2 ** 30) return;
    if (byte >= this.#bits.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bits.length, byte + 1));
      larger.set(this.#bits);
      this.#bits = larger;
    }
    this.#bits[byte]! |= 1 << (seq % 8);
  }
}
