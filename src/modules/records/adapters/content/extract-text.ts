// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { type ByteSource, withFileSource } from './byte-source.ts';
import { extractDocx } from './extract-docx.ts';
import { extractHtml } from './extract-html.ts';
import { extractMail, extractOutlook } from './extract-mail.ts';
import { extractOdf } from './extract-odf.ts';
import { extractPdf } from './extract-pdf.ts';
import { extractPlain } from './extract-plain.ts';
import { extractPptx } from './extract-pptx.ts';
import { extractRtf } from './extract-rtf.ts';
import { extractXlsx } from './extract-xlsx.ts';
import { type ExtractedText, finishText, type RawText } from './extracted-text.ts';
import { INPUT_LIMITS } from './limits.ts';
import { findMediaType } from './media-types.ts';
import { refuse } from './result.ts';

/** How a format is read: from its bytes (bounded by `limit`), or by looking into its container. */
type Reader =
  | { limit: number; bytes: (bytes: Buffer) => RawText | Promise<RawText> }
  | { limit: number; container: (source: ByteSource) => Promise<RawText> };

const plain: Reader = { limit: INPUT_LIMITS.text, bytes: extractPlain };
const odf: Reader = { limit: INPUT_LIMITS.container, container: extractOdf };

const READERS: Record<string, Reader> = {
  'application/pdf': { limit: INPUT_LIMITS.pdf, bytes: extractPdf },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    limit: INPUT_LIMITS.container,
    container: extractDocx,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { limit: INPUT_LIMITS.container, container: extractXlsx },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    limit: INPUT_LIMITS.container,
    container: extractPptx,
  },
  'application/vnd.oasis.opendocument.text': odf,
  'application/vnd.oasis.opendocument.spreadsheet': odf,
  'application/vnd.oasis.opendocument.presentation': odf,
  'message/rfc822': { limit: INPUT_LIMITS.mail, bytes: extractMail },
  'application/vnd.ms-outlook': { limit: INPUT_LIMITS.mail, bytes: extractOutlook },
  'text/html': { limit: INPUT_LIMITS.markup, bytes: extractHtml },
  'application/rtf': { limit: INPUT_LIMITS.text, bytes: extractRtf },
  'text/plain': plain,
  'text/csv': plain,
  'text/calendar': plain,
  'text/vcard': plain,
  'application/xml': plain,
  'application/json': plain,
  'image/svg+xml': plain,
};

/** Whether text can be got from that media type without OCR. */
export function isReadable(mediaType: string): boolean {
  return Object.hasOwn(READERS, mediaType);
}

/** Extracts the text of a file by its detected media type; images come back empty and wait for OCR. Runs inside a worker. */
export async function extractText(path: string, mediaType: string): Promise<ExtractedText> {
  if (findMediaType(mediaType)?.kind === 'image') return finishText({ pages: [''], ocrPages: [1] });
  if (mediaType === 'application/x-office-encrypted') return refuse('encrypted', 'office: encrypted package');
  const reader = Object.hasOwn(READERS, mediaType) ? READERS[mediaType] : undefined;
  if (!reader) return refuse('unsupported', 'no reader for this media type');
  return withFileSource(path, async (source) => {
    if (source.size > reader.limit) return refuse('too-large', 'file');
    if ('container' in reader) return finishText(await reader.container(source));
    return finishText(await reader.bytes(await readFile(path)));
  });
}
