// SPDX-License-Identifier: EUPL-1.2
import { paginate } from './clean-text.ts';
import type { RawText } from './extracted-text.ts';
import { decodeText, detectEncoding } from './text-encoding.ts';

/** Text of plain text, CSV, JSON, XML, SVG source: decoded and cut into pages, never interpreted. */
export function extractPlain(bytes: Buffer): RawText {
  return { pages: paginate(decodeText(bytes, detectEncoding(bytes) ?? 'windows-1252')) };
}
