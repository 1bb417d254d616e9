// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { TemplateKept } from '../events/template-kept.ts';

/** A template that the caller may use. */
export async function findTemplate(tx: Tx, id: string): Promise<{ unit: string; name: string; text: string } | undefined> {
  const [row] = await tx.query<{ unit: string; name: string; text: string }>(
    'select unit_id as unit, name, text from circulation.templates where id = $1',
    [id],
  );
  return row;
}

/** Id of the unit's template of this name. */
export async function templateNamed(tx: Tx, unit: string, name: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>('select id from circulation.templates where unit_id = $1 and name = $2', [
    unit,
    name,
  ]);
  return row?.id;
}

/** Writes a template. */
export async function applyTemplateKept(tx: Tx, { object, unit, facts }: TemplateKept): Promise<void> {
  await tx.query(
    `insert into circulation.templates (id, unit_id, name, text) values ($1, $2, $3, $4) on conflict (id) do update set text = excluded.text`,
    [idOf(object), unit, facts.name, facts.text],
  );
}

/** Removes a template. */
export async function applyTemplateDropped(tx: Tx, { object }: TemplateKept): Promise<void> {
  await tx.query('delete from circulation.templates where id = $1', [idOf(object)]);
}

function idOf(object: string): string {
  return object.slice(object.indexOf(':') + 1);
}
