// SPDX-License-Identifier: EUPL-1.2
import { inspectImage, openImage } from './image-engine.ts';
import { type OcrText, parseTesseractTable } from './ocr-table.ts';
import { loadTesseract, type Tesseract } from './tesseract.ts';

// A4 at 300 dpi; more pixels cost time and gain nothing.
const MAX_SIDE = 3_508;
const MIN_SKEW = 0.005;
const AUTOMATIC_LAYOUT = '3';

/** Reads the text in a page image; slightly turned scans are straightened first. Runs inside a worker, without network. */
export async function readImageText(path: string): Promise<OcrText> {
  await inspectImage(path);
  const image = openImage(path, 0)
    .greyscale()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true });
  const png = await image.png({ compressionLevel: 1 }).toBuffer();
  const tesseract = await loadTesseract();
  tesseract.api.SetVariable('tessedit_pageseg_mode', AUTOMATIC_LAYOUT);
  show(tesseract, png);
  tesseract.api.Recognize(null);
  const found = parseTesseractTable(tesseract.api.GetTSVText(0));
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
