// SPDX-License-Identifier: EUPL-1.2

const NEWLINE = 0x0a;

/** Thrown for a line so long that reading on would fill the memory. */
export class LineTooLong extends Error {}

/**
 * Lines of a byte stream, without copying: `take` returns the next whole line in memory (valid until the next `more`), `more` reads on.
 * A million lines pass through one await per chunk instead of one per line.
 */
export class LineReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #limit: number;
  #buffer: Uint8Array = new Uint8Array(0);
  #at = 0;
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>, limit = 2 ** 24) {
    this.#chunks = source[Symbol.asyncIterator]();
    this.#limit = limit;
  }

  /** The next line without its newline, or undefined when none is complete in memory. */
  take(): Uint8Array | undefined {
    const end = this.#buffer.indexOf(NEWLINE, this.#at);
    if (end < 0) return this.#takeRest();
    const line = this.#buffer.subarray(this.#at, end);
    this.#at = end + 1;
    return line;
  }

  /** A last line without newline counts as a line. */
  #takeRest(): Uint8Array | undefined {
    if (!this.#ended || this.#at >= this.#buffer.length) return undefined;
    const line = this.#buffer.subarray(this.#at);
    this.#at = this.#buffer.length;
    return line;
  }

  /** Reads on; false when there is nothing left to take. */
  async more(): Promise<boolean> {
    if (this.#ended) return this.#at < this.#buffer.length;
    const next = await this.#chunks.next();
    const rest = this.#buffer.subarray(this.#at);
    this.#at = 0;
    if (next.done) {
      this.#ended = true;
      this.#buffer = rest;
      return rest.length > 0;
    }
    if (rest.length > this.#limit) throw new LineTooLong();
    this.#buffer = rest.length === 0 ? next.value : joined(rest, next.value);
    return true;
  }

  /** The next line, waiting for it if need be; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    let line = this.take();
    while (line === undefined && (await this.more())) line = this.take();
    return line;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
