// SPDX-License-Identifier: EUPL-1.2
import { paginate } from './clean-text.ts';
import type { RawText } from './extracted-text.ts';
import { type MailMessage, type MailPart, parseMail, renderMail } from './mail-message.ts';
import { parseOutlook } from './outlook-message.ts';
import { safeName } from './safe-name.ts';

/** Text of an e-mail: head lines, body and the names of the attachments; their content is extracted from the split files. */
export async function extractMail(bytes: Buffer): Promise<RawText> {
  return toText(await parseMail(bytes));
}

/** Text of an Outlook message, read like an e-mail's. */
export function extractOutlook(bytes: Buffer): RawText {
  return toText(parseOutlook(bytes));
}

function toText({ message, parts }: { message: MailMessage; parts: readonly MailPart[] }): RawText {
  const names = parts
    .filter((part) => !part.inline || part.name !== '')
    .map((part, index) => safeName(part.name, `Anlage ${index + 1}`));
  const author = message.from[0]?.name || message.from[0]?.address || '';
  return {
    pages: paginate(renderMail(message, names)),
    meta: { title: message.subject, author, created: message.date ?? '' },
  };
}
