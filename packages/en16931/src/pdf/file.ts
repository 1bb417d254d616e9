// SPDX-License-Identifier: EUPL-1.2
// Objects of a PDF file, found by scanning: cross-reference tables of real invoices are too often damaged to be trusted.
import { Unreadable } from '../xml/unreadable.ts';
import { inflate } from './inflate.ts';
import { type Cursor, isDictionary, isReference, nameOf, type PdfDictionary, type PdfValue, parseValue } from './syntax.ts';

/** An opened file. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly objects: Map<number, PdfValue>;
  readonly trailers: PdfDictionary[];
}

const mostObjects = 500_000;
const inflateLimit = 60_000_000;

function toText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  return parts.join('');
}

/** A value, or what it refers to. */
export function resolve(file: PdfFile, value: PdfValue | undefined): PdfValue {
  let current: PdfValue = value ?? null;
  for (let steps = 0; isReference(current) && steps < 20; steps++) current = file.objects.get(current.reference) ?? null;
  return isReference(current) ? null : current;
}

/** The entry of a dictionary, resolved. */
export function entryOf(file: PdfFile, dictionary: PdfValue | undefined, key: string): PdfValue {
  return isDictionary(dictionary) ? resolve(file, dictionary.entries.get(key)) : null;
}

function streamEnd(file: PdfFile, dictionary: PdfDictionary, start: number): number {
  const length = resolve(file, dictionary.entries.get('Length'));
  if (typeof length === 'number' && length >= 0 && /^\s*endstream/.test(file.text.slice(start + length, start + length + 20)))
    return start + length;
  const found = file.text.indexOf('endstream', start);
  return found < 0 ? file.bytes.length : found;
}

/** The decoded bytes of a stream; other filters than FlateDecode are not needed for files and metadata. Throws `Unreadable`. */
export function streamOf(file: PdfFile, value: PdfValue | undefined): Uint8Array | undefined {
  const dictionary = resolve(file, value);
  if (!isDictionary(dictionary) || dictionary.stream === undefined) return undefined;
  const raw = file.bytes.subarray(dictionary.stream, streamEnd(file, dictionary, dictionary.stream));
  const filter = resolve(file, dictionary.entries.get('Filter'));
  const names = (Array.isArray(filter) ? filter : [filter])
    .map((each) => nameOf(resolve(file, each)))
    .filter((name) => name !== '');
  if (names.length === 0) return raw;
  if (names.length > 1 || (names[0] !== 'FlateDecode' && names[0] !== 'Fl')) throw new Unreadable('pdf', names.join(' '));
  return inflate(raw, inflateLimit);
}

const objectHead = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+$/;

function keep(file: PdfFile, id: number, value: PdfValue): void {
  file.objects.set(id, value);
  if (file.objects.size > mostObjects) throw new Unreadable('elements', String(mostObjects));
}

/** Where to look on after a value: behind its stream, if the length of that is known. */
function behind(value: PdfValue, at: number, size: number): number {
  if (!isDictionary(value) || value.stream === undefined) return at;
  const length = value.entries.get('Length');
  return typeof length === 'number' && length >= 0 ? Math.min(value.stream + length, size) : value.stream;
}

function scanObjects(file: PdfFile): void {
  const { text } = file;
  for (let at = text.indexOf('obj'); at >= 0; at = text.indexOf('obj', at)) {
    const head = objectHead.exec(text.slice(Math.max(0, at - 40), at));
    at += 3;
    if (head === null) continue;
    const cursor: Cursor = { text, at };
    const value = parseValue(cursor);
    keep(file, Number(head[1]), value);
    at = behind(value, at, text.length);
  }
}

function scanTrailers(file: PdfFile): void {
  for (let at = file.text.indexOf('trailer'); at >= 0; at = file.text.indexOf('trailer', at + 7)) {
    const value = parseValue({ text: file.text, at: at + 7 });
    if (isDictionary(value)) file.trailers.push(value);
  }
}

function scan(file: PdfFile): void {
  scanObjects(file);
  scanTrailers(file);
}

function unpackStreams(file: PdfFile): void {
  for (const value of [...file.objects.values()]) {
    if (!isDictionary(value)) continue;
    const type = nameOf(value.entries.get('Type'));
    if (type === 'XRef') file.trailers.push(value);
    if (type === 'ObjStm') unpack(file, value);
  }
}

function unpack(file: PdfFile, stream: PdfDictionary): void {
  const first = resolve(file, stream.entries.get('First'));
  const count = resolve(file, stream.entries.get('N'));
  const data = streamOf(file, stream);
  if (typeof first !== 'number' || typeof count !== 'number' || data === undefined) return;
  const text = toText(data);
  const numbers = (text.slice(0, first).match(/\d+/g) ?? []).map(Number);
  for (let index = 0; index < count && index * 2 + 1 < numbers.length; index++) {
    const id = numbers[index * 2] ?? 0;
    const known = file.objects.get(id);
    if (known === undefined) file.objects.set(id, parseValue({ text, at: first + (numbers[index * 2 + 1] ?? 0) }));
  }
}

/** Opens a file by scanning it. Throws `Unreadable` for encrypted files and for what is no PDF. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const file: PdfFile = { bytes, text: toText(bytes), objects: new Map(), trailers: [] };
  if (!file.text.slice(0, 1024).includes('%PDF-')) throw new Unreadable('pdf', 'no %PDF header');
  scan(file);
  if (file.trailers.some((trailer) => trailer.entries.has('Encrypt'))) throw new Unreadable('pdf', 'encrypted');
  unpackStreams(file);
  if (file.trailers.some((trailer) => trailer.entries.has('Encrypt'))) throw new Unreadable('pdf', 'encrypted');
  return file;
}

/** The document catalogue: what the last trailer names as root, else any dictionary of that type. */
export function catalogOf(file: PdfFile): PdfDictionary | undefined {
  for (const trailer of [...file.trailers].reverse()) {
    const root = entryOf(file, trailer, 'Root');
    if (isDictionary(root)) return root;
  }
  const any = [...file.objects.values()].filter(
    (value) => isDictionary(value) && nameOf(value.entries.get('Type')) === 'Catalog',
  );
  return any.at(-1) as PdfDictionary | undefined;
}
