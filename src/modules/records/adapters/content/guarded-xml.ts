// SPDX-License-Identifier: EUPL-1.2
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { XML_LIMITS } from './limits.ts';
import { refuse } from './result.ts';

/** What a reader of XML wants to hear; names carry their usual prefix (`w:p`), attributes likewise. */
export type XmlListener = {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
};

const CHUNK = 64 * 1024;

/** Walks through the XML of an Office container: no document type at all (so no entity, no XXE), bounded depth, width and text. */
export function readXml(bytes: Buffer, listener: XmlListener): void {
  let depth = 0;
  let length = 0;
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => refuse('hostile', 'xml: document type'));
  parser.on('error', () => refuse('damaged', 'xml: not well-formed'));
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > XML_LIMITS.depth) refuse('hostile', 'xml: depth');
    if (tag.name.length > XML_LIMITS.nameLength) refuse('hostile', 'xml: name');
    listener.open(tag.name, boundedAttributes(tag.attributes as Record<string, string>));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close(tag.name);
  });
  parser.on('text', (text) => {
    length += text.length;
    if (length > XML_LIMITS.textLength) refuse('too-large', 'xml: text');
    listener.text(text);
  });
  feed(parser, bytes);
}

function feed(parser: SaxesParser, bytes: Buffer): void {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decodeChunk(decoder, bytes.subarray(at, at + CHUNK)));
  }
  parser.close();
}

function decodeChunk(decoder: TextDecoder, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    return refuse('damaged', 'xml: encoding');
  }
}

// Office formats allow UTF-8 and UTF-16 only; UTF-7 and the like are ways round filters and are not decoded.
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function boundedAttributes(attributes: Record<string, string>): Record<string, string> {
  if (Object.keys(attributes).length > XML_LIMITS.attributes) refuse('hostile', 'xml: attributes');
  return attributes;
}
