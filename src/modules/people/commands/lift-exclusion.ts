// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { ExclusionLifted } from '../events/exclusion-lifted.ts';
import { mayLiftExclusion, shortestGround } from '../rules/exclusion.ts';
import { applyExclusionLifted, findExclusionForChange } from '../store/exclusions.ts';
import { decidesFor } from '../store/substitutions.ts';
import { reason } from './input.ts';

const input = z.strictObject({ exclusion: z.uuid(), reason: reason.min(shortestGround, 'people.exclusion.reason-short') });

/** Ausschluss wegen Befangenheit aufheben, mit Grund. */
export const liftExclusion: Command<z.infer<typeof input>, ExclusionLifted> = {
  name: 'people.lift-exclusion',
  permission: 'people.exclude',
  input,
  weighty: true,
  async decide({ input, caller, tx }) {
    const excluded = await findExclusionForChange(tx, input.exclusion);
    if (!excluded) return new Refusal('not-found', 'people.exclusion.not-found');
    const { id, person, subject } = excluded;
    const mayDecide = await decidesFor(tx, { permission: 'people.exclude', represented: caller.onBehalfOf, person });
    const no = mayLiftExclusion(excluded, { person: caller.person, onBehalfOf: caller.onBehalfOf, mayDecide });
    if (no) return no;
    return [
      { type: 'people.exclusion-lifted', object: `exclusion:${id}`, file: subject, facts: { person, reason: input.reason } },
    ];
  },
  apply: applyExclusionLifted,
};
