// SPDX-License-Identifier: EUPL-1.2
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '../processes.ts';
import { releaseBallast } from './ballast.ts';
import { removeSocketFolder } from './home.ts';
import { type Launch, launch, RivalServer } from './launch.ts';
import { runningPostmaster } from './postmaster.ts';

/** Something an operator must know about; the text is German and holds no personal data. */
export interface PostgresAlarm {
  readonly kind: 'crashed' | 'restarted' | 'disk-full' | 'restart-failed';
  readonly text: string;
}

/** Ends a server: fast shutdown; then immediate (recovery at the next start); then by force. */
export async function endServer(pid: number): Promise<void> {
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
export class Keeper {
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
    if (pid !== undefined && isRunning(pid)) await endServer(pid);
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
