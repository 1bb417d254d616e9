// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { unitById } from '../../people/index.ts';
import type { RouteChanged } from '../events/route-changed.ts';
import { routeKinds } from '../rules/route.ts';
import { applyRouteChanged, listRules } from '../store/routes.ts';
import { line, mayActFor } from './step.ts';

const input = z.strictObject({ kind: z.enum(routeKinds), pattern: line(200), office: z.uuid() });

/** Regel in den Verteilplan. */
export const addRoute: Command<z.infer<typeof input>, RouteChanged> = {
  name: 'post.add-route',
  permission: 'post.configure',
  input,
  async decide({ input: { kind, pattern: typed, office }, caller, tx }) {
    const unit = await unitById(tx, office);
    if (!unit || unit.retired) return new Refusal('invalid', 'post.no-office', {}, { office: 'post.no-office' });
    const no = await mayActFor(tx, caller, { permission: 'post.configure', unit: office });
    if (no) return no;
    const pattern = kind === 'rest' ? '' : typed;
    if (kind !== 'rest' && pattern.length < 2)
      return new Refusal('invalid', 'post.no-pattern', {}, { pattern: 'post.no-pattern' });
    if ((await listRules(tx)).some((one) => one.kind === kind && one.pattern === pattern))
      return new Refusal('conflict', 'post.route-there', {}, { pattern: 'post.route-there' });
    return [{ type: 'post.route-added', object: `route:${newId()}`, unit: office, facts: { kind, pattern, office } }];
  },
  apply: applyRouteChanged,
};
