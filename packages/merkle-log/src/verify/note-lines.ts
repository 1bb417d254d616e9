// SPDX-License-Identifier: EUPL-1.2
// Many notes in one text file: each note as it is, one empty line or more between them. Lines in between that are verifier keys or
// receipts are recognised, so that a witness can hand over one file with everything that belongs together.

/** One piece of such a file. */
export type NoteLine = { readonly kind: 'note' | 'line'; readonly text: string };

/** Puts lines together to notes; `push` returns what became complete by this line. */
export class NoteAssembler {
  #body: string[] = [];
  #signatures: string[] = [];
  #gap = false;

  push(line: string): NoteLine[] {
    if (this.#signatures.length > 0 && !line.startsWith('\u2014 ')) return [...this.end(), ...this.push(line)];
    if (line === '') {
      this.#gap = this.#body.length > 0;
    } else if (this.#gap && line.startsWith('\u2014 ')) {
      this.#signatures.push(line);
    } else if (this.#gap) {
      return [...this.end(), ...this.push(line)];
    } else {
      this.#body.push(line);
    }
    return [];
  }

  /** What is left when no further line comes. */
  end(): NoteLine[] {
    const pieces: NoteLine[] =
      this.#signatures.length > 0
        ? [{ kind: 'note', text: `${this.#body.join('\n')}\n\n${this.#signatures.join('\n')}\n` }]
        : this.#body.map((text) => ({ kind: 'line', text }));
    this.#body = [];
    this.#signatures = [];
    this.#gap = false;
    return pieces;
  }
}

/** The notes and other lines of a text. */
export function noteLines(text: string): NoteLine[] {
  const assembler = new NoteAssembler();
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return [...lines.flatMap((line) => assembler.push(line)), ...assembler.end()];
}
