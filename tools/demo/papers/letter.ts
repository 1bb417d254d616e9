// SPDX-License-Identifier: EUPL-1.2

/** A part of a paper's body. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'item'; readonly mark: string; readonly text: string }
  | { readonly kind: 'row'; readonly left: string; readonly right: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'plan'; readonly bays: number };

/** How a paper looks: letter of the town, note for the file, letter of a citizen or of a firm or authority, form, leaflet. */
export type Look = 'town' | 'note' | 'private' | 'company' | 'form' | 'leaflet';

/** A paper before it becomes a file of some format. */
export interface Letter {
  readonly look: Look;
  /** Who writes: name first, then address. */
  readonly sender: readonly string[];
  readonly recipient: readonly string[];
  /** What stands beside the address: label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly date: string;
  readonly subject: readonly string[];
  readonly blocks: readonly Block[];
  readonly closing: readonly string[];
  /** What follows on new pages after the signature. */
  readonly annex: readonly Block[];
}

/** A finished file with what it says, page by page. */
export interface PaperFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** Text of each page, as a reader of the format finds it. */
  readonly pages: readonly string[];
}

/** The words of one block. */
export function wordsOf(block: Block): string {
  if (block.kind === 'row') return `${block.left}\t${block.right}`;
  if (block.kind === 'item') return `${block.mark} ${block.text}`;
  return 'text' in block ? block.text : '';
}

/** The whole paper as lines of text, in the order in which it is read. */
export function linesOf({ sender, recipient, facts, date, subject, blocks, closing, annex }: Letter): string[] {
  return [
    ...sender,
    ...recipient,
    ...facts.map(([label, value]) => `${label}: ${value}`),
    date,
    ...subject,
    ...blocks.map(wordsOf),
    ...closing,
    ...annex.map(wordsOf),
  ].filter((line) => line !== '');
}
