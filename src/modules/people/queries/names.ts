// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { displayName, type NameParts } from '../rules/display-name.ts';

/** Names of several persons by id; who is unknown is left out. */
export async function personNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<NameParts & { id: string }>(
    'select id, title, given_name as "givenName", family_name as "familyName" from people.person where id = any ($1)',
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, displayName(row)]));
}

/** Name of one person; undefined when unknown. */
export async function personName(tx: Tx, id: string): Promise<string | undefined> {
  return (await personNames(tx, [id])).get(id);
}
