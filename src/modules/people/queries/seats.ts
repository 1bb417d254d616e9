// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** Somebody who can be named by their function: a directory entry, nothing of what they did. */
export interface SeatHolder {
  readonly function: string;
  readonly person: string;
  readonly unit: string;
  readonly given: string;
  readonly family: string;
  /** Leads the unit. */
  readonly head: boolean;
}

/** Everybody with a function today, by unit: for orders that name colleagues. */
export function seatHolders(tx: Tx): Promise<SeatHolder[]> {
  return tx.query<SeatHolder>(
    `select f.id as function, f.person, f.unit, p.given_name as given, p.family_name as family, f.role = 'head' as head
       from people.function_held f join people.person p on p.id = f.person
      where f.valid_from <= kernel.at() and (f.valid_to is null or f.valid_to > kernel.at()) and people.is_active(p.id)
      order by lower(p.family_name), lower(p.given_name), f.id`,
  );
}
