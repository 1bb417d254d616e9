// SPDX-License-Identifier: EUPL-1.2

const SAMPLE = 4_000;
const MIN_LETTERS = 60;
const MIN_SIGNS = 100;
const LONGEST_WORD = 25;
const FEWEST_VOWELS = 0.15;

/**
 * Whether extracted text is glyph numbers rather than letters: PDFs with fonts that lack a table back to Unicode look perfect and
 * read "7(677(67". Such a page is found only after OCR. German has about 38 % vowels and words of 6 letters.
 */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const words = sample.split(/\s+/).filter((word) => word !== '');
  const signs = words.reduce((sum, word) => sum + word.length, 0);
  if (signs < MIN_SIGNS) return false;
  if (signs / words.length > LONGEST_WORD) return true;
  const letters = sample.match(/[a-zäöüß]/gi) ?? [];
  const vowels = sample.match(/[aeiouyäöü]/gi) ?? [];
  return letters.length >= MIN_LETTERS && vowels.length < letters.length * FEWEST_VOWELS;
}
