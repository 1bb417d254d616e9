// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { cleanText } from './clean-text.ts';
import { htmlToText } from './extract-html.ts';
import { MAIL_LIMITS } from './limits.ts';
import { refuse } from './result.ts';

/** A person or office named in a message. */
export type MailAddress = { name: string; address: string };

/** The message itself as text; `contentHash` is the same for two deliveries of one message (transport headers left out). */
export type MailMessage = {
  messageId?: string;
  /** Ids of the messages that it answers (In-Reply-To, References), nearest last. */
  answers: string[];
  subject: string;
  date?: string;
  from: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  text: string;
  contentHash: string;
};

/** A part that came with the message; the name is the sender's and must pass `safeName` before it is used. */
export type MailPart = { name: string; mediaType: string; inline: boolean; bytes: Uint8Array; sha256: string };

// A message's time is shown as the office's wall clock, whatever the sender's.
const DATE = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });
const MAX_HEADER = 1_000;
const MAX_ADDRESSES = 500;
const MAX_IDS = 50;

/** Takes an e-mail (RFC 5322, MIME) apart; nested messages stay whole as parts. Refuses what is nested or numbered beyond reason. */
export async function parseMail(bytes: Buffer): Promise<{ message: MailMessage; parts: MailPart[] }> {
  const email = await parseBounded(bytes);
  if (email.headers.length === 0) return refuse('damaged', 'mail: no headers');
  if (email.attachments.length > MAIL_LIMITS.attachments) return refuse('too-large', 'mail: attachments');
  const parts = email.attachments.map(toPart);
  const head = readHead(email);
  return { message: composeMessage(head, bodyText(email), parts), parts };
}

/** Puts a message together and gives it the fingerprint by which two deliveries of it are recognised. */
export function composeMessage(head: Head, text: string, parts: readonly MailPart[]): MailMessage {
  return { ...head, text, contentHash: hashContent(head, text, parts) };
}

/** The message as a clerk reads it on paper: the head lines that matter, the text, the names of what was attached. */
export function renderMail(message: MailMessage, attachments: readonly string[]): string {
  const line = (label: string, value: string): string => (value === '' ? '' : `${label}: ${value}\n`);
  return (
    line('Von', formatAddresses(message.from)) +
    line('An', formatAddresses(message.to)) +
    line('Kopie', formatAddresses(message.cc)) +
    line('Datum', message.date ? DATE.format(new Date(message.date)) : '') +
    line('Betreff', message.subject) +
    line('Anlagen', attachments.join(', ')) +
    `\n${message.text}`
  );
}

async function parseBounded(bytes: Buffer): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      attachmentEncoding: 'arraybuffer',
      forceRfc822Attachments: true,
      maxRfc822NestingDepth: 0,
      maxNestingDepth: MAIL_LIMITS.depth,
      maxHeadersSize: MAIL_LIMITS.headerBytes,
    });
  } catch (error) {
    const bound = error instanceof Error && error.message.includes('aximum');
    return refuse(bound ? 'hostile' : 'damaged', bound ? 'mail: nesting or headers beyond bounds' : 'mail: not readable');
  }
}

/** The head lines of a message that matter. */
export type Head = Omit<MailMessage, 'text' | 'contentHash'>;

function readHead(email: Email): Head {
  const messageId = idsIn(email.messageId)[0] ?? '';
  const date = isoDate(email.date);
  return {
    answers: [...new Set([...idsIn(email.references), ...idsIn(email.inReplyTo)])],
    subject: headerText(email.subject ?? ''),
    from: toAddresses(email.from ? [email.from] : []),
    to: toAddresses(email.to ?? []),
    cc: toAddresses(email.cc ?? []),
    ...(messageId === '' ? {} : { messageId }),
    ...(date ? { date } : {}),
  };
}

/** Message ids without their brackets: what else stands in the header (comments, blanks) is no part of them. */
export function idsIn(header: string | undefined): string[] {
  const bare = (header ?? '').slice(0, MAX_IDS * MAX_HEADER).replace(/[^ !-~]/g, ' ');
  return bare
    .split(/[\s<>]+/)
    .filter((id) => id !== '')
    .map((id) => id.slice(0, MAX_HEADER))
    .slice(-MAX_IDS);
}

/** Encoded words (RFC 2047) can carry line breaks and controls into a header that looked clean; one line of visible text comes out. */
export function headerText(value: string): string {
  return cleanText(value.slice(0, MAX_HEADER)).replaceAll(/\s+/g, ' ');
}

function isoDate(value: string | undefined): string | undefined {
  const date = new Date(value ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function toAddresses(list: readonly Address[]): MailAddress[] {
  const flat = list.flatMap((entry) => entry.group ?? [entry]);
  return flat
    .slice(0, MAX_ADDRESSES)
    .map((entry) => ({ name: headerText(entry.name), address: headerText(entry.address ?? '') }));
}

function formatAddresses(list: readonly MailAddress[]): string {
  return list.map(({ name, address }) => (name === '' || name === address ? address : `${name} <${address}>`)).join(', ');
}

/** The plain part of many messages only says that there is an HTML part; the longer reading wins. */
export function bodyText(email: { text?: string | undefined; html?: string | undefined }): string {
  const plain = (email.text ?? '').slice(0, MAIL_LIMITS.body);
  if (!email.html) return cleanText(plain);
  const { text } = htmlToText(email.html.slice(0, MAIL_LIMITS.body));
  return cleanText(plain.trim().length < text.trim().length * 0.3 ? text : plain);
}

function toPart(attachment: Attachment): MailPart {
  const content = attachment.content;
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return {
    name: attachment.filename ?? '',
    mediaType: attachment.mimeType.slice(0, 200),
    inline: attachment.related === true || attachment.disposition === 'inline',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function hashContent(head: Head, text: string, parts: readonly MailPart[]): string {
  const sender = head.from.map((entry) => entry.address.toLowerCase());
  const content = [
    sender,
    head.subject,
    head.date ?? '',
    text.replaceAll(/\s+/g, ' '),
    parts.map((part) => part.sha256).toSorted(),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
