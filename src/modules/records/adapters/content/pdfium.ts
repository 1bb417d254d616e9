// SPDX-License-Identifier: EUPL-1.2
// PDFium as WebAssembly: it reads and draws PDFs inside a memory of its own, which is bounded here. Only workers load it.
// The package's own page objects leave pages open and draw with colour fringes, so the engine's C functions are called directly.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { WORKER_LIMITS } from './limits.ts';
import { refuse } from './result.ts';

/** The functions of PDFium's public headers (fpdfview.h, fpdf_text.h, fpdf_doc.h, fpdf_flatten.h) used here, all on plain numbers. */
type Functions = Record<
  | 'malloc'
  | 'free'
  | 'FPDF_LoadMemDocument'
  | 'FPDF_CloseDocument'
  | 'FPDF_GetLastError'
  | 'FPDF_GetPageCount'
  | 'FPDF_GetMetaText'
  | 'FPDF_LoadPage'
  | 'FPDF_ClosePage'
  | 'FPDF_GetPageWidthF'
  | 'FPDF_GetPageHeightF'
  | 'FPDF_PageToDevice'
  | 'FPDF_RenderPageBitmap'
  | 'FPDFPage_Flatten'
  | 'FPDFPage_CountObjects'
  | 'FPDFPage_GetObject'
  | 'FPDFPageObj_GetType'
  | 'FPDFBitmap_CreateEx'
  | 'FPDFBitmap_FillRect'
  | 'FPDFBitmap_Destroy'
  | 'FPDFText_LoadPage'
  | 'FPDFText_ClosePage'
  | 'FPDFText_CountChars'
  | 'FPDFText_GetText'
  | 'FPDFText_GetUnicode'
  | 'FPDFText_GetCharBox',
  (...values: number[]) => number
>;

/** The running engine: its functions and a view of its memory that must be asked for anew after every call. */
export type PdfEngine = { calls: Functions; memory(): Buffer };

/** An opened PDF inside the engine. */
export type PdfDocument = { engine: PdfEngine; handle: number; pageCount: number };

type Imports = Record<string, Record<string, unknown>>;
type Instance = { exports: { memory?: { buffer: ArrayBuffer } } };
type Wasm = { compile(bytes: Uint8Array): Promise<object>; Instance: new (module: object, imports: Imports) => Instance };

// TypeScript knows WebAssembly only together with the browser's types.
const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Wasm };
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

let loaded: Promise<PdfEngine> | undefined;
let exhausted = false;

/** Opens a PDF for the time of `use`; refuses as encrypted, damaged or too large. */
export async function withPdf<T>(bytes: Uint8Array, use: (document: PdfDocument) => T | Promise<T>): Promise<T> {
  loaded ??= loadEngine();
  const engine = await loaded;
  exhausted = false;
  try {
    return await withMemory(engine, bytes.length, async (at) => {
      engine.memory().set(bytes, at);
      const document = openDocument(engine, at, bytes.length);
      const value = await use(document);
      engine.calls.FPDF_CloseDocument(document.handle);
      return value;
    });
  } catch (error) {
    // After a trap or an early leave the engine's memory is in an unknown state: the next file gets a fresh engine.
    loaded = undefined;
    if (exhausted) return refuse('too-large', 'pdf: memory');
    throw error;
  }
}

/** Reads an entry (`Title`, `Author`, `CreationDate`) of the document information dictionary; empty when there is none. */
export async function readPdfInfo(document: PdfDocument, key: string): Promise<string> {
  const { engine, handle } = document;
  return withMemory(engine, 2048, (at) => {
    engine.memory().write(`${key}\0`, at, 'latin1');
    const length = Math.min(engine.calls.FPDF_GetMetaText(handle, at, at + 64, 1900), 1900);
    return engine.memory().toString('utf16le', at + 64, at + 64 + Math.max(0, length - 2));
  });
}

/** Lends a piece of the engine's memory; no memory is a refusal, not a null pointer. */
export async function withMemory<T>(engine: PdfEngine, bytes: number, use: (at: number) => T | Promise<T>): Promise<T> {
  const at = engine.calls.malloc(bytes);
  if (at === 0) return refuse('too-large', 'pdf: memory');
  const value = await use(at);
  engine.calls.free(at);
  return value;
}

function openDocument(engine: PdfEngine, at: number, length: number): PdfDocument {
  const handle = engine.calls.FPDF_LoadMemDocument(at, length, 0);
  if (handle === 0) {
    const code = engine.calls.FPDF_GetLastError();
    return refuse(code === PASSWORD_ERROR || code === SECURITY_ERROR ? 'encrypted' : 'damaged', `pdf: error ${code}`);
  }
  const pageCount = engine.calls.FPDF_GetPageCount(handle);
  return pageCount < 1 ? refuse('damaged', 'pdf: no pages') : { engine, handle, pageCount };
}

async function loadEngine(): Promise<PdfEngine> {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  const module = await wasm.compile(await readFile(path));
  const instantiateWasm = (imports: Imports, ready: (instance: Instance) => void): object => {
    const instance = new wasm.Instance(module, withBoundedMemory(imports));
    ready(instance);
    return instance.exports;
  };
  const library = await PDFiumLibrary.init({ instantiateWasm } as unknown as { wasmUrl: string });
  const inner = (library as unknown as { module: { wasmExports: Functions; HEAPU8: Uint8Array } }).module;
  return { calls: inner.wasmExports, memory: () => Buffer.from(inner.HEAPU8.buffer) };
}

// The engine asks its host for memory; the host says no in time, instead of the machine when it is too late.
function withBoundedMemory(imports: Imports): Imports {
  const grow = imports['env']?.['emscripten_resize_heap'] as (bytes: number) => boolean;
  const bounded = (wanted: number): boolean => {
    if (wanted >>> 0 <= WORKER_LIMITS.wasmBytes) return grow(wanted);
    exhausted = true;
    return false;
  };
  return { ...imports, env: { ...imports['env'], emscripten_resize_heap: bounded } };
}
