// SPDX-License-Identifier: EUPL-1.2

const NEWLINE = 0x0a;

/** Thrown for a line so long that reading on would fill the memory. */
export class LineTooLong extends Error {}

const FIRST_CAPACITY = 256 * 1024;

/**
 * Lines of a byte stream. `take` returns the next whole line in memory, a view that is valid until the next `more`; `more` reads on.
 * A million lines pass through one await per chunk instead of one per line, and through one buffer.
 */
export class LineReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #limit: number;
  #buffer = new Uint8Array(FIRST_CAPACITY);
  #at = 0;
  #end = 0;
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>, limit = 2 ** 24) {
    this.#chunks = source[Symbol.asyncIterator]();
    this.#limit = limit;
  }

  /** The next line without its newline, or undefined when none is complete in memory. A last line without newline counts as a line. */
  take(): Uint8Array | undefined {
    const found = this.#buffer.indexOf(NEWLINE, this.#at);
    const whole = found >= 0 && found < this.#end;
    if (!whole && !(this.#ended && this.#at < this.#end)) return undefined;
    const end = whole ? found : this.#end;
    const line = this.#buffer.subarray(this.#at, end);
    this.#at = whole ? end + 1 : end;
    return line;
  }

  /** Reads on; false when there is nothing left to take. Throws `LineTooLong`. */
  async more(): Promise<boolean> {
    if (this.#ended) return this.#at < this.#end;
    const next = await this.#chunks.next();
    if (next.done) this.#ended = true;
    else this.#append(next.value);
    return !this.#ended || this.#at < this.#end;
  }

  /** The next line, waiting for it if need be; undefined at the end. */
  async next(): Promise<Uint8Array | undefined> {
    let line = this.take();
    while (line === undefined && (await this.more())) line = this.take();
    return line;
  }

  #append(chunk: Uint8Array): void {
    const rest = this.#end - this.#at;
    if (rest > this.#limit) throw new LineTooLong();
    const target = rest + chunk.length <= this.#buffer.length ? this.#buffer : new Uint8Array(2 * (rest + chunk.length));
    target.set(this.#buffer.subarray(this.#at, this.#end));
    target.set(chunk, rest);
    this.#buffer = target;
    this.#at = 0;
    this.#end = rest + chunk.length;
  }
}
