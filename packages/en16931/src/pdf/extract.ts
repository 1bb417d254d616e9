// SPDX-License-Identifier: EUPL-1.2
// ZUGFeRD and Factur-X: a PDF/A-3 that carries the invoice as an embedded file (ISO 32000-1, 7.11; ISO 19005-3, 6.8).
import { catalogOf, entryOf, openPdf, type PdfFile, resolve, streamOf } from './file.ts';
import { isDictionary, nameOf, type PdfDictionary, type PdfValue } from './syntax.ts';

/** A file inside a PDF. The name is metadata and never a path to write to. */
export interface Embedded {
  readonly name: string;
  readonly description: string;
  readonly mediaType: string;
  /** How it relates to the page, such as `Alternative`, `Data`, `Source`, `Supplement`; empty if not said. */
  readonly relationship: string;
  /** Whether the document itself points at it as associated file. */
  readonly associated: boolean;
  readonly data: Uint8Array;
}

/** What the PDF's metadata says about the invoice. */
export interface InvoiceMetadata {
  readonly fileName: string;
  readonly version: string;
  readonly conformanceLevel: string;
  readonly documentType: string;
}

/** Things about the PDF that a person should know. */
export type PdfRemark =
  | 'several-invoices'
  | 'unusual-name'
  | 'no-metadata'
  | 'name-differs-from-metadata'
  | 'no-relationship'
  | 'active-content';

/** Everything of interest in a PDF. */
export interface Extracted {
  readonly files: readonly Embedded[];
  /** The file taken for the invoice, if there is one. */
  readonly invoice: Embedded | undefined;
  /** XMP metadata as text; empty if there is none. */
  readonly xmp: string;
  readonly metadata: InvoiceMetadata | undefined;
  readonly remarks: readonly PdfRemark[];
}

const invoiceNames = /^(?:factur-x|zugferd-invoice|xrechnung)\.xml$/i;
const deepestTree = 20;
const mostFiles = 500;

/** Whether bytes begin like a PDF. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

function decodeText(value: PdfValue): string {
  if (typeof value !== 'string') return '';
  const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0) & 0xff);
  if (value.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (value.startsWith('\xef\xbb\xbf')) return new TextDecoder('utf-8').decode(bytes.subarray(3));
  return new TextDecoder('windows-1252').decode(bytes);
}

interface Collecting {
  readonly file: PdfFile;
  readonly seen: Map<PdfDictionary, Embedded>;
}

function collect(collecting: Collecting, value: PdfValue, associated: boolean): void {
  const { file, seen } = collecting;
  const specification = resolve(file, value);
  if (!isDictionary(specification) || seen.size >= mostFiles) return;
  const holder = entryOf(file, specification, 'EF');
  const stream = resolve(file, isDictionary(holder) ? (holder.entries.get('F') ?? holder.entries.get('UF')) : undefined);
  if (!isDictionary(stream)) return;
  const known = seen.get(stream);
  if (known !== undefined) {
    if (associated && !known.associated) seen.set(stream, { ...known, associated });
    return;
  }
  const data = streamOf(file, stream);
  if (data === undefined) return;
  seen.set(stream, {
    name: decodeText(entryOf(file, specification, 'UF')) || decodeText(entryOf(file, specification, 'F')),
    description: decodeText(entryOf(file, specification, 'Desc')),
    mediaType: nameOf(entryOf(file, stream, 'Subtype')),
    relationship: nameOf(entryOf(file, specification, 'AFRelationship')),
    associated,
    data,
  });
}

function walkNames(collecting: Collecting, value: PdfValue, depth: number): void {
  const node = resolve(collecting.file, value);
  if (!isDictionary(node) || depth > deepestTree) return;
  const names = entryOf(collecting.file, node, 'Names');
  if (Array.isArray(names))
    for (let position = 1; position < names.length; position += 2) collect(collecting, names[position] ?? null, false);
  const kids = entryOf(collecting.file, node, 'Kids');
  if (Array.isArray(kids)) for (const kid of kids) walkNames(collecting, kid, depth + 1);
}

function embeddedFiles(file: PdfFile, catalog: PdfDictionary | undefined): Embedded[] {
  const collecting: Collecting = { file, seen: new Map() };
  walkNames(collecting, entryOf(file, entryOf(file, catalog, 'Names'), 'EmbeddedFiles'), 0);
  const associated = entryOf(file, catalog, 'AF');
  if (Array.isArray(associated)) for (const each of associated) collect(collecting, each, true);
  if (collecting.seen.size === 0) {
    for (const value of file.objects.values())
      if (isDictionary(value) && value.entries.has('EF')) collect(collecting, value, false);
  }
  return [...collecting.seen.values()];
}

function property(xmp: string, name: string): string {
  const found = new RegExp(`:${name}\\s*(?:=\\s*"([^"]{0,200})"|>([^<]{0,200})<)`).exec(xmp);
  return found?.[1] ?? found?.[2] ?? '';
}

function metadataOf(xmp: string): InvoiceMetadata | undefined {
  const level = property(xmp, 'ConformanceLevel');
  const fileName = property(xmp, 'DocumentFileName');
  if (level === '' && fileName === '') return undefined;
  return { fileName, version: property(xmp, 'Version'), conformanceLevel: level, documentType: property(xmp, 'DocumentType') };
}

function isXml({ name, mediaType }: Embedded): boolean {
  return /\.xml$/i.test(name) || /xml$/i.test(mediaType);
}

/** The associated file with a usual name, else any with a usual name, else the only XML, else the associated XML. */
function chooseInvoice(files: readonly Embedded[]): Embedded | undefined {
  const usual = files.filter((file) => invoiceNames.test(file.name));
  const xml = files.filter(isXml);
  return usual.find((file) => file.associated) ?? usual[0] ?? (xml.length === 1 ? xml[0] : xml.find((file) => file.associated));
}

function active(file: PdfFile): boolean {
  for (const value of file.objects.values()) {
    if (isDictionary(value) && ['JavaScript', 'Launch'].includes(nameOf(value.entries.get('S')))) return true;
  }
  return false;
}

function remarksOn(
  files: readonly Embedded[],
  invoice: Embedded | undefined,
  { file, metadata }: { file: PdfFile; metadata: InvoiceMetadata | undefined },
): PdfRemark[] {
  const remarks: PdfRemark[] = [];
  if (files.filter((each) => invoiceNames.test(each.name)).length > 1) remarks.push('several-invoices');
  if (invoice !== undefined && !invoiceNames.test(invoice.name)) remarks.push('unusual-name');
  if (invoice !== undefined && metadata === undefined) remarks.push('no-metadata');
  if (invoice !== undefined && metadata !== undefined && metadata.fileName !== '' && metadata.fileName !== invoice.name)
    remarks.push('name-differs-from-metadata');
  if (invoice !== undefined && invoice.relationship === '') remarks.push('no-relationship');
  if (active(file)) remarks.push('active-content');
  return remarks;
}

function xmpOf(file: PdfFile, catalog: PdfDictionary | undefined): string {
  const data = isDictionary(catalog) ? streamOf(file, catalog.entries.get('Metadata')) : undefined;
  return data === undefined ? '' : new TextDecoder('utf-8').decode(data);
}

/** Takes all embedded files and the metadata out of a PDF. Throws `Unreadable` for encrypted files and for what is no PDF. */
export function extractFromPdf(bytes: Uint8Array): Extracted {
  const file = openPdf(bytes);
  const catalog = catalogOf(file);
  const files = embeddedFiles(file, catalog);
  const invoice = chooseInvoice(files);
  const xmp = xmpOf(file, catalog);
  const metadata = metadataOf(xmp);
  return { files, invoice, xmp, metadata, remarks: remarksOn(files, invoice, { file, metadata }) };
}
