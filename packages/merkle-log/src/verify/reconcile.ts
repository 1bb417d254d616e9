// SPDX-License-Identifier: EUPL-1.2
// Reconciliation: what the journal says an object last looked like, against what the city's tables hold now.
import { equalBytes, fromHex, fromUtf8 } from '../bytes.ts';
import type { JournalHeader } from '../header.ts';
import type { Findings } from './finding.ts';
import { FingerprintTable } from './fingerprint-table.ts';

const NOTHING = new Uint8Array(32);

/** Replays headers, then compares rows. Per object it keeps the last content hash and, as number, position + 1 (negative: nothing left, 0: compared). */
export class Reconciliation {
  readonly #objects = new FingerprintTable();
  #compared = 0;

  /** Objects whose rows were found. */
  get compared(): number {
    return this.#compared;
  }

  /** Takes an entry into account. */
  replay(header: JournalHeader, seq: number): void {
    if (header.content === undefined) return;
    const index = this.#objects.enter(header.object);
    this.#objects.value(index).set(header.content === '' ? NOTHING : fromHex(header.content)!);
    this.#objects.setNumber(index, header.content === '' ? -(seq + 1) : seq + 1);
  }

  /** Compares one line `object hash[ file]` of tables.txt and returns the hash of the file it asks for; undefined when it is malformed. */
  compare(line: Uint8Array, findings: Findings): { readonly file: string | undefined } | undefined {
    const [, object, hash, isFile] = /^(\S+) ([0-9a-f]{64})( file)?$/.exec(textOf(line)) ?? [];
    if (object === undefined || hash === undefined) return undefined;
    this.#compareRow(object, hash, findings);
    return { file: isFile && hash };
  }

  #compareRow(object: string, hash: string, findings: Findings): void {
    const index = this.#objects.find(object);
    if (index < 0 || this.#objects.number(index) <= 0) {
      findings.error('object-extra', { object });
      return;
    }
    if (!equalBytes(this.#objects.value(index), fromHex(hash)!))
      findings.error('object-differs', { object, seq: this.#objects.number(index) - 1 });
    this.#objects.setNumber(index, 0);
    this.#compared++;
  }

  /** Positions of the last acts of objects that have no row, the first `limit` of them, and how many there are. */
  missing(limit: number): { positions: number[]; count: number } {
    const positions: number[] = [];
    let count = 0;
    for (let index = 0; index < this.#objects.size; index++) {
      const number = this.#objects.number(index);
      if (number <= 0) continue;
      count++;
      if (positions.length < limit) positions.push(number - 1);
    }
    return { positions, count };
  }
}

function textOf(line: Uint8Array): string {
  try {
    return fromUtf8(line);
  } catch {
    return '';
  }
}
