// SPDX-License-Identifier: EUPL-1.2
// Names with a hash and a number each, in typed arrays: about 100 bytes per name of a journal, a quarter of what a Map of strings takes,
// so that a journal of millions of entries can be checked in bounded memory.

const HASH_LENGTH = 32;

/** Numbers ASCII names from 0 on, and keeps for each a 32-byte value and a number. */
export class NameTable {
  #capacity = 1024;
  #slots = new Int32Array(2 * this.#capacity).fill(-1);
  #values = new Uint8Array(HASH_LENGTH * this.#capacity);
  #numbers = new Float64Array(this.#capacity);
  /** Where each name ends in `#text`; it begins where the one before ends. */
  #ends = new Float64Array(this.#capacity);
  #text = new Uint8Array(32 * this.#capacity);
  #size = 0;
  /** Differs from run to run, so that nobody can prepare names that all fall on one slot. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32);

  get size(): number {
    return this.#size;
  }

  /** The number of a name, or -1 when it was never entered. */
  find(name: string): number {
    return this.#slots[this.#place(name)]!;
  }

  /** The number of a name, entered now if it is new; a new name has number 0 and a value of zeros. Throws `RangeError` unless it is ASCII. */
  enter(name: string): number {
    const place = this.#place(name);
    const known = this.#slots[place]!;
    if (known >= 0) return known;
    const index = this.#size;
    this.#store(index, name);
    this.#slots[place] = index;
    this.#size++;
    if (this.#size === this.#capacity) this.#grow();
    return index;
  }

  /** The name with this number. */
  name(index: number): string {
    return String.fromCharCode(...this.#text.subarray(this.#start(index), this.#ends[index]));
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

  #start(index: number): number {
    return index === 0 ? 0 : this.#ends[index - 1]!;
  }

  /** The slot where a name stands or would stand (open addressing, at most half full). */
  #place(name: string): number {
    const mask = this.#slots.length - 1;
    for (let place = this.#hash(name) & mask; ; place = (place + 1) & mask) {
      const index = this.#slots[place]!;
      if (index < 0 || this.#holds(index, name)) return place;
    }
  }

  /** FNV-1a, seeded, with the upper bits folded into the lower ones that the mask keeps. */
  #hash(name: string): number {
    let hash = this.#seed;
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    return hash ^ (hash >>> 15);
  }

  #holds(index: number, name: string): boolean {
    const start = this.#start(index);
    if (this.#ends[index]! - start !== name.length) return false;
    for (let i = name.length - 1; i >= 0; i--) if (this.#text[start + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  #store(index: number, name: string): void {
    const start = this.#start(index);
    if (start + name.length > this.#text.length)
      this.#text = enlarged(new Uint8Array(2 * this.#text.length + name.length), this.#text);
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i);
      if (code > 127) throw new RangeError('names of a journal are ASCII');
      this.#text[start + i] = code;
    }
    this.#ends[index] = start + name.length;
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#slots = new Int32Array(2 * this.#capacity).fill(-1);
    this.#values = enlarged(new Uint8Array(HASH_LENGTH * this.#capacity), this.#values);
    this.#numbers = enlarged(new Float64Array(this.#capacity), this.#numbers);
    this.#ends = enlarged(new Float64Array(this.#capacity), this.#ends);
    for (let index = 0; index < this.#size; index++) this.#slots[this.#place(this.name(index))] = index;
  }
}

function enlarged<T extends Uint8Array | Float64Array>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}
