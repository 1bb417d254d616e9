// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint } from '../../../kernel/page.ts';
import { represent } from '../commands/represent.ts';
import { safePath } from '../rules/safe-path.ts';

const input = z.strictObject({
  substitution: z.union([z.uuid(), z.literal('')]).optional(),
  to: z.string().max(2_000).optional(),
});

/** Handeln i. V.: the switch is the state of one browser, chosen on purpose and always visible; every act says in whose name it was done. */
export const representEndpoint: Endpoint = {
  method: 'POST',
  path: '/represent',
  permission: 'signed-in',
  input,
  summary: 'Handeln in Vertretung beginnen oder beenden',
  async handle(visit, sent) {
    const { substitution, to } = sent as z.infer<typeof input>;
    const no = await represent(visit.runtime, visit.caller, substitution || undefined);
    return no ? visit.refuse(no) : visit.context.redirect(safePath(to), 303);
  },
};
