// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { askGates, blockedBy } from '../../../kernel/gate/index.ts';
import { applyPersonalPartsErased, erasureEvent, type PersonalPartsErased } from '../../../kernel/journal/erasure.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type ErasureBasis, erasureBases, mayErase } from '../rules/erase-personal.ts';
import { mayActInFile } from '../store/acting.ts';
import { findHistory } from '../store/erasing.ts';
import { findFileForChange } from '../store/files.ts';
import { reason } from './fields.ts';

const input = z.strictObject({
  file: z.uuid(),
  /** Numbers in the file's history; a form with one of them sends no list. */
  entries: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(z.coerce.number().int().min(1)).min(1).max(1_000),
  ),
  basis: z.enum(Object.keys(erasureBases) as [ErasureBasis, ...ErasureBasis[]]),
  reason,
});

/** Persönliche Teile löschen: names and words go, entries and proofs stay. */
export const erasePersonal: Command<z.infer<typeof input>, PersonalPartsErased> = {
  name: 'records.erase-personal',
  permission: 'records.registry',
  weighty: true,
  input,
  async decide({ input: { file: id, entries, basis, reason: why }, caller, tx }) {
    const file = await findFileForChange(tx, id);
    if (!file) return new Refusal('not-found', 'records.file.not-found');
    const acting = await mayActInFile(tx, caller, { file: id, permission: 'records.registry' });
    if (acting) return acting;
    const history = await findHistory(tx, id);
    const no = mayErase(entries, history) ?? blockedBy(await askGates(tx, `file:${id}`, 'records.erase-personal'));
    if (no) return no;
    const seqs = history.filter((entry) => entries.includes(entry.no)).map(({ seq }) => seq);
    return [erasureEvent({ file: id, unit: file.leadUnit, seqs, basis: erasureBases[basis], reason: why })];
  },
  apply: applyPersonalPartsErased,
};
