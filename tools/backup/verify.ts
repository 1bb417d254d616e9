// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { Frontier, leafData, leafHash } from '@fachwerk/merkle-log';
import pg from 'pg';
import { modules } from '../../src/app.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { createLog } from '../../src/kernel/log.ts';
import { openRuntime } from '../../src/kernel/open.ts';
import { readWitnesses, witnessedHeads } from '../../src/kernel/witness/index.ts';
import type { Connections } from '../postgres/index.ts';
import type { BackupManifest } from './manifest.ts';

const batch = 10_000;

/** Checks a restored installation by its journal: the whole tree anew, heads and witnesses, and every content byte by byte. Throws a German sentence. */
export async function verifyRestored(restored: {
  dataDir: string;
  connections: Connections;
  manifest: BackupManifest;
  progress: (sentence: string) => void;
}): Promise<{ entries: number; contents: number }> {
  const { dataDir, connections, manifest, progress } = restored;
  const config = { ...readConfig(process.env, path.dirname(dataDir)), dataDir };
  const witnessed = await witnessedHeads(await readWitnesses(dataDir));
  const runtime = await openRuntime({
    config,
    connections,
    modules,
    witnessed,
    log: createLog(
      () => {},
      () => '',
    ),
    disk: { readOnly: () => false },
  });
  try {
    if (!runtime.journal.writable())
      throw new Error(`Das Journal passt nicht zu seinen Prüfpunkten und Zeugen (${runtime.journal.state()}).`);
    const head = runtime.journal.head();
    if ((head?.note ?? '') !== (manifest.head?.note ?? ''))
      throw new Error('Der letzte Prüfpunkt ist nicht der, der gesichert wurde.');
    const entries = await recount(connections.owner, head?.root);
    progress(`${entries} Einträge des Journals nachgerechnet`);
    let contents = 0;
    for await (const { hash, ok } of runtime.blobs.scrub()) {
      if (!ok) throw new Error(`Der Inhalt ${hash} ist beschädigt.`);
      contents += 1;
    }
    progress(`${contents} Inhalte nachgerechnet`);
    return { entries, contents };
  } finally {
    await runtime.close();
  }
}

async function recount(owner: pg.PoolConfig, root: Buffer | undefined): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const frontier = new Frontier();
    for (;;) {
      const { rows } = await client.query<{ header: string; commitment: Buffer }>(
        'select header, commitment from journal.leaf where seq >= $1 and seq < $2 order by seq',
        [frontier.size, frontier.size + batch],
      );
      for (const { header, commitment } of rows) frontier.push(leafHash(leafData(header, commitment)));
      if (rows.length < batch) break;
    }
    if (root && !Buffer.from(frontier.root()).equals(root))
      throw new Error('Die Einträge ergeben nicht die unterschriebene Wurzel.');
    return frontier.size;
  } finally {
    await client.end();
  }
}
