// SPDX-License-Identifier: EUPL-1.2
import { Unreadable } from './unreadable.ts';

const declared = /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;
/** What senders really use; anything else could smuggle markup past a filter that reads another encoding (UTF-7). */
const accepted: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
};

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return undefined;
}

function byDeclaration(bytes: Uint8Array): string {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 300));
  const name = declared.exec(start)?.[1]?.toLowerCase();
  if (name === undefined) return 'utf-8';
  const label = accepted[name];
  if (label === undefined) throw new Unreadable('encoding', name);
  return label;
}

/** The text of the bytes of an XML document: by byte order mark, else by its declaration, else UTF-8. Throws `Unreadable`. */
export function decode(bytes: Uint8Array): string {
  const label = byMark(bytes) ?? byDeclaration(bytes);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Unreadable('bytes', label, { cause });
  }
}
