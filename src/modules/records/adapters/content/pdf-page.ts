// SPDX-License-Identifier: EUPL-1.2
import { type PdfDocument, type PdfEngine, withMemory } from './pdfium.ts';
import { refuse } from './result.ts';

/** One page inside the engine; width and height in points (1/72 inch), after rotation. */
export type PdfPage = { engine: PdfEngine; handle: number; width: number; height: number };

/** A drawn page: RGBA, row by row. */
export type Drawing = { pixels: Buffer; width: number; height: number };

const ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const BGRA = 4;
const WHITE = 0xffffffff;
const TEXT_OBJECT = 1;
const MAX_OBJECTS_LOOKED_AT = 200;

/**
 * Opens a page for the time of `use`; filled form fields and notes are made part of it, so that they are read and drawn alike.
 * Undefined for a page that cannot be opened: the others of a damaged file are still worth reading.
 */
export async function withPage<T>(
  document: PdfDocument,
  index: number,
  use: (page: PdfPage) => T | Promise<T>,
): Promise<T | undefined> {
  const { engine } = document;
  flatten(document, index);
  const handle = engine.calls.FPDF_LoadPage(document.handle, index);
  if (handle === 0) return undefined;
  const width = engine.calls.FPDF_GetPageWidthF(handle);
  const height = engine.calls.FPDF_GetPageHeightF(handle);
  const value = await use({ engine, handle, width, height });
  engine.calls.FPDF_ClosePage(handle);
  return value;
}

/** The text of a page in the engine's reading order; words it knows to be divided at a line end are joined. */
export async function readPageText(page: PdfPage): Promise<string> {
  const { calls, memory } = page.engine;
  const text = calls.FPDFText_LoadPage(page.handle);
  if (text === 0) return '';
  const count = calls.FPDFText_CountChars(text);
  const raw = await withMemory(page.engine, (Math.max(0, count) + 1) * 2, (at) => {
    const written = calls.FPDFText_GetText(text, 0, count, at);
    return memory().toString('utf16le', at, at + Math.max(0, written - 1) * 2);
  });
  calls.FPDFText_ClosePage(text);
  return raw.replaceAll('\ufffe\r\n', '').replaceAll('\ufffe', '');
}

/** Whether a page shows something that is not text: a picture, a shading, letters drawn as paths. */
export function showsMoreThanText(page: PdfPage): boolean {
  const { calls } = page.engine;
  const objects = Math.min(calls.FPDFPage_CountObjects(page.handle), MAX_OBJECTS_LOOKED_AT);
  for (let index = 0; index < objects; index += 1) {
    if (calls.FPDFPageObj_GetType(calls.FPDFPage_GetObject(page.handle, index)) !== TEXT_OBJECT) return true;
  }
  return false;
}

/** Draws a page on white in the given size in pixels. */
export async function drawPage(page: PdfPage, width: number, height: number): Promise<Drawing> {
  const { calls, memory } = page.engine;
  const bytes = width * height * 4;
  return withMemory(page.engine, bytes, (at) => {
    const bitmap = calls.FPDFBitmap_CreateEx(width, height, BGRA, at, width * 4);
    if (bitmap === 0) return refuse('too-large', 'pdf: bitmap');
    calls.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    calls.FPDF_RenderPageBitmap(bitmap, page.handle, 0, 0, width, height, 0, ANNOTATIONS | REVERSE_BYTE_ORDER);
    calls.FPDFBitmap_Destroy(bitmap);
    return { pixels: Buffer.from(memory().subarray(at, at + bytes)), width, height };
  });
}

// A citizen's answers in a form are annotations; without this they would neither be found nor seen (ISO 32000-1, 12.5.6.19).
function flatten(document: PdfDocument, index: number): void {
  const { calls } = document.engine;
  const handle = calls.FPDF_LoadPage(document.handle, index);
  if (handle === 0) return;
  calls.FPDFPage_Flatten(handle, 0);
  calls.FPDF_ClosePage(handle);
}
