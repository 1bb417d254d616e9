// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Caller, type Command, execute } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { admit, CLERK_LIMITS } from '../adapters/content/admit.ts';
import { detectType } from '../adapters/content/detect-type.ts';
import type { MailAttachment } from '../adapters/content/split-mail.ts';
import { blobSource } from '../adapters/blob-source.ts';
import { contentStream, contentWorkers } from '../adapters/content-service.ts';
import { describeMail } from '../commands/describe-mail.ts';
import { registerDocument } from '../commands/register-document.ts';
import { describeUpload } from '../rules/describe-upload.ts';
import { localDate } from '../rules/local-date.ts';
import type { VersionToRead } from '../store/reading.ts';
import { beginUpload, markStored } from '../store/uploads.ts';

const system = 'records.take-mail-apart';

/** An e-mail becomes a document with its subject and key, and each attachment a document of its own below it. Exactly once: keys come from the version. */
export async function takeMailApart(runtime: Runtime, version: VersionToRead, key: string): Promise<void> {
  const outDir = await mkdtemp(path.join(runtime.config.dataDir, 'run', 'mail-'));
  try {
    const content = await contentStream(runtime, version.content);
    const split = await (await contentWorkers(runtime)).splitMail(content, version.mediaType, outDir);
    if (!split.ok) return;
    const { message, attachments } = split.value;
    const datedOn = message.date && !Number.isNaN(Date.parse(message.date)) ? localDate(new Date(message.date)) : null;
    await act(
      runtime,
      describeMail,
      {
        document: version.document,
        title: message.subject.slice(0, 300) || 'E-Mail ohne Betreff',
        messageKey: message.contentHash,
        datedOn,
      },
      `${key}:mail`,
    );
    for (const [index, attachment] of attachments.entries())
      await fileAttachment(runtime, version, { attachment, index, outDir });
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

async function fileAttachment(
  runtime: Runtime,
  version: VersionToRead,
  { attachment, index, outDir }: { attachment: MailAttachment; index: number; outDir: string },
): Promise<void> {
  const { hash, size } = await runtime.blobs.put(createReadStream(path.join(outDir, attachment.file)));
  const detected = await detectType(blobSource(runtime.blobs, hash, size), { name: attachment.name });
  if (!admit(detected, size, CLERK_LIMITS).ok) return; // it stays inside the original message, which is kept as it came
  const id = attachmentUpload(version.id, index);
  const mediaType = attachment.isMessage ? 'message/rfc822' : detected.mediaType;
  const at = runtime.clock.now();
  await runtime.database.transaction({ person: null, system }, at, async (tx) => {
    await beginUpload(tx, { id, case: version.case, name: attachment.name, size, expiresOn: localDate(at) });
    await markStored(tx, id, { content: hash, size, mediaType });
  });
  const description = describeUpload(attachment.name, mediaType);
  await act(
    runtime,
    registerDocument,
    { case: version.case, upload: id, parent: version.document, receivedOn: localDate(at), ...description },
    `mail-part:${id}`,
  );
}

/** The same message gives the same uploads, however often the job runs. */
function attachmentUpload(version: string, index: number): string {
  const hex = createHash('sha256').update(`${version}/${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function act<Input>(runtime: Runtime, command: Command<Input>, input: unknown, key: string): Promise<void> {
  const caller: Caller = { person: null, system, permissions: new Set([command.permission]) };
  const outcome = await execute(runtime, command, input, caller, { key: key.slice(0, 200) });
  // A filed case takes no more documents: the message itself is kept whole, so nothing is lost. Everything else is tried again.
  if (outcome instanceof Refusal && outcome.reason !== 'records.case-is-filed') throw new Error(outcome.reason);
}
