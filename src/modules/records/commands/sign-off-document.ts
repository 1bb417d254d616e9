// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { askGates, blockedBy } from '../../../kernel/gate/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DocumentSignedOff } from '../events/document-signed-off.ts';
import { maySignOff } from '../rules/sign-off.ts';
import { holdsFunction, mayActInFile } from '../store/acting.ts';
import { applySignedOff, findDocumentForChange } from '../store/documents.ts';

const input = z.strictObject({ document: z.uuid(), versionRead: z.coerce.number().int().min(1) });

const action = 'records.sign-off-document';

/** Schlusszeichnung: waits for its receipt, because much depends on it. */
export const signOffDocument: Command<z.infer<typeof input>, DocumentSignedOff> = {
  name: action,
  permission: 'records.sign',
  weighty: true,
  input,
  async decide({ input: { document: id, versionRead }, caller, tx }) {
    const document = await findDocumentForChange(tx, id);
    if (!document) return new Refusal('not-found', 'records.document.not-found');
    const acting = await mayActInFile(tx, caller, { file: document.file, permission: 'records.sign' });
    const holdsSignatory = document.signatory === null ? undefined : await holdsFunction(tx, caller, document.signatory);
    const maySign = acting?.reason !== 'records.open-case.read-only';
    const no =
      maySignOff({ ...document, holdsSignatory }, versionRead, maySign) ??
      acting ??
      blockedBy(await askGates(tx, `document:${id}`, action));
    if (no) return no;
    const { file, content, versions, leadUnit: unit } = document;
    return [{ type: 'records.document-signed-off', object: `document:${id}`, file, unit, content, facts: { version: versions } }];
  },
  apply: applySignedOff,
};
