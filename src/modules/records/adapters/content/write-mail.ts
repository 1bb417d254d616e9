// SPDX-License-Identifier: EUPL-1.2
import type { MailAddress, MailMessage, MailPart } from './mail-message.ts';

/** Writes a message as an e-mail (RFC 5322, MIME): how a message inside an Outlook message becomes a file that every program opens. The same message gives the same bytes. */
export function writeMail(message: MailMessage, parts: readonly MailPart[]): Buffer {
  const boundary = `=_${message.contentHash.slice(0, 32)}`;
  const head = [
    ['From', addresses(message.from)],
    ['To', addresses(message.to)],
    ['Cc', addresses(message.cc)],
    ['Subject', encoded(message.subject)],
    ['Date', message.date === undefined ? '' : new Date(message.date).toUTCString().replace('GMT', '+0000')],
    ['Message-ID', message.messageId === undefined ? '' : `<${message.messageId}>`],
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/mixed; boundary="${boundary}"`],
  ].flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  const body = part(boundary, 'Content-Type: text/plain; charset=utf-8', Buffer.from(message.text));
  const attached = parts.map((one) => part(boundary, headOf(one), one.bytes));
  return Buffer.from([...head, '', body, ...attached, `--${boundary}--`, ''].join('\r\n'));
}

function part(boundary: string, head: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return [`--${boundary}`, head, 'Content-Transfer-Encoding: base64', '', ...lines].join('\r\n');
}

// A message inside is carried as a file: base64 is not allowed for message/rfc822 itself (RFC 2046, 5.2.1).
function headOf({ name, mediaType, inline }: MailPart): string {
  const type = mediaType === 'message/rfc822' || !/^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? 'application/octet-stream' : mediaType;
  const file = encoded(name);
  return `Content-Type: ${type}; name="${file}"\r\nContent-Disposition: ${inline ? 'inline' : 'attachment'}; filename="${file}"`;
}

function addresses(list: readonly MailAddress[]): string {
  return list
    .map(({ name, address }) => (name === '' ? address : `${encoded(name)} <${address.replace(/[^!-;=?-~]/g, '')}>`))
    .join(',\r\n ');
}

// RFC 2047 in pieces that end between characters; 45 bytes become 60 letters, and a line stays below 78.
function encoded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !/[",<>=?\\]/.test(text)) return text;
  const words: string[] = [];
  let piece = '';
  for (const letter of text) {
    if (Buffer.byteLength(piece + letter) > 36) {
      words.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...words, piece].map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
