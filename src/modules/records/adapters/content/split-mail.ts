// SPDX-License-Identifier: EUPL-1.2
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bufferSource } from './byte-source.ts';
import { detectType } from './detect-type.ts';
import { INPUT_LIMITS } from './limits.ts';
import { type MailMessage, type MailPart, parseMail } from './mail-message.ts';
import { parseOutlook } from './outlook-message.ts';
import { refuse } from './result.ts';
import { safeName } from './safe-name.ts';

/** An attachment written out; `file` is a neutral name in the output folder, `name` a safe form of the sender's. */
export type MailAttachment = {
  file: string;
  name: string;
  mediaType: string;
  label: string;
  hazards: string[];
  size: number;
  sha256: string;
  inline: boolean;
  isMessage: boolean;
};

/** A message taken apart: the text for the file, the attachments as files of their own. */
export type SplitMail = { message: MailMessage; attachments: MailAttachment[] };

const OUTLOOK = 'application/vnd.ms-outlook';

/** Splits an e-mail or Outlook message into its text and its attachments, which are written to `outDir`; nested messages become attachments (.eml). */
export async function splitMail(path: string, outDir: string, mediaType: string): Promise<SplitMail> {
  if ((await stat(path)).size > INPUT_LIMITS.mail) return refuse('too-large', 'file');
  const bytes = await readFile(path);
  const { message, parts } = mediaType === OUTLOOK ? parseOutlook(bytes) : await parseMail(bytes);
  const attachments: MailAttachment[] = [];
  for (const [index, part] of parts.entries()) {
    const file = `attachment-${String(index + 1).padStart(4, '0')}`;
    await writeFile(join(outDir, file), part.bytes, { flag: 'wx' });
    attachments.push(await describe(part, file, index + 1));
  }
  return { message, attachments };
}

async function describe(part: MailPart, file: string, no: number): Promise<MailAttachment> {
  const isMessage = part.mediaType === 'message/rfc822';
  const found = await detectType(bufferSource(part.bytes), { name: part.name, mediaType: part.mediaType });
  const fallback = isMessage ? `Weitergeleitete Nachricht ${no}.eml` : `Anlage ${no}`;
  return {
    file,
    name: safeName(part.name, fallback),
    mediaType: isMessage ? 'message/rfc822' : found.mediaType,
    label: isMessage ? 'E-Mail' : found.label,
    hazards: found.hazards,
    size: part.bytes.byteLength,
    sha256: part.sha256,
    inline: part.inline,
    isMessage,
  };
}
