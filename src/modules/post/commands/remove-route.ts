// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { RouteChanged } from '../events/route-changed.ts';
import { applyRouteChanged, findRouteForChange } from '../store/routes.ts';
import { mayActFor } from './step.ts';

const input = z.strictObject({ route: z.uuid() });

/** Regel aus dem Verteilplan. */
export const removeRoute: Command<z.infer<typeof input>, RouteChanged> = {
  name: 'post.remove-route',
  permission: 'post.configure',
  input,
  async decide({ input: { route: id }, caller, tx }) {
    const route = await findRouteForChange(tx, id);
    if (!route) return new Refusal('not-found', 'post.not-found');
    const no = await mayActFor(tx, caller, { permission: 'post.configure', unit: route.office });
    if (no) return no;
    return [{ type: 'post.route-removed', object: `route:${id}`, unit: route.office, facts: { ...route } }];
  },
  apply: applyRouteChanged,
};
