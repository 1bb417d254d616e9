// SPDX-License-Identifier: EUPL-1.2
import { type Letter, linesOf, type PaperFile } from './letter.ts';

/** Writes a paper as plain text in UTF-8: notes of telephone calls and the like. */
export function letterAsText(letter: Letter): PaperFile {
  const text = linesOf(letter).join('\n\n');
  return { bytes: Buffer.from(`${text}\n`), mediaType: 'text/plain', pages: [text] };
}
