// SPDX-License-Identifier: EUPL-1.2
// The letters every PDF reader must bring along (ISO 32000-1, 9.6.2.2): no font file is needed and none is fetched.

/** One glyph to draw: its code in our encoding, its offset from the pen in thousandths of the font size, and the pen's advance. */
export type Glyph = { code: number; dx: number; dy: number };

/** How a character is drawn: one or two glyphs (letter and accent); `missing` stands for a character this font cannot show. */
export type Shape = { glyphs: Glyph[]; width: number; missing: boolean };

// Adobe's font metrics for Helvetica, U+0020 to U+007E.
const WIDTHS = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number);
const OTHER_WIDTHS: Record<string, number> = {
  '…': 1000,
  '—': 1000,
  '–': 556,
  '€': 556,
  '•': 350,
  '„': 333,
  '“': 333,
  '”': 333,
  '‚': 222,
  '‘': 222,
  '’': 222,
  '§': 556,
  '°': 400,
  '©': 737,
  '®': 737,
  '™': 1000,
  ß: 611,
  Æ: 1000,
  æ: 889,
  Ø: 778,
  ø: 611,
  Œ: 1000,
  œ: 944,
  '«': 556,
  '»': 556,
  '·': 278,
  '±': 584,
  '×': 584,
  '÷': 584,
  '½': 834,
  '¼': 834,
  '¾': 834,
  '²': 333,
  '³': 333,
  '¹': 333,
  µ: 556,
  '¶': 537,
  ł: 222,
  Ł: 556,
  ı: 278,
};
const ACCENT_WIDTH = 333;
const CAPITAL_RISE = 195;
const DEFAULT_WIDTH = 556;

/** Glyph names for the codes below U+0020, which the standard encoding leaves free: accents and letters of Turkish and Polish. */
export const EXTRA_GLYPHS = ['breve', 'dotaccent', 'ogonek', 'caron', 'hungarumlaut', 'ring', 'dotlessi', 'lslash', 'Lslash'];

const EXTRA_CODES: Record<string, number> = { ı: 7, ł: 8, Ł: 9 };
const ACCENTS: Record<string, { code: number; below?: boolean }> = {
  '\u0300': { code: 0x60 },
  '\u0301': { code: 0xb4 },
  '\u0302': { code: 0x88 },
  '\u0303': { code: 0x98 },
  '\u0304': { code: 0xaf },
  '\u0306': { code: 1 },
  '\u0307': { code: 2 },
  '\u0308': { code: 0xa8 },
  '\u030a': { code: 6 },
  '\u030b': { code: 5 },
  '\u030c': { code: 4 },
  '\u0326': { code: 0xb8, below: true },
  '\u0327': { code: 0xb8, below: true },
  '\u0328': { code: 3, below: true },
};
// Signs of forms and lists that the font lacks; the text handed to search keeps the original.
const SUBSTITUTES: Record<string, string> = {
  '☐': '[ ]',
  '☑': '[x]',
  '☒': '[x]',
  '✓': '[x]',
  '→': '->',
  '⇒': '=>',
  '−': '-',
  '‑': '-',
  '‒': '-',
  '―': '—',
  '\uf0b7': '•',
  '▪': '•',
  '■': '•',
  '●': '•',
  '○': 'o',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  ﬁ: 'fi',
  ﬂ: 'fl',
  '\u00a0': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\t': '    ',
};
const WIN_ANSI = winAnsiCodes();

/** The shapes of a piece of text, in order; a character the font lacks is substituted, composed, or marked as missing. */
export function shapeText(text: string): Shape[] {
  return [...text].flatMap((letter) => [...(SUBSTITUTES[letter] ?? letter)].map(shapeLetter));
}

function shapeLetter(letter: string): Shape {
  const code = WIN_ANSI.get(letter) ?? EXTRA_CODES[letter];
  if (code !== undefined) return { glyphs: [{ code, dx: 0, dy: 0 }], width: widthOf(letter), missing: false };
  return composed(letter) ?? { glyphs: [], width: DEFAULT_WIDTH, missing: true };
}

// ğ is g and a breve, ş is s and a cedilla: so all Latin languages can be shown with the few glyphs every reader has.
function composed(letter: string): Shape | undefined {
  const [base = '', mark = '', ...more] = letter.normalize('NFD');
  const accent = ACCENTS[mark];
  const stem = base === 'i' && accent && !accent.below ? 'ı' : base;
  const code = WIN_ANSI.get(stem) ?? EXTRA_CODES[stem];
  if (!accent || code === undefined || more.length > 0) return undefined;
  const width = widthOf(stem);
  const rise = !accent.below && base === base.toUpperCase() ? CAPITAL_RISE : 0;
  const glyphs = [
    { code, dx: 0, dy: 0 },
    { code: accent.code, dx: (width - ACCENT_WIDTH) / 2, dy: rise },
  ];
  return { glyphs, width, missing: false };
}

function widthOf(letter: string): number {
  const plain = WIDTHS[(letter.codePointAt(0) ?? 0) - 0x20];
  if (letter.charCodeAt(0) < 0x7f && plain !== undefined) return plain;
  if (OTHER_WIDTHS[letter] !== undefined) return OTHER_WIDTHS[letter];
  const base = letter.normalize('NFD')[0] ?? '';
  return base !== letter ? widthOf(base) : DEFAULT_WIDTH;
}

function winAnsiCodes(): Map<string, number> {
  const codes = new Map<string, number>();
  const decoder = new TextDecoder('windows-1252');
  for (let code = 0x20; code < 0x100; code += 1) {
    const letter = decoder.decode(Uint8Array.of(code));
    // The five codes windows-1252 leaves undefined, and DEL, decode to controls.
    if (!/[\u0000-\u001f\u007f-\u009f]/.test(letter)) codes.set(letter, code);
  }
  return codes;
}
