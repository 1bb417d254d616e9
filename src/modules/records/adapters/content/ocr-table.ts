// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from './clean-text.ts';
import type { WordBox } from './pdf-words.ts';

/** What was read from a picture, with its words' boxes; `confidence` is the mean over the words, 0 to 100. */
export type OcrText = { text: string; confidence: number; words: WordBox[] };

type Row = {
  level: string;
  line: string;
  block: string;
  left: number;
  top: number;
  width: number;
  height: number;
  confidence: number;
  text: string;
};

const PAGE = '1';
const WORD = '5';
const MAX_ROWS = 40_000;
const MAX_WORDS = 20_000;

/** Reads Tesseract's table (TSV): level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseTesseractTable(table: string): OcrText {
  const rows = table.split('\n', MAX_ROWS).map(toRow);
  const page = rows.find((row) => row.level === PAGE);
  const words = rows.filter((row) => row.level === WORD && row.text.trim() !== '').slice(0, MAX_WORDS);
  const sum = words.reduce((total, row) => total + row.confidence, 0);
  return {
    text: cleanText(joinWords(words)),
    confidence: words.length === 0 ? 0 : Math.round(sum / words.length),
    words: words.map((row) => toBox(row, page?.width || 1, page?.height || 1)),
  };
}

function toRow(line: string): Row {
  const [level = '', , block = '', paragraph = '', no = '', , left, top, width, height, confidence, text = ''] = line.split('\t');
  return {
    level,
    block,
    line: `${block}/${paragraph}/${no}`,
    left: Number(left),
    top: Number(top),
    width: Number(width),
    height: Number(height),
    confidence: Math.min(Math.max(Number(confidence), 0), 100),
    text,
  };
}

function joinWords(words: readonly Row[]): string {
  return words.map((row, index) => separator(words[index - 1], row) + row.text).join('');
}

function separator(before: Row | undefined, row: Row): string {
  if (!before) return '';
  if (before.block !== row.block) return '\n\n';
  return before.line === row.line ? ' ' : '\n';
}

function toBox(row: Row, width: number, height: number): WordBox {
  const part = (value: number, whole: number): number =>
    Math.round((Math.min(Math.max(value, 0), whole) / whole) * 10_000) / 10_000;
  return {
    text: row.text,
    x: part(row.left, width),
    y: part(row.top, height),
    w: part(row.width, width),
    h: part(row.height, height),
  };
}
