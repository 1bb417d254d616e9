// SPDX-License-Identifier: EUPL-1.2
// DER (X.690 §10, §11): one length form, definite lengths, low tags. Whatever deviates is refused, so that no two readers can see two contents.

/** Why bytes are no DER of the expected form; a text key of `src/texts`. */
export type DerFault =
  | 'too-large'
  | 'truncated'
  | 'tag'
  | 'length-form'
  | 'trailing'
  | 'too-many'
  | 'oid'
  | 'integer'
  | 'time'
  | 'structure';

/** Bytes that are not what they should be. `what` names the field, `at` the offset in the innermost structure that was being read. */
export class NotDer extends Error {
  readonly fault: DerFault;
  readonly what: string;
  readonly at: number;
  constructor(fault: DerFault, what: string, at = 0) {
    super(`${what}: ${fault} at byte ${at}`);
    this.name = 'NotDer';
    this.fault = fault;
    this.what = what;
    this.at = at;
  }
}

/** One element: its tag byte, its content, and all its bytes including tag and length. Both are views, not copies. */
export interface Element {
  readonly tag: number;
  readonly body: Uint8Array;
  readonly whole: Uint8Array;
}

/** Universal tags that occur here. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

/** Tag byte of a context-specific element, `[n]` primitive or constructed. */
export function context(n: number, constructed = true): number {
  return (constructed ? 0xa0 : 0x80) + n;
}

/** Reads the elements of one structure in order. Nothing is read ahead and nothing recursively: nesting costs nothing until somebody asks. */
export class Cursor {
  readonly #bytes: Uint8Array;
  readonly #what: string;
  #at = 0;

  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = bytes;
    this.#what = what;
  }

  /** Whether all elements are read. */
  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** Tag byte of the next element, -1 at the end. */
  get tag(): number {
    return this.#bytes[this.#at] ?? -1;
  }

  /** The next element, which must have this tag if one is named. Throws `NotDer`. */
  take(what: string, tag?: number): Element {
    if (this.done) throw new NotDer('truncated', what, this.#at);
    if (tag !== undefined && this.tag !== tag) throw new NotDer('tag', what, this.#at);
    if ((this.tag & 0x1f) === 0x1f) throw new NotDer('tag', what, this.#at);
    const { length, start } = this.#length(what);
    const end = start + length;
    if (end > this.#bytes.length) throw new NotDer('truncated', what, this.#at);
    const element = { tag: this.tag, body: this.#bytes.subarray(start, end), whole: this.#bytes.subarray(this.#at, end) };
    this.#at = end;
    return element;
  }

  /** The next element if it has this tag. */
  maybe(what: string, tag: number): Element | undefined {
    return this.tag === tag ? this.take(what, tag) : undefined;
  }

  /** The elements that are left, at most `most`. */
  rest(what: string, most: number, tag?: number): Element[] {
    const elements: Element[] = [];
    while (!this.done) {
      if (elements.length === most) throw new NotDer('too-many', what, this.#at);
      elements.push(this.take(what, tag));
    }
    return elements;
  }

  /** Nothing may follow. */
  end(): void {
    if (!this.done) throw new NotDer('trailing', this.#what, this.#at);
  }

  #length(what: string): { length: number; start: number } {
    const first = this.#bytes[this.#at + 1];
    if (first === undefined) throw new NotDer('truncated', what, this.#at);
    if (first < 0x80) return { length: first, start: this.#at + 2 };
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new NotDer('length-form', what, this.#at);
    const start = this.#at + 2 + count;
    if (start > this.#bytes.length) throw new NotDer('truncated', what, this.#at);
    let length = 0;
    for (let at = this.#at + 2; at < start; at++) length = length * 256 + this.#bytes[at]!;
    const shortest = length >= 0x80 && length >= 2 ** (8 * (count - 1));
    if (!shortest) throw new NotDer('length-form', what, this.#at);
    return { length, start };
  }
}

/** The one element that these bytes are. Throws `NotDer`, also when bytes follow. */
export function whole(bytes: Uint8Array, what: string, tag?: number): Element {
  const cursor = new Cursor(bytes, what);
  const element = cursor.take(what, tag);
  cursor.end();
  return element;
}

/** Reads the children of an element: `within(sequence, 'TSTInfo')`. */
export function within(element: Element, what: string): Cursor {
  if ((element.tag & 0x20) === 0) throw new NotDer('tag', what);
  return new Cursor(element.body, what);
}
