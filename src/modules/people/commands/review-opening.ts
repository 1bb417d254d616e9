// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { OpeningReviewed } from '../events/opening-reviewed.ts';
import { mayReviewOpening } from '../rules/break-glass.ts';
import { applyOpeningReviewed, findOpeningForReview } from '../store/openings.ts';
import { reason } from './input.ts';

const input = z.strictObject({
  opening: z.uuid(),
  verdict: z.enum(['justified', 'unjustified']),
  note: reason.min(10, 'people.opening.note-short'),
});

/** Notöffnung prüfen: berechtigt oder nicht, mit Begründung. */
export const reviewOpening: Command<z.infer<typeof input>, OpeningReviewed> = {
  name: 'people.review-opening',
  permission: 'people.review-openings',
  input,
  weighty: true,
  async decide({ input: { opening: id, verdict, note }, caller, tx }) {
    const opening = await findOpeningForReview(tx, id);
    if (!opening) return new Refusal('not-found', 'people.opening.not-found');
    const no = mayReviewOpening(opening, caller);
    if (no) return no;
    return [{ type: 'people.opening-reviewed', object: `opening:${id}`, file: opening.subject, facts: { verdict, note } }];
  },
  apply: applyOpeningReviewed,
};
