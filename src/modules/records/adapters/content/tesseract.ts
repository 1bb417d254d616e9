// SPDX-License-Identifier: EUPL-1.2
// Tesseract as WebAssembly with the German model, both from npm and never downloaded. The engine is driven directly: the package's
// own driver starts threads, and a thread escapes Node's permission model.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { refuse } from './result.ts';

/** Tesseract's own interface (baseapi.h), as far as it is used. */
export type TesseractApi = {
  Init(path: null, language: string, mode: number): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(exif: number, angle: number): number;
  FindLines(): number;
  GetGradient(): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
};

/** The running engine and a way to put a file into its own small file system. */
export type Tesseract = { api: TesseractApi; writeFile(path: string, bytes: Uint8Array): void };

type Core = { TessBaseAPI: new () => TesseractApi; FS: { writeFile(path: string, bytes: Uint8Array): void } };

const LANGUAGE = 'deu';
const LSTM_ONLY = 1;

let loaded: Promise<Tesseract> | undefined;

/** Starts the engine once per process; refuses as unsupported when the model is not installed. */
export function loadTesseract(): Promise<Tesseract> {
  loaded ??= start();
  return loaded;
}

async function start(): Promise<Tesseract> {
  const require = createRequire(import.meta.url);
  // The core belongs to tesseract.js, wherever npm has put it.
  const coreRequire = createRequire(require.resolve('tesseract.js'));
  const createCore = coreRequire('tesseract.js-core/tesseract-core-simd-lstm') as () => Promise<Core>;
  const folder = dirname(require.resolve(`@tesseract.js-data/${LANGUAGE}/package.json`));
  const model = gunzipSync(await readFile(join(folder, '4.0.0_best_int', `${LANGUAGE}.traineddata.gz`)));
  const core = await createCore();
  const writeFile = (path: string, bytes: Uint8Array): void => core.FS.writeFile(path, bytes);
  writeFile(`${LANGUAGE}.traineddata`, model);
  const api = new core.TessBaseAPI();
  if (api.Init(null, LANGUAGE, LSTM_ONLY) !== 0) return refuse('unsupported', 'ocr: model');
  return { api, writeFile };
}
