// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { type Route, routeKinds } from '../rules/route.ts';

/** The routing register in the order in which its kinds count. */
export async function listRoutes(tx: Tx): Promise<(Route & { readonly id: string })[]> {
  const rows = await tx.query<Route & { id: string }>('select id, kind, pattern, office_id as office from post.routes');
  return rows.sort(
    (one, other) =>
      routeKinds.indexOf(one.kind) - routeKinds.indexOf(other.kind) || one.pattern.localeCompare(other.pattern, 'de'),
  );
}
