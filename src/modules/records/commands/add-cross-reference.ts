// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { CrossReferenceChanged } from '../events/cross-reference.ts';
import { mayActInFile } from '../store/acting.ts';
import { applyCrossReferenceChanged, areReferred } from '../store/cross-references.ts';
import { findObject } from '../store/objects.ts';
import { objectName } from './fields.ts';

const input = z.strictObject({ from: objectName, to: objectName, note: z.string().trim().max(300).default('') });

/** Verweis setzen: from where one may write to what one may see. It is seen from either end by that end's rights. */
export const addCrossReference: Command<z.infer<typeof input>, CrossReferenceChanged> = {
  name: 'records.add-cross-reference',
  permission: 'records.write',
  input,
  async decide({ input: { from, to, note }, caller, tx }) {
    const [beginning, end] = [await findObject(tx, from), await findObject(tx, to)];
    if (!beginning || !end) return new Refusal('not-found', 'records.object.not-found');
    const acting = await mayActInFile(tx, caller, beginning);
    if (acting) return acting;
    if (from === to)
      return new Refusal('invalid', 'records.cross-reference.to-itself', {}, { to: 'records.cross-reference.to-itself' });
    if (await areReferred(tx, from, to)) return new Refusal('conflict', 'records.cross-reference.there-already');
    const { object, file, leadUnit: unit } = beginning;
    const facts = { id: newId(), to, toFile: end.file, note };
    return [{ type: 'records.cross-reference-added', object, file, unit, facts }];
  },
  apply: applyCrossReferenceChanged,
};
