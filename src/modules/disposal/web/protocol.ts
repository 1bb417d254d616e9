// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint } from '../../../kernel/page.ts';
import { findRun, protocolOf } from '../queries/runs.ts';
import { protocolToCsv } from '../rules/protocol.ts';

/** The protocol of a destruction as a table: references and dates, no content and no names. */
export const protocolEndpoint: Endpoint = {
  method: 'GET',
  path: '/disposal/runs/:run/protocol',
  permission: 'disposal.read',
  summary: 'Protocol of a destruction as CSV: references and dates only',
  async handle(visit) {
    const found = await visit.read(async (tx) => {
      const run = await findRun(tx, visit.param('run'));
      return run && { run, lines: await protocolOf(tx, run.id) };
    });
    if (!found) return visit.notFound();
    return new Response(protocolToCsv(found.lines), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="vernichtungsprotokoll-${found.run.no}.csv"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  },
};
