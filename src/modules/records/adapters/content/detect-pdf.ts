// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from './byte-source.ts';
import type { Hazard } from './hazards.ts';

/** What a PDF says of itself without being opened. */
export type PdfLook = { profile?: string; hazards: Hazard[] };

const CHUNK = 256 * 1024;
const OVERLAP = 1024;
const SCANNED = 32 * 1024 * 1024;
// PDF Reference 1.7, appendix H note 13: readers accept a header within the first 1024 bytes; that is where polyglots hide.
const HEADER_WINDOW = 1024;

const NAMES: ReadonlyArray<readonly [string, Hazard]> = [
  ['/JavaScript', 'active-content'],
  ['/Launch', 'active-content'],
  ['/RichMedia', 'active-content'],
  ['/EmbeddedFile', 'embedded-files'],
  ['/Encrypt', 'encrypted'],
];

/** Offset of the PDF header within the window readers accept, or -1. */
export function findPdfHeader(head: Buffer): number {
  return head.subarray(0, HEADER_WINDOW).indexOf('%PDF-');
}

/** Scans the plain parts of a PDF: PDF/A claim in the XMP packet (never compressed there), active content, junk at either end. */
export async function lookAtPdf(source: ByteSource, headerAt: number): Promise<PdfLook> {
  const hazards = new Set<Hazard>();
  let profile: string | undefined;
  for (let at = 0; at < Math.min(source.size, SCANNED); at += CHUNK) {
    const chunk = await source.read(at, CHUNK + OVERLAP);
    profile ??= pdfaProfile(chunk);
    for (const [name, hazard] of NAMES) if (chunk.includes(name)) hazards.add(hazard);
  }
  if (headerAt > 0 && !isBlank(await source.read(0, headerAt))) hazards.add('leading-junk');
  if (await hasTrailingData(source)) hazards.add('trailing-data');
  return { hazards: [...hazards], ...(profile ? { profile } : {}) };
}

// ISO 19005, clause "Version identification": pdfaid:part and pdfaid:conformance, as attributes or as elements.
function pdfaProfile(chunk: Buffer): string | undefined {
  const at = chunk.indexOf('pdfaid:part');
  if (at < 0) return undefined;
  const near = chunk.toString('latin1', Math.max(0, at - 600), at + 600);
  const part = /pdfaid:part(?:>|=["'])([1-4])/.exec(near)?.[1];
  const conformance = /pdfaid:conformance(?:>|=["'])([ABUEF])/i.exec(near)?.[1] ?? '';
  return part ? `PDF/A-${part}${conformance.toLowerCase()}` : undefined;
}

async function hasTrailingData(source: ByteSource): Promise<boolean> {
  const length = Math.min(source.size, 4096);
  const tail = await source.read(source.size - length, length);
  const end = tail.lastIndexOf('%%EOF');
  return end < 0 ? source.size > 4096 : !isBlank(tail.subarray(end + 5));
}

// A byte order mark and white space before or after a PDF come from careless gateways, not from attackers.
function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf);
}
