// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { RetentionApplied } from '../events/retention-applied.ts';
import { overdue, removeOverdue } from '../store/retention.ts';

const input = z.strictObject({});

/** Aufbewahrungsfristen anwenden: by the clock, never by a person. */
export const applyRetention: Command<z.infer<typeof input>, RetentionApplied> = {
  name: 'people.apply-retention',
  permission: 'anyone',
  input,
  async decide({ caller, tx }) {
    if (caller.system === undefined || caller.person !== null) return new Refusal('not-permitted', 'kernel.not-permitted');
    const { substitutions, functions, credentials } = await overdue(tx);
    if (substitutions + functions + credentials === 0) return new Refusal('conflict', 'people.retention.nothing');
    return [
      { type: 'people.retention-applied', object: `installation:${newId()}`, facts: { substitutions, functions, credentials } },
    ];
  },
  apply: removeOverdue,
};
