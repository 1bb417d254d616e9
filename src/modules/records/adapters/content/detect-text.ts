// SPDX-License-Identifier: EUPL-1.2
import type { MediaTypeName } from './media-types.ts';

const HTML_STARTS = [
  'html',
  'head',
  'body',
  'script',
  'style',
  'title',
  'iframe',
  'table',
  'div',
  'font',
  'meta',
  'link',
  'h1',
  'br',
  'p',
  'a',
  'b',
];
const MAIL_HEADERS = new Set([
  'from',
  'to',
  'subject',
  'date',
  'received',
  'return-path',
  'message-id',
  'mime-version',
  'delivered-to',
  'content-type',
  'reply-to',
  'dkim-signature',
  'arc-seal',
  'x-mailer',
  'thread-topic',
]);

/** Names the kind of a text by its beginning; `name` only decides between plain text and CSV. */
export function detectTextType(text: string, name: string): MediaTypeName {
  const start = text.slice(0, 4096).trimStart();
  if (start.startsWith('{\\rtf')) return 'application/rtf';
  if (start.startsWith('<')) return markupType(start) ?? 'text/plain';
  if (start.startsWith('BEGIN:VCALENDAR')) return 'text/calendar';
  if (start.startsWith('BEGIN:VCARD')) return 'text/vcard';
  if (isJson(text, start)) return 'application/json';
  const mail = mailType(start);
  if (mail) return mail;
  return isCsv(start, name.toLowerCase()) ? 'text/csv' : 'text/plain';
}

/** Whether bytes that claim to be something else begin like a page a browser would run. */
export function looksLikeHtml(text: string): boolean {
  const lower = text.toLowerCase();
  return ['<!doctype html', '<html', '<script', '<svg', '<iframe'].some((mark) => lower.includes(mark));
}

/** Whether a text declares entities or an external document type: the door of XXE and "billion laughs". */
export function declaresEntities(text: string): boolean {
  const at = text.indexOf('<!DOCTYPE');
  if (at < 0) return false;
  const declaration = text.slice(at, at + 2000);
  return declaration.includes('<!ENTITY') || declaration.slice(0, 500).includes('SYSTEM');
}

function markupType(start: string): MediaTypeName | undefined {
  const root = rootElement(start);
  if (root === undefined) return undefined;
  if (root === 'svg' || root.endsWith(':svg')) return 'image/svg+xml';
  if (root === '!doctype html' || HTML_STARTS.includes(root)) return 'text/html';
  return start.startsWith('<?xml') || start.includes('xmlns') || start.includes('</') ? 'application/xml' : undefined;
}

// Skips the declaration, comments and the document type, by index and not by pattern, so that no input makes it slow.
function rootElement(start: string): string | undefined {
  let at = 0;
  for (let step = 0; step < 20; step += 1) {
    at = start.indexOf('<', at);
    if (at < 0) return undefined;
    const rest = start.slice(at + 1, at + 80).toLowerCase();
    if (rest.startsWith('!doctype html')) return '!doctype html';
    const end = endOfProlog(start, at, rest);
    if (end === undefined) return /^[a-z_][a-z0-9_.:-]*/.exec(rest)?.[0];
    if (end < 0) return undefined;
    at = end;
  }
  return undefined;
}

function endOfProlog(start: string, at: number, rest: string): number | undefined {
  if (rest.startsWith('!--')) return start.indexOf('-->', at);
  if (rest.startsWith('?')) return start.indexOf('?>', at);
  if (!rest.startsWith('!')) return undefined;
  const subset = start.indexOf('[', at);
  const close = start.indexOf('>', at);
  return subset >= 0 && subset < close ? start.indexOf(']', subset) : close;
}

function isJson(text: string, start: string): boolean {
  if (!start.startsWith('{') && !start.startsWith('[')) return false;
  if (text.length < 4096) return parses(text);
  const next = start.slice(1, 200).trimStart()[0];
  return next !== undefined && (start.startsWith('{') ? next === '"' : '{["-0123456789tfn'.includes(next));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// RFC 5322, 2.2: header lines "Name: value"; two well-known names among the first lines make a message.
function mailType(start: string): MediaTypeName | undefined {
  let known = 0;
  const lines = start.split('\n', 40);
  const mbox = start.startsWith('From ');
  for (const line of mbox ? lines.slice(1) : lines) {
    if (line.startsWith(' ') || line.startsWith('\t')) continue;
    const colon = line.indexOf(':');
    if (colon < 1 || colon > 76 || !/^[!-9;-~]+$/.test(line.slice(0, colon))) break;
    if (MAIL_HEADERS.has(line.slice(0, colon).toLowerCase())) known += 1;
  }
  if (known < 2) return undefined;
  return mbox ? 'application/mbox' : 'message/rfc822';
}

function isCsv(start: string, name: string): boolean {
  const lines = start
    .split('\n', 12)
    .slice(0, -1)
    .filter((line) => line.trim() !== '');
  const named = name.endsWith('.csv') || name.endsWith('.tsv');
  if (named) return true;
  if (lines.length < 3) return false;
  return [';', '\t'].some((mark) => {
    const counts = lines.map((line) => line.split(mark).length);
    return counts[0] !== undefined && counts[0] > 1 && counts.every((count) => count === counts[0]);
  });
}
