// SPDX-License-Identifier: EUPL-1.2
// [MS-OXMSG]: an Outlook message (.msg) is a compound file of properties, recipients and attachments.
import { createHash } from 'node:crypto';
import { openCompoundFile, type Storage } from './compound-file.ts';
import { unpackRtf } from './compressed-rtf.ts';
import { rtfText } from './extract-rtf.ts';
import { MAIL_LIMITS } from './limits.ts';
import {
  bodyText,
  composeMessage,
  type Head,
  headerText,
  idsIn,
  type MailAddress,
  type MailMessage,
  type MailPart,
} from './mail-message.ts';
import { decoderOf, type Properties, propertiesOf } from './outlook-properties.ts';
import { refuse } from './result.ts';
import { writeMail } from './write-mail.ts';

const ID = {
  subject: 0x0037,
  submitted: 0x0039,
  delivered: 0x0e06,
  headers: 0x007d,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  senderSmtp: 0x5d01,
  recipientType: 0x0c15,
  name: 0x3001,
  address: 0x3003,
  smtp: 0x39fe,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  codepage: 0x3fde,
  data: 0x3701,
  fileName: 0x3704,
  method: 0x3705,
  longFileName: 0x3707,
  mediaType: 0x370e,
  contentId: 0x3712,
} as const;

type Opened = { message: MailMessage; parts: MailPart[] };

/** Takes an Outlook message apart into the same pieces as an e-mail; a message inside it becomes an e-mail (.eml) of its own. */
export function parseOutlook(bytes: Buffer): Opened {
  return readMessage(openCompoundFile(bytes), { headerBytes: 32, depth: 0 });
}

function readMessage(storage: Storage, { headerBytes, depth }: { headerBytes: 32 | 24; depth: number }): Opened {
  if (depth > MAIL_LIMITS.depth) return refuse('hostile', 'mail: nesting');
  if (!storage.streams.has('__properties_version1.0')) return refuse('damaged', 'msg: no properties');
  const properties = propertiesOf(storage, headerBytes);
  const attachments = numbered(storage, '__attach_version1.0_');
  if (attachments.length > MAIL_LIMITS.attachments) return refuse('too-large', 'mail: attachments');
  const recipients = numbered(storage, '__recip_version1.0_')
    .slice(0, MAIL_LIMITS.parts)
    .map((recipient) => propertiesOf(recipient, 8, properties.number(0x3ffd)));
  const parts = attachments.flatMap((attachment) => readPart(attachment, depth));
  return { message: composeMessage(readHead(properties, recipients), readBody(properties, storage), parts), parts };
}

// They carry their number in the name; the order of the file's directory means nothing.
function numbered({ storages }: Storage, prefix: string): Storage[] {
  return storages.filter(({ name }) => name.startsWith(prefix)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function readHead(properties: Properties, recipients: readonly Properties[]): Head {
  const of = (kind: number): MailAddress[] =>
    recipients.filter((recipient) => recipient.number(ID.recipientType) === kind).map((recipient) => addressOf(recipient, ID));
  const headers = properties.text(ID.headers);
  const date = sentOn(headers) ?? properties.time(ID.submitted) ?? properties.time(ID.delivered);
  const messageId = properties
    .text(ID.messageId)
    .replace(/[^!-;=?-~]/g, '')
    .slice(0, 1_000);
  const sender = { name: ID.senderName, address: ID.senderAddress, smtp: ID.senderSmtp };
  return {
    answers: [...new Set([...idsIn(properties.text(ID.references)), ...idsIn(properties.text(ID.inReplyTo))])],
    subject: headerText(properties.text(ID.subject)),
    from: [addressOf(properties, sender)].filter(({ name, address }) => name !== '' || address !== ''),
    to: of(1),
    cc: of(2),
    ...(messageId === '' ? {} : { messageId }),
    ...(date === undefined ? {} : { date }),
  };
}

// What the sender's own line says is the same in every copy of the message; times of a mailbox are not.
function sentOn(headers: string): string | undefined {
  const line = /^Date:([^\r\n]{1,100})/im.exec(headers.slice(0, MAIL_LIMITS.headerBytes))?.[1];
  const date = new Date(line ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

// Inside one house Outlook keeps a directory path (/o=…/cn=…) where an address is expected; nobody could answer to that.
function addressOf(properties: Properties, ids: { name: number; address: number; smtp: number }): MailAddress {
  const address = [properties.text(ids.smtp), properties.text(ids.address)].find((one) => one.includes('@')) ?? '';
  return { name: headerText(properties.text(ids.name)), address: headerText(address) };
}

function readBody(properties: Properties, { streams }: Storage): string {
  const binary = streams.get('__substg1.0_10130102')?.().subarray(0, MAIL_LIMITS.body);
  const html = binary ? new TextDecoder(decoderOf(properties.number(ID.codepage))).decode(binary) : properties.text(ID.html);
  const text = properties.text(ID.body);
  if (text.trim() !== '' || html !== '') return bodyText({ text, html });
  const rtf = properties.binary(ID.rtf);
  return rtf ? bodyText({ text: rtfText(unpackRtf(rtf).toString('latin1')) }) : '';
}

function readPart(storage: Storage, depth: number): MailPart[] {
  const properties = propertiesOf(storage, 8);
  const inner = storage.storages.find(({ name }) => name === '__substg1.0_3701000D');
  if (properties.number(ID.method) === 5 && inner) return [nested(readMessage(inner, { headerBytes: 24, depth: depth + 1 }))];
  const bytes = properties.binary(ID.data);
  if (!bytes) return []; // a link or an embedded object without a file of its own: it stays in the message, which is kept as it came
  const names = [ID.longFileName, ID.fileName, ID.name].map((no) => properties.text(no));
  return [
    toPart(bytes, {
      name: names.find((name) => name !== '') ?? '',
      mediaType: properties.text(ID.mediaType).slice(0, 200) || 'application/octet-stream',
      inline: properties.text(ID.contentId) !== '',
    }),
  ];
}

function nested({ message, parts }: Opened): MailPart {
  const name = message.subject === '' ? '' : `${message.subject}.eml`;
  return toPart(writeMail(message, parts), { name, mediaType: 'message/rfc822', inline: false });
}

function toPart(bytes: Buffer, rest: Pick<MailPart, 'name' | 'mediaType' | 'inline'>): MailPart {
  return { ...rest, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
