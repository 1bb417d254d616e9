// SPDX-License-Identifier: EUPL-1.2
// Reconciliation: what the journal says an object last looked like, against what the city's tables hold now.
import { fromUtf8, isHexOf, readHex } from '../bytes.ts';
import type { JournalHeader } from '../header.ts';
import type { Findings } from './finding.ts';
import { NameTable } from './name-table.ts';

/** Replays headers, then compares rows. Per object it keeps the last content hash and, as number, position + 1 (negative: nothing left, 0: compared). */
export class Reconciliation {
  readonly #objects = new NameTable();
  #compared = 0;

  /** Objects whose rows were found. */
  get compared(): number {
    return this.#compared;
  }

  /** Takes an entry into account. */
  replay(header: JournalHeader, seq: number): void {
    if (header.content === undefined) return;
    const index = this.#objects.enter(header.object);
    if (header.content !== '') readHex(header.content, this.#objects.value(index));
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
    if (!isHexOf(hash, this.#objects.value(index)))
      findings.error('object-differs', { object, seq: this.#objects.number(index) - 1 });
    this.#objects.setNumber(index, 0);
    this.#compared++;
  }

  /** Reports the objects that have no row although no act removed them. */
  finish(findings: Findings): void {
    for (let index = 0; index < this.#objects.size; index++) {
      const number = this.#objects.number(index);
      if (number > 0) findings.error('object-missing', { object: this.#objects.name(index), seq: number - 1 });
    }
  }
}

function textOf(line: Uint8Array): string {
  try {
    return fromUtf8(line);
  } catch {
    return '';
  }
}
