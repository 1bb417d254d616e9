// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from './clean-text.ts';
import { inspectImage, openImage } from './image-engine.ts';
import type { WordBox } from './pdf-words.ts';
import { loadTesseract, type Tesseract } from './tesseract.ts';

/** What was read from a picture, with its words' boxes; `confidence` is Tesseract's mean, 0 to 100. */
export type OcrText = { text: string; confidence: number; words: WordBox[] };

// A4 at 300 dpi; more pixels cost time and gain nothing.
const MAX_SIDE = 3_508;
const MIN_SKEW = 0.005;
const AUTOMATIC_LAYOUT = '3';
const WORD_LEVEL = '5';
const MAX_WORDS = 20_000;

/** Reads the text in a page image; slightly turned scans are straightened first. Runs inside a worker, without network. */
export async function readImageText(path: string): Promise<OcrText> {
  await inspectImage(path);
  const image = openImage(path, 0)
    .greyscale()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true });
  const { data, info } = await image.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true });
  const tesseract = await loadTesseract();
  tesseract.api.SetVariable('tessedit_pageseg_mode', AUTOMATIC_LAYOUT);
  show(tesseract, data);
  tesseract.api.Recognize(null);
  const found = {
    text: cleanText(tesseract.api.GetUTF8Text()),
    confidence: tesseract.api.MeanTextConf(),
    words: readWords(tesseract.api.GetTSVText(0), info),
  };
  tesseract.api.Clear();
  return found;
}

function show({ api, writeFile }: Tesseract, png: Buffer): void {
  writeFile('/input', png);
  api.SetImageFile(1, 0);
  api.FindLines();
  const skew = api.GetGradient();
  if (Math.abs(skew) >= MIN_SKEW) api.SetImageFile(1, skew);
}

// Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
function readWords(table: string, size: { width: number; height: number }): WordBox[] {
  const part = (value: string | undefined, whole: number): number => Math.round((Number(value) / whole) * 10_000) / 10_000;
  return table
    .split('\n', MAX_WORDS)
    .map((line) => line.split('\t'))
    .filter((cells) => cells[0] === WORD_LEVEL && (cells[11] ?? '').trim() !== '')
    .map((cells) => ({
      text: cells[11] ?? '',
      x: part(cells[6], size.width),
      y: part(cells[7], size.height),
      w: part(cells[8], size.width),
      h: part(cells[9], size.height),
    }));
}
