// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { timeouts } from '../../../src/kernel/database.ts';

/** Lets the database look at what lies in it now, instead of a minute later: the first page must be quick, too. */
export async function settleStatistics(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...timeouts, ...owner });
  await client.connect();
  try {
    for (const schema of ['people', 'records']) {
      const { rows } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = $1 order by 1`,
        [schema],
      );
      for (const { name } of rows) await client.query(`analyze ${name}`);
    }
  } finally {
    await client.end();
  }
}
