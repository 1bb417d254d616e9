// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { AliasAdded } from '../events/alias-added.ts';
import type { NumbersSkipped } from '../events/numbers-skipped.ts';
import type { TemplateSet } from '../events/template-set.ts';
import type { TemplateKind } from '../rules/reference-template.ts';

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

/** Draws until a reference is free: after a change of template a new one may meet an old one, and each number left out gets its reason. */
export async function drawReference(tx: Tx, scope: string, write: (no: number) => string): Promise<string> {
  for (;;) {
    const no = await drawNumber(tx, scope);
    const reference = write(no);
    const [row] = await tx.query<{ taken: boolean }>('select records.reference_taken($1) as taken', [reference]);
    if (!row?.taken) return reference;
    await tx.query('insert into records.reference_gaps (scope, number, reason) values ($1, $2, $3)', [
      scope,
      no,
      'schon vergeben',
    ]);
  }
}

/** The template for a kind of reference. */
export async function getTemplate(tx: Tx, kind: TemplateKind): Promise<string> {
  const [row] = await tx.query<{ template: string }>('select template from records.reference_templates where kind = $1', [kind]);
  if (!row) throw new Error(`no reference template for ${kind}`);
  return row.template;
}

/** Sets a template; the one before goes on being recognised. */
export async function applyTemplateSet(tx: Tx, { facts }: TemplateSet): Promise<void> {
  await tx.query('insert into records.former_templates (kind, template) values ($1, $2) on conflict do nothing', [
    facts.kind,
    facts.before,
  ]);
  await tx.query('update records.reference_templates set template = $2 where kind = $1', [facts.kind, facts.template]);
}

/** The next free number of a scope, locked. */
export async function nextNumber(tx: Tx, scope: string): Promise<number> {
  await tx.query('insert into records.reference_counters (scope, next) values ($1, 1) on conflict do nothing', [scope]);
  const [row] = await tx.query<{ next: number }>('select next from records.reference_counters where scope = $1 for update', [
    scope,
  ]);
  return row!.next;
}

/** Writes a reason for every number left out, and goes on after them. */
export async function applyNumbersSkipped(tx: Tx, { facts }: NumbersSkipped): Promise<void> {
  const { scope, from, to, reason } = facts;
  await tx.query(
    'insert into records.reference_gaps (scope, number, reason) select $1, number, $4 from generate_series($2::bigint, $3::bigint) number',
    [scope, from, to, reason],
  );
  await tx.query('update records.reference_counters set next = $2::bigint + 1 where scope = $1', [scope, to]);
}

/** Keeps an old reference, in the spelling in which it was used. */
export async function applyAliasAdded(tx: Tx, { file, facts }: AliasAdded): Promise<void> {
  await tx.query(
    'insert into records.aliases (reference, object, file_id, lookup) values ($1, $2, $3, $4) on conflict do nothing',
    [facts.reference, facts.of, file, facts.lookup],
  );
}

/** True when the object has this alias already. */
export async function hasAlias(tx: Tx, object: string, lookup: string): Promise<boolean> {
  const rows = await tx.query('select 1 from records.aliases where object = $1 and lookup = $2', [object, lookup]);
  return rows.length > 0;
}
