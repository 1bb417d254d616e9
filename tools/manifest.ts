// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalogue } from '../src/kernel/schema/catalogue.ts';
import { codeterminationManifest, processingRecord } from '../src/kernel/schema/manifest.ts';
import { openTestCluster } from '../test/cluster.ts';
import { connectionsTo } from './postgres/connections.ts';
import { withClient } from './postgres/roles.ts';

/** `npm run manifest`: prints both papers out of a freshly migrated schema; `-- --write` updates the declared ones. */
async function main(): Promise<void> {
  const { cluster, close } = await openTestCluster();
  try {
    const { owner } = connectionsTo(cluster.address, cluster.template, cluster.roles);
    const tables = await withClient(owner, async (client) =>
      readCatalogue({ query: async (sql, values) => (await client.query(sql, values as unknown[])).rows }),
    );
    const papers = { mitbestimmung: codeterminationManifest(tables), verarbeitung: processingRecord(tables) };
    for (const [name, text] of Object.entries(papers)) {
      if (process.argv.includes('--write')) writeFileSync(path.join(import.meta.dirname, `../docs/manifest/${name}.md`), text);
      else console.log(text);
    }
  } finally {
    await close();
  }
}

await main();
