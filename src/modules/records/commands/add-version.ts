// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { VersionAdded } from '../events/version-added.ts';
import { mayAddVersion } from '../rules/change-document.ts';
import { stateAfterNewVersion } from '../rules/document-state.ts';
import { mayAddBeside } from '../rules/editing.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyVersionAdded, findDocumentForChange } from '../store/documents.ts';
import { holdersOf } from '../store/edit-locks.ts';
import { findStoredUpload } from '../store/uploads.ts';

const input = z.strictObject({
  document: z.uuid(),
  upload: z.uuid(),
  versionRead: z.coerce.number().int().min(1),
  note: z.string().trim().max(500).default(''),
});

/** Neue Version ablegen: the old one stays; after a final signature a new round begins. */
export const addVersion: Command<z.infer<typeof input>, VersionAdded> = {
  name: 'records.add-version',
  permission: 'records.write',
  input,
  async decide({ input: { document: id, upload: uploadId, versionRead, note }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const no =
      mayAddVersion(document, versionRead) ??
      (await mayActInFile(tx, caller, document)) ??
      mayAddBeside(await holdersOf(tx, id), caller.person);
    if (no) return no;
    const upload = await findStoredUpload(tx, uploadId);
    if (!upload || upload.case !== document.case) return new Refusal('not-found', 'records.upload.not-found');
    const version = {
      version: newId(),
      no: document.versions + 1,
      size: upload.size,
      mediaType: upload.mediaType,
      fileName: upload.name,
      note,
    };
    const newRound = stateAfterNewVersion(document.state) !== document.state;
    const facts = { upload: uploadId, newRound, version };
    return [
      {
        type: 'records.version-added',
        object: `document:${id}`,
        file: document.file,
        unit: document.leadUnit,
        content: upload.content,
        facts,
      },
    ];
  },
  apply: applyVersionAdded,
};
