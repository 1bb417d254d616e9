// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { timeouts } from '../../src/kernel/database.ts';
import type { Account } from './account.ts';
import { ensureCluster } from './cluster.ts';
import { makeSocketFolder, prepareHome } from './home.ts';
import { endServer, Keeper, type PostgresAlarm } from './keeper.ts';
import { type Launch, RivalServer } from './launch.ts';
import { runningPostmaster } from './postmaster.ts';

export type { PostgresAlarm } from './keeper.ts';

/** How to run the embedded server. */
export interface PostgresOptions {
  readonly dataDir: string;
  /** False only for throw-away clusters: no fsync. */
  readonly durable?: boolean;
  readonly onAlarm?: (alarm: PostgresAlarm) => void;
}

/** A running embedded server. */
export interface Postgres {
  /** Folder of its unix socket: the `host` for a client. */
  readonly socketDir: string;
  readonly superuser: 'postgres';
  /** It was running already, left over from a killed predecessor. */
  readonly adopted: boolean;
  readonly version: string;
  readonly account: Account['kind'];
  /** The postmaster's process number at this moment. */
  pid(): number | undefined;
  /** Ends it at once and in good order; unfinished transactions are rolled back. */
  stop(): Promise<void>;
}

/** Starts the embedded PostgreSQL of a data folder, or adopts the one that runs there, and keeps it running until `stop`. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  for (let left = 3; ; left -= 1) {
    try {
      return await startOrAdopt(options);
    } catch (error) {
      if (!(error instanceof RivalServer) || left === 1) throw error;
    }
  }
}

async function startOrAdopt({ dataDir, durable = true, onAlarm = toConsole }: PostgresOptions): Promise<Postgres> {
  const home = prepareHome(path.resolve(dataDir));
  const orphan = await adopt(home.cluster, home.binaries.version);
  if (!orphan) ensureCluster(home, durable);
  const what: Launch = { home, durable, socketDir: orphan?.socketDir ?? makeSocketFolder(home) };
  const keeper = new Keeper(what, { dataDir, onAlarm });
  await keeper.begin(orphan?.pid);
  return {
    socketDir: what.socketDir,
    superuser: 'postgres',
    adopted: orphan !== undefined,
    version: home.binaries.version,
    account: home.account.kind,
    pid: () => runningPostmaster(home.cluster)?.pid,
    stop: () => keeper.stop(),
  };
}

function toConsole({ text }: PostgresAlarm): void {
  console.error(text);
}

/** A server that a killed predecessor left behind is used on, unless it is of another version or does not answer. */
async function adopt(cluster: string, version: string): Promise<{ pid: number; socketDir: string } | undefined> {
  for (let left = 300; left > 0; left -= 1) {
    const found = runningPostmaster(cluster);
    if (!found) return undefined;
    if (found.status === 'ready') {
      if ((await versionAt(found.socketDir)) === version) return found;
      await endServer(found.pid);
      return undefined;
    }
    await sleep(100); // still starting, or still stopping
  }
  throw new Error(`In ${cluster} läuft ein PostgreSQL, das seit 30 Sekunden weder bereit ist noch endet.`);
}

async function versionAt(socketDir: string): Promise<string | undefined> {
  const client = new pg.Client({ ...timeouts, host: socketDir, port: 5432, user: 'postgres', database: 'postgres', ssl: false });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select split_part(current_setting('server_version'), ' ', 1) as version",
    );
    return rows[0]?.version;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
