// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';

/** A case that is not filed. */
export interface OpenCase {
  readonly id: string;
  readonly file: string;
  readonly reference: string | null;
  readonly subject: string;
  readonly state: string;
  readonly leadUnit: string;
  readonly startedOn: string;
}

/** Open cases of some units that the caller may see, oldest first, from after an id on: for lists by office. */
export function listOpenCases(
  tx: Tx,
  { units, after, limit }: { units: readonly string[]; after?: string | undefined; limit: number },
): Promise<OpenCase[]> {
  return tx.query<OpenCase>(
    `select id, file_id as file, reference, subject, state, lead_unit as "leadUnit", started_on as "startedOn"
       from records.cases
      where lead_unit = any ($1) and state <> 'filed' and ($2::uuid is null or id > $2)
      order by id limit $3`,
    [units, after ?? null, limit],
  );
}
