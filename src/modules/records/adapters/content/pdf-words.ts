// SPDX-License-Identifier: EUPL-1.2
import { type PdfEngine, withMemory } from './pdfium.ts';
import type { PdfPage } from './pdf-page.ts';

/** A word with its box as parts of the page's width and height (0…1, from the top left): the highlight layer of the viewer. */
export type WordBox = { text: string; x: number; y: number; w: number; h: number };

type Box = { left: number; top: number; right: number; bottom: number };
type Letter = { letter: string; box: Box };

const MAX_WORDS = 20_000;
// PDFium maps to whole device pixels; a grid this fine loses less than a tenth of a point.
const GRID = 20_000;
const GAP = /[\s\0\ufffe]/;

/** The words of a page with their boxes, in reading order. */
export async function readWordBoxes(page: PdfPage): Promise<WordBox[]> {
  const { calls } = page.engine;
  const text = calls.FPDFText_LoadPage(page.handle);
  if (text === 0) return [];
  const words = await withMemory(page.engine, 40, (at) => {
    const count = calls.FPDFText_CountChars(text);
    return collectWords(count, (index) => {
      const code = calls.FPDFText_GetUnicode(text, index);
      calls.FPDFText_GetCharBox(text, index, at, at + 8, at + 16, at + 24);
      return { letter: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ', box: deviceBox(page, at) };
    });
  });
  calls.FPDFText_ClosePage(text);
  return words;
}

function collectWords(letters: number, read: (index: number) => Letter): WordBox[] {
  const words: WordBox[] = [];
  let word: Letter | undefined;
  for (let index = 0; index < letters && words.length < MAX_WORDS; index += 1) {
    const next = read(index);
    if (GAP.test(next.letter)) {
      if (word) words.push(finish(word));
      word = undefined;
    } else {
      word = word ? { letter: word.letter + next.letter, box: union(word.box, next.box) } : next;
    }
  }
  if (word) words.push(finish(word));
  return words;
}

// The box stands in the lent memory as left, right, bottom, top (doubles); the page's rotation is the engine's business.
function deviceBox(page: PdfPage, at: number): Box {
  const { engine } = page;
  const [left, right, bottom, top] = [0, 8, 16, 24].map((offset) => engine.memory().readDoubleLE(at + offset));
  const a = toGrid({ engine, page: page.handle, at: at + 32 }, left ?? 0, top ?? 0);
  const b = toGrid({ engine, page: page.handle, at: at + 32 }, right ?? 0, bottom ?? 0);
  return { left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
}

function toGrid(to: { engine: PdfEngine; page: number; at: number }, x: number, y: number): { x: number; y: number } {
  const { engine, at } = to;
  engine.calls.FPDF_PageToDevice(to.page, 0, 0, GRID, GRID, 0, x, y, at, at + 4);
  return { x: engine.memory().readInt32LE(at), y: engine.memory().readInt32LE(at + 4) };
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    top: Math.min(a.top, b.top),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function finish({ letter, box }: Letter): WordBox {
  const part = (value: number): number => Math.round((Math.min(Math.max(value, 0), GRID) / GRID) * 10_000) / 10_000;
  return { text: letter, x: part(box.left), y: part(box.top), w: part(box.right - box.left), h: part(box.bottom - box.top) };
}
