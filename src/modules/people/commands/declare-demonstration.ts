// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DemonstrationDeclared } from '../events/demonstration-declared.ts';
import { applyDemonstrationDeclared } from '../store/installation.ts';
import { nobodyYet } from '../store/persons.ts';

const input = z.strictObject({});

/** Zur Vorführstadt erklären: only an empty system, and only where the operator allows it. Nobody opens a real city's doors by a setting. */
export const declareDemonstration: Command<z.infer<typeof input>, DemonstrationDeclared> = {
  name: 'people.declare-demonstration',
  permission: 'anyone',
  input,
  async decide({ caller, tx, runtime }) {
    if (!runtime.config.demo || caller.system === undefined) return new Refusal('not-permitted', 'people.demo.not-allowed');
    if (!(await nobodyYet(tx))) return new Refusal('conflict', 'people.demo.not-empty');
    return [{ type: 'people.demonstration-declared', object: `installation:${newId()}`, facts: {} }];
  },
  apply: applyDemonstrationDeclared,
};
