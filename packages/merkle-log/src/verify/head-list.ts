// SPDX-License-Identifier: EUPL-1.2
// checkpoints.txt of a full export: every head the city ever signed, in order, read as a stream.
import { type Checkpoint, checkpointOf, parseCheckpoint } from '../checkpoint.ts';
import { parseNote } from '../note.ts';
import type { Findings } from './finding.ts';
import type { AcceptedKeys } from './heads.ts';
import type { LineReader } from './lines.ts';
import { NoteAssembler, type NoteLine } from './note-lines.ts';

/** A head of the list; `note` as it stands there. */
export type ListedHead = { readonly checkpoint: Checkpoint; readonly note: string };

const decoder = new TextDecoder();

/** Delivers heads one by one and checks the signature of each, and that they only grow. */
export class HeadList {
  readonly #lines: LineReader;
  readonly #keys: AcceptedKeys;
  readonly #findings: Findings;
  readonly #assembler = new NoteAssembler();
  readonly #waiting: NoteLine[] = [];
  #last: ListedHead | undefined;
  #count = 0;
  #ended = false;

  constructor(lines: LineReader, keys: AcceptedKeys, findings: Findings) {
    this.#lines = lines;
    this.#keys = keys;
    this.#findings = findings;
  }

  /** How many were delivered. */
  get count(): number {
    return this.#count;
  }

  /** The last one delivered. */
  get last(): ListedHead | undefined {
    return this.#last;
  }

  /** The next well-formed head; undefined at the end. Unsigned heads are delivered too, their fault is already noted. */
  async next(): Promise<ListedHead | undefined> {
    for (;;) {
      const piece = this.#waiting.shift() ?? (await this.#read());
      if (!piece) return undefined;
      const head = this.#open(piece);
      if (!head) continue;
      if (this.#last && head.checkpoint.size < this.#last.checkpoint.size)
        this.#findings.error('heads-order', { size: head.checkpoint.size });
      this.#last = head;
      this.#count++;
      return head;
    }
  }

  async #read(): Promise<NoteLine | undefined> {
    while (!this.#ended && this.#waiting.length === 0) {
      const line = await this.#lines.next();
      this.#ended = line === undefined;
      this.#waiting.push(...(line === undefined ? this.#assembler.end() : this.#assembler.push(decoder.decode(line))));
    }
    return this.#waiting.shift();
  }

  #open(piece: NoteLine): ListedHead | undefined {
    const note = piece.kind === 'note' ? parseNote(piece.text) : undefined;
    const checkpoint = note && parseCheckpoint(note.text);
    if (!note || !checkpoint) {
      this.#findings.error('file-malformed', { place: 'checkpoints.txt' });
      return undefined;
    }
    // The last head's signature is checked with more words by `openHead`; here one sentence is enough.
    if (!checkpointOf(note, this.#keys.verifiers)) this.#findings.error('head-signature', { size: checkpoint.size });
    return { checkpoint, note: piece.text };
  }
}
