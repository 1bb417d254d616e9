// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CrossReferenceChanged } from '../events/cross-reference.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyCrossReferenceChanged, findCrossReference } from '../store/cross-references.ts';
import { findObject } from '../store/objects.ts';

const input = z.strictObject({ reference: z.uuid() });

/** Verweis entfernen, where it begins. */
export const removeCrossReference: Command<z.infer<typeof input>, CrossReferenceChanged> = {
  name: 'records.remove-cross-reference',
  permission: 'records.write',
  input,
  async decide({ input: { reference: id }, caller, tx }) {
    const reference = await findCrossReference(tx, id);
    const beginning = reference && (await findObject(tx, reference.from));
    if (!beginning) return new Refusal('not-found', 'records.cross-reference.not-found');
    const acting = await mayActInFile(tx, caller, beginning);
    if (acting) return acting;
    const { object, file, leadUnit: unit } = beginning;
    const facts = { id, to: reference.to, toFile: reference.toFile, note: '' };
    return [{ type: 'records.cross-reference-removed', object, file, unit, facts }];
  },
  apply: applyCrossReferenceChanged,
};
