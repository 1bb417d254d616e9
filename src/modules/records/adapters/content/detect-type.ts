// SPDX-License-Identifier: EUPL-1.2
import { bufferSource, type ByteSource } from './byte-source.ts';
import { detectCfb } from './detect-cfb.ts';
import { findPdfHeader, lookAtPdf } from './detect-pdf.ts';
import { declaresEntities, detectTextType, looksLikeHtml } from './detect-text.ts';
import { detectZip } from './detect-zip.ts';
import { findZipEnd } from './guarded-zip.ts';
import type { Hazard } from './hazards.ts';
import { matchMagic } from './magic-table.ts';
import { type ContentKind, type MediaTypeName, mediaType } from './media-types.ts';
import { nameHazards, typeHazards } from './name-hazards.ts';
import { decodeText, detectEncoding, type TextEncoding } from './text-encoding.ts';

/** What a file is by its bytes, what to call it, and what to beware of; `profile` names a PDF/A claim. */
export type Detected = {
  mediaType: MediaTypeName;
  label: string;
  kind: ContentKind;
  hazards: Hazard[];
  encoding?: TextEncoding;
  profile?: string;
};

/** What the sender says about the file; believed for nothing but the comparison. */
export type Claim = { name?: string; mediaType?: string };

type Found = { mediaType: MediaTypeName; hazards: Hazard[]; encoding?: TextEncoding; profile?: string };

const HEAD = 8192;

/** Names a file by its content alone: first and last kilobytes, container directories, text sniffing. Never unpacks, never renders. */
export async function detectType(input: ByteSource | Uint8Array, claim: Claim = {}): Promise<Detected> {
  const source = input instanceof Uint8Array ? bufferSource(input) : input;
  const found = await look(source, claim.name ?? '');
  const known = mediaType(found.mediaType);
  const claimed = [...nameHazards(claim.name ?? '', found.mediaType), ...typeHazards(claim.mediaType ?? '', found.mediaType)];
  return {
    ...found,
    label: found.profile ?? known.label,
    kind: known.kind,
    hazards: [...new Set([...found.hazards, ...claimed])],
  };
}

async function look(source: ByteSource, name: string): Promise<Found> {
  if (source.size === 0) return { mediaType: 'application/x-empty', hazards: [] };
  const head = await source.read(0, HEAD);
  const magic = matchMagic(head);
  const pdfAt = findPdfHeader(head);
  if (pdfAt >= 0 && magic === undefined) return lookAsPdf(source, head, pdfAt);
  if (magic === undefined) return lookAsText(head, name);
  const found = await lookInside(source, magic);
  if (pdfAt >= 0) found.hazards.push('polyglot-pdf');
  return found;
}

async function lookAsPdf(source: ByteSource, head: Buffer, headerAt: number): Promise<Found> {
  const { hazards, profile } = await lookAtPdf(source, headerAt);
  if (await findZipEnd(source)) hazards.push('polyglot-zip');
  // Before the header a page needs only one tag; after it, only a tag outside any object would run, so 1 kB is looked at.
  if (looksLikeHtml(head.toString('latin1', 0, Math.max(headerAt, 1024)))) hazards.push('polyglot-html');
  return { mediaType: 'application/pdf', hazards, ...(profile ? { profile } : {}) };
}

async function lookInside(source: ByteSource, magic: MediaTypeName): Promise<Found> {
  if (magic === 'application/zip') return detectZip(source);
  if (magic === 'application/x-cfb') return detectCfb(source);
  const hazards: Hazard[] = [];
  if (magic === 'application/x-executable') hazards.push('executable');
  if (await findZipEnd(source)) hazards.push('polyglot-zip');
  if (mediaType(magic).kind === 'image') {
    const ends = [await source.read(0, 4096), await source.read(Math.max(0, source.size - 4096), 4096)];
    if (ends.some((bytes) => looksLikeHtml(bytes.toString('latin1')))) hazards.push('polyglot-html');
  }
  return { mediaType: magic, hazards };
}

function lookAsText(head: Buffer, name: string): Found {
  const encoding = detectEncoding(head);
  if (encoding === undefined) return { mediaType: 'application/octet-stream', hazards: [] };
  const text = decodeText(head, encoding);
  const type = detectTextType(text, name);
  const hazards: Hazard[] = [];
  if (type === 'image/svg+xml' || type === 'text/html') hazards.push('active-content');
  if (declaresEntities(text)) hazards.push('external-entity');
  return { mediaType: type, hazards, encoding };
}
