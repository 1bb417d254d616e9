// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** Figures of one office; never of a person, and never of so few that one could tell whose they are. */
export interface OfficeFigures {
  readonly office: string;
  readonly invoices: number;
  /** Median of days from receipt to the second certification. */
  readonly days: number;
  /** Of those with a discount: paid within it. */
  readonly withSkonto: number;
  readonly inTime: number;
}

/** Fewer invoices than this, or fewer than three who certify: the office is not shown. */
export const fewest = 5;

/** Figures by office over all paid invoices that the caller may see. */
export function officeFigures(tx: Tx): Promise<OfficeFigures[]> {
  return tx.query<OfficeFigures>(
    `select i.office_id as office, count(*)::int as invoices,
            percentile_disc(0.5) within group (order by s.on_day - i.received_on)::int as days,
            count(i.skonto_on)::int as "withSkonto", count(*) filter (where i.paid_on <= i.skonto_on)::int as "inTime"
       from invoices.invoices i join invoices.steps s on s.invoice_id = i.id and s.step = 'arithmetic' and not s.void
      where i.state in ('paid', 'filed') and i.office_id is not null group by i.office_id having count(*) >= $1 and count(distinct s.person) >= 3`,
    [fewest],
  );
}
