// SPDX-License-Identifier: EUPL-1.2
import { execute } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { admit, CLERK_LIMITS } from '../adapters/content/admit.ts';
import { detectType } from '../adapters/content/detect-type.ts';
import { safeName } from '../adapters/content/safe-name.ts';
import { blobSource } from '../adapters/blob-source.ts';
import { mayAddVersion } from '../rules/change-document.ts';
import { localDate } from '../rules/local-date.ts';
import { findDocumentForChange } from '../store/documents.ts';
import { beginUpload, markRefused, markStored, type UploadRow } from '../store/uploads.ts';
import { addVersion } from './add-version.ts';
import { type FormFile, type MultipartForm, takeForm } from '../adapters/multipart.ts';
import { type Receiving, uploadIdOf } from './receive-upload.ts';

const day = 86_400_000;

/** Takes the one file of a plain form as the next version of a document; `versionRead` must stand before the file. */
export async function receiveVersion(
  receiving: Receiving,
  { document, ...form }: MultipartForm & { document: string },
): Promise<Refusal | undefined> {
  return takeForm(form, (file) =>
    file.place === 1
      ? takeVersion(receiving, document, file)
      : Promise.resolve(new Refusal('invalid', 'records.new-version.one-file')),
  );
}

async function takeVersion(receiving: Receiving, document: string, file: FormFile): Promise<Refusal | undefined> {
  const { runtime, caller } = receiving;
  const { versionRead = '', note = '' } = file.fields;
  const row = await begin(receiving, document, file);
  if (row instanceof Refusal) return row;
  if (row.state === 'receiving') {
    const { hash: content, size } = await runtime.blobs.put(file.source, { limit: CLERK_LIMITS.maxBytes });
    const { mediaType, ...rest } = await detectType(blobSource(runtime.blobs, content, size), { name: row.name });
    const admission = admit({ mediaType, ...rest }, size, CLERK_LIMITS);
    await runtime.database.transaction(caller, runtime.clock.now(), (tx) =>
      admission.ok ? markStored(tx, row.id, { content, size, mediaType }) : markRefused(tx, row.id, admission.reason),
    );
    if (!admission.ok) return new Refusal('invalid', `records.upload.${admission.reason}`);
  }
  const done = await execute(runtime, addVersion, { document, upload: row.id, versionRead, note }, caller, {
    key: `version:${row.id}`,
  });
  return done instanceof Refusal ? done : undefined;
}

/** Asks first: an upload that nobody will take must not stand in the way of z.d.A. */
function begin({ runtime, caller }: Receiving, id: string, file: FormFile): Promise<UploadRow | Refusal> {
  const at = runtime.clock.now();
  return runtime.database.transaction(caller, at, async (tx) => {
    const document = await findDocumentForChange(tx, id);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const upload = uploadIdOf(caller, document.case, file.key);
    const row = {
      id: upload,
      case: document.case,
      name: safeName(file.name),
      size: 0,
      expiresOn: localDate(new Date(at.getTime() + day)),
    };
    const no = mayAddVersion(document, Number(file.fields['versionRead']));
    return no ?? (await beginUpload(tx, row)) ?? new Refusal('not-found', 'records.upload.not-found');
  });
}
