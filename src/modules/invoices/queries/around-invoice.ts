// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import { unitById } from '../../people/index.ts';
import type { BudgetCode } from '../rules/budget.ts';
import type { Cells } from '../rules/lists.ts';
import { type Claim, type Commitment, type Match, matchesOf } from '../rules/match.ts';
import { numberKey } from '../rules/number-key.ts';
import { suggestOffice, type Suggestion } from '../rules/suggest-office.ts';

/** What the lists say of an invoice. */
export interface Claimed extends Claim {
  readonly id: string;
  readonly buyerReference: string;
}

/** Orders and contracts that an invoice names, or else those of its supplier. */
export async function findMatches(tx: Tx, claim: Claimed): Promise<Match[]> {
  const keys = [`order:${numberKey(claim.order)}`, `contract:${numberKey(claim.contract)}`];
  const rows = await tx.query<Commitment>(
    `select cells, invoices.used_of(cells ->> 'kind', substr(key, length(cells ->> 'kind') + 2), $3)::text as used
       from invoices.list_lines
      where list = 'commitments' and (key = any ($1) or cells ->> 'supplierId' = $2 or upper(replace(cells ->> 'supplier', ' ', '')) = $4)
      order by key limit 50`,
    [keys, claim.sellerKey, claim.id, claim.seller.toUpperCase().replaceAll(/\s/g, '')],
  );
  return matchesOf(claim, rows);
}

/** The office that should certify, and why. */
export async function findSuggestion(tx: Tx, claim: Claimed, matches: readonly Match[]): Promise<Suggestion | undefined> {
  const routing = await tx.query<{ cells: Cells }>("select cells from invoices.list_lines where list = 'routing'");
  const [last] = await tx.query<{ office: string }>(
    `select office_id as office from invoices.invoices
      where seller_key = $1 and seller_key <> '' and office_id is not null and id <> $2 order by id desc limit 1`,
    [claim.sellerKey, claim.id],
  );
  const lastUnit = last && (await unitById(tx, last.office));
  const facts = { ...claim, matches, routing: routing.map(({ cells }) => cells), lastUnit: lastUnit?.code };
  return suggestOffice(facts);
}

/** The codes of an allocation as the year's list knows them. */
export async function findBudgetCodes(tx: Tx, it: { id: string; codes: readonly string[]; year: number }): Promise<BudgetCode[]> {
  return tx.query<BudgetCode>(
    `select cells ->> 'code' as code, cells ->> 'title' as title, coalesce(cells ->> 'available', '') as available,
            invoices.taken_of(cells ->> 'code', $1, $2)::text as taken
       from invoices.list_lines where list = 'budget-codes' and key = any ($3) order by key`,
    [it.year, it.id, it.codes.map((code) => `${it.year}:${code}`)],
  );
}

/** How the supplier's last invoice was allocated: only ever a suggestion. */
export async function findLastAllocation(
  tx: Tx,
  { id, sellerKey }: Claimed,
): Promise<{ code: string; amount: string; measure: string }[]> {
  return tx.query(
    `select a.code, a.amount::text as amount, a.measure from invoices.allocations a
      where a.invoice_id = (select i.id from invoices.invoices i where i.seller_key = $1 and $1 <> '' and i.id <> $2
         and i.state in ('arithmetic', 'ordered', 'handed-over', 'paid', 'filed') and exists (select from invoices.allocations x where x.invoice_id = i.id)
         order by i.id desc limit 1)
      order by a.no`,
    [sellerKey, id],
  );
}
