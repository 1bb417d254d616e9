// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** What a unit was called and where it stood in a time. */
export interface UnitStateView {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** All states of a unit, newest first, planned ones included. */
export async function unitHistory(tx: Tx, unit: string): Promise<UnitStateView[]> {
  return tx.query<UnitStateView>(
    `select s.code, s.name, above.code as "parentCode", s.valid_from as "validFrom", s.valid_to as "validTo"
       from people.unit_state s
       left join lateral (select a.code from people.unit_state a where a.unit = s.parent and a.valid_from <= greatest(s.valid_from, kernel.today())
                           order by a.valid_from desc limit 1) above on true
      where s.unit = $1 order by s.valid_from desc`,
    [unit],
  );
}
