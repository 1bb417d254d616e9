// SPDX-License-Identifier: EUPL-1.2
// A set of names in about 100 bytes each, whatever their length, so that a journal of millions of entries can be checked in bounded
// memory. Names are kept as the first 16 bytes of their SHA-256: two different names that meet there would have to be constructed with 2^64 work.
import { sha256 } from '../primitives.ts';

const HASH_LENGTH = 32;

/** Numbers names from 0 on, and keeps for each a 32-byte value and a number. */
export class FingerprintTable {
  #capacity = 1024;
  #slots = new Int32Array(2 * this.#capacity).fill(-1);
  #names = new Uint32Array(4 * this.#capacity);
  #values = new Uint8Array(HASH_LENGTH * this.#capacity);
  #numbers = new Float64Array(this.#capacity);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a name, or -1 when it was never entered. */
  find(name: string): number {
    return this.#slots[this.#place(fingerprint(name))]!;
  }

  /** The number of a name, entered now if it is new; a new name has number value 0 and a value of zeros. */
  enter(name: string): number {
    const print = fingerprint(name);
    const place = this.#place(print);
    const known = this.#slots[place]!;
    if (known >= 0) return known;
    const index = this.#size++;
    this.#slots[place] = index;
    this.#names.set(print, 4 * index);
    if (this.#size === this.#capacity) this.#grow();
    return index;
  }

  /** The 32-byte value of an entered name; a view, so it can be written to until the next `enter`. */
  value(index: number): Uint8Array {
    return this.#values.subarray(HASH_LENGTH * index, HASH_LENGTH * (index + 1));
  }

  number(index: number): number {
    return this.#numbers[index]!;
  }

  setNumber(index: number, number: number): void {
    this.#numbers[index] = number;
  }

  /** The slot where a fingerprint stands or would stand (open addressing, at most half full). */
  #place(print: Uint32Array): number {
    const mask = this.#slots.length - 1;
    for (let place = print[0]! & mask; ; place = (place + 1) & mask) {
      const index = this.#slots[place]!;
      if (index < 0 || this.#holds(index, print)) return place;
    }
  }

  #holds(index: number, print: Uint32Array): boolean {
    const at = 4 * index;
    const names = this.#names;
    return names[at] === print[0] && names[at + 1] === print[1] && names[at + 2] === print[2] && names[at + 3] === print[3];
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#slots = new Int32Array(2 * this.#capacity).fill(-1);
    this.#names = enlarged(new Uint32Array(4 * this.#capacity), this.#names);
    this.#values = enlarged(new Uint8Array(HASH_LENGTH * this.#capacity), this.#values);
    this.#numbers = enlarged(new Float64Array(this.#capacity), this.#numbers);
    for (let index = 0; index < this.#size; index++)
      this.#slots[this.#place(this.#names.subarray(4 * index, 4 * index + 4))] = index;
  }
}

/** Names are short; one buffer for all of them saves an allocation per entry. */
const scratch = new Uint8Array(1024);
const encoder = new TextEncoder();

function fingerprint(name: string): Uint32Array {
  const { read, written } = encoder.encodeInto(name, scratch);
  const bytes = read === name.length ? scratch.subarray(0, written) : encoder.encode(name);
  return new Uint32Array(sha256(bytes).buffer, 0, 4);
}

function enlarged<T extends Uint32Array | Uint8Array | Float64Array>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}
