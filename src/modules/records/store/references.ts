// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** Draws the next number of a scope; the row stays locked until the act commits, so no number is drawn twice or lost. */
export async function drawNumber(tx: Tx, scope: string): Promise<number> {
  const [row] = await tx.query<{ drawn: number }>(
    `insert into records.reference_counters (scope, next) values ($1, 2)
     on conflict (scope) do update set next = records.reference_counters.next + 1
     returning next - 1 as drawn`,
    [scope],
  );
  return row!.drawn;
}

/** The template for a kind of reference. */
export async function getTemplate(tx: Tx, kind: 'file' | 'case' | 'document'): Promise<string> {
  const [row] = await tx.query<{ template: string }>('select template from records.reference_templates where kind = $1', [kind]);
  if (!row) throw new Error(`no reference template for ${kind}`);
  return row.template;
}
