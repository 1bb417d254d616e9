// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { RouteChanged } from '../events/route-changed.ts';
import type { Route } from '../rules/route.ts';

/** The whole routing register. */
export function listRules(tx: Tx): Promise<Route[]> {
  return tx.query<Route>('select kind, pattern, office_id as office from post.routes');
}

/** One rule, locked. */
export async function findRouteForChange(tx: Tx, id: string): Promise<Route | undefined> {
  const [row] = await tx.query<Route>('select kind, pattern, office_id as office from post.routes where id = $1', [id]);
  return row;
}

/** Adds or removes a rule. */
export async function applyRouteChanged(tx: Tx, { type, object, facts }: RouteChanged): Promise<void> {
  const id = object.slice('route:'.length);
  if (type === 'post.route-removed') await tx.query('delete from post.routes where id = $1', [id]);
  else
    await tx.query('insert into post.routes (id, kind, pattern, office_id) values ($1, $2, $3, $4)', [
      id,
      facts.kind,
      facts.pattern,
      facts.office,
    ]);
}
