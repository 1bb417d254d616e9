// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** One line of the Postbuch. It names no person of the office, and none can be counted by it. */
export interface BookLine {
  readonly no: number;
  readonly direction: 'in' | 'out';
  readonly day: string;
  readonly channel: string;
  readonly party: string;
  readonly subject: string;
  readonly fate: string;
  readonly fateOffice: string | null;
  readonly fateOn: string | null;
}

/** A part of the book: lines after a number, so many of them. */
export interface BookPart {
  readonly office: string;
  readonly year: number;
  readonly after?: number | undefined;
  readonly limit: number;
}

/** The book of an office for a year, in the order of its numbers. */
export function listBook(tx: Tx, { office, year, after = 0, limit }: BookPart): Promise<BookLine[]> {
  return tx.query<BookLine>(
    `select no, direction, on_day as day, channel, party, subject, fate, fate_office as "fateOffice", fate_on as "fateOn"
       from post.book where office_id = $1 and year = $2 and no > $3 order by no limit $4`,
    [office, year, after, limit],
  );
}

/** Years for which the office has a book, the newest first. */
export async function bookYears(tx: Tx, office: string): Promise<number[]> {
  const rows = await tx.query<{ year: number }>('select distinct year from post.book where office_id = $1 order by year desc', [
    office,
  ]);
  return rows.map(({ year }) => year);
}
