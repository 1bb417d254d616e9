// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AliasAdded } from '../events/alias-added.ts';
import { lookupKey } from '../rules/reference-parser.ts';
import { mayActInFile } from '../store/acting.ts';
import { findObject } from '../store/objects.ts';
import { applyAliasAdded, hasAlias } from '../store/references.ts';
import { objectName } from './fields.ts';

const input = z.strictObject({ object: objectName, reference: z.string().trim().min(2).max(120) });

/** Früheres Zeichen vermerken. */
export const addAlias: Command<z.infer<typeof input>, AliasAdded> = {
  name: 'records.add-alias',
  permission: 'records.write',
  input,
  async decide({ input: { object, reference }, caller, tx }) {
    const of = await findObject(tx, object);
    if (!of) return new Refusal('not-found', 'records.object.not-found');
    const acting = await mayActInFile(tx, caller, of);
    if (acting) return acting;
    const lookup = lookupKey(reference);
    if (await hasAlias(tx, object, lookup)) return new Refusal('conflict', 'records.alias.there-already');
    const facts = { of: object, reference, lookup };
    return [{ type: 'records.alias-added', object: of.object, file: of.file, unit: of.leadUnit, facts }];
  },
  apply: applyAliasAdded,
};
