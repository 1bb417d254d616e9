// SPDX-License-Identifier: EUPL-1.2
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { timeouts } from '../../src/kernel/database.ts';
import { isRunning } from '../processes.ts';
import type { Account } from './account.ts';
import { ensureBallast, releaseBallast } from './ballast.ts';
import { ensureCluster } from './cluster.ts';
import { makeSocketFolder, prepareHome, removeSocketFolder } from './home.ts';
import { type Launch, launch, RivalServer } from './launch.ts';
import { runningPostmaster } from './postmaster.ts';

/** Something an operator must know about; the text is German and holds no personal data. */
export interface PostgresAlarm {
  readonly kind: 'crashed' | 'restarted' | 'disk-full' | 'restart-failed';
  readonly text: string;
}

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
  if (durable) ensureBallast(dataDir);
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
      await end(found.pid);
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

/** Fast shutdown; then immediate (recovery at the next start); then by force. */
async function end(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    kill(pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(10)) if (!isRunning(pid)) return;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

const longestPause = 5_000;

/** Keeps one server alive: a value with an identity and a life of its own. */
class Keeper {
  readonly #what: Launch;
  readonly #dataDir: string;
  readonly #alarm: (alarm: PostgresAlarm) => void;
  #pid: number | undefined;
  #stopping = false;
  #restarting: Promise<void> | undefined;
  #watch: NodeJS.Timeout | undefined;
  /** A process that ends without `stop` takes its server along; only kill -9 leaves an orphan. */
  readonly #atExit = () => this.#pid !== undefined && kill(this.#pid, 'SIGINT');

  constructor(what: Launch, { dataDir, onAlarm }: { dataDir: string; onAlarm: (alarm: PostgresAlarm) => void }) {
    this.#what = what;
    this.#dataDir = dataDir;
    this.#alarm = onAlarm;
  }

  async begin(orphan: number | undefined): Promise<void> {
    if (orphan !== undefined) this.#observe(orphan);
    else this.#keep(await launch(this.#what).catch((error) => this.#launchLighter(error)));
    process.once('exit', this.#atExit);
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#watch);
    process.off('exit', this.#atExit);
    await this.#restarting;
    const pid = this.#pid ?? runningPostmaster(this.#what.home.cluster)?.pid;
    if (pid !== undefined && isRunning(pid)) await end(pid);
    this.#pid = undefined;
    removeSocketFolder(this.#what.socketDir);
  }

  #keep(child: ChildProcess): void {
    this.#pid = child.pid;
    if (child.exitCode !== null || child.signalCode !== null) this.#crashed();
    else child.once('exit', () => this.#crashed());
  }

  /** An adopted server is not our child, so its end must be looked for. */
  #observe(pid: number): void {
    this.#pid = pid;
    this.#watch = setInterval(() => {
      if (isRunning(pid)) return;
      clearInterval(this.#watch);
      this.#crashed();
    }, 250).unref();
  }

  #crashed(): void {
    this.#pid = undefined;
    if (this.#stopping) return;
    this.#alarm({ kind: 'crashed', text: 'PostgreSQL ist unerwartet beendet worden; es wird neu gestartet.' });
    this.#restarting = this.#restart().finally(() => {
      this.#restarting = undefined;
    });
  }

  async #restart(): Promise<void> {
    for (let pause = 100; !this.#stopping; pause = Math.min(2 * pause, longestPause)) {
      try {
        this.#lighten();
        this.#keep(await launch(this.#what));
        this.#alarm({ kind: 'restarted', text: 'PostgreSQL läuft wieder.' });
        return;
      } catch (error) {
        if (error instanceof RivalServer) return this.#observe(error.pid);
        this.#alarm({ kind: 'restart-failed', text: (error as Error).message });
        await sleep(pause);
      }
    }
  }

  #launchLighter(error: unknown): Promise<ChildProcess> {
    if (!this.#lighten()) throw error;
    return launch(this.#what);
  }

  #lighten(): boolean {
    const released = releaseBallast(this.#dataDir);
    if (released)
      this.#alarm({
        kind: 'disk-full',
        text: `Die Platte von ${this.#dataDir} ist voll. Der Ballast wurde gelöscht; bitte Platz schaffen.`,
      });
    return released;
  }
}
