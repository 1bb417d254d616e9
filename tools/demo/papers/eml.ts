// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { PaperFile } from './letter.ts';

/** A message before it becomes a file. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly at: Date;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[];
}

/** Writes a message (RFC 5322, MIME) as mail programs save it, attachments included. */
export function mailAsEml(mail: Mail): PaperFile {
  const key = createHash('sha256')
    .update(JSON.stringify([mail.from.address, mail.at, mail.subject, mail.text]))
    .digest('hex');
  const mixed = mail.attachments.length > 0;
  const boundary = `=_${key.slice(0, 24)}`;
  const body = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    wrapped(Buffer.from(mail.text)),
  ];
  const lines = [
    `From: ${address(mail.from)}`,
    `To: ${address(mail.to)}`,
    `Subject: ${encoded(mail.subject)}`,
    `Date: ${mail.at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${key.slice(0, 32)}@${mail.from.address.split('@')[1]}>`,
    'MIME-Version: 1.0',
    ...(mixed
      ? [
          `Content-Type: multipart/mixed; boundary="${boundary}"`,
          '',
          `--${boundary}`,
          ...body,
          ...mail.attachments.flatMap((attachment) => [`--${boundary}`, ...attached(attachment)]),
          `--${boundary}--`,
        ]
      : body),
    '',
  ];
  return { bytes: Buffer.from(lines.join('\r\n')), mediaType: 'message/rfc822', pages: [asRead(mail)] };
}

function attached({ name, mediaType, bytes }: Mail['attachments'][number]): string[] {
  return [
    `Content-Type: ${mediaType}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}`,
    '',
    wrapped(bytes),
  ];
}

function asRead({ from, to, at, subject, text, attachments }: Mail): string {
  const names = attachments.map(({ name }) => name).join(', ');
  const rows = [
    `Von: ${from.name} <${from.address}>`,
    `An: ${to.name} <${to.address}>`,
    `Datum: ${at.toISOString()}`,
    `Betreff: ${subject}`,
    ...(names === '' ? [] : [`Anlagen: ${names}`]),
  ];
  return `${rows.join('\n')}\n\n${text}`;
}

function address({ name, address: mailbox }: Mail['from']): string {
  return `${encoded(name)} <${mailbox}>`;
}

/** Encoded words (RFC 2047) of at most 75 characters, never through the middle of a letter. */
function encoded(text: string): string {
  if (/^[\w .,;:/()#&+-]*$/.test(text)) return text;
  const words: string[] = [];
  let part = '';
  for (const letter of text) {
    if (Buffer.byteLength(part + letter) > 42) {
      words.push(part);
      part = '';
    }
    part += letter;
  }
  return [...words, part].map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

function wrapped(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{76}(?=.)/g, '$&\r\n');
}
