// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** How the service's environment differs from ours. */
export type Environment = Readonly<Record<string, string>>;

const launcher = path.join(import.meta.dirname, '..', '..', 'tools', 'run.mjs');
const patience = 240_000;

function launch(args: readonly string[], environment: Environment): { child: ChildProcess; said: () => string } {
  const { npm_lifecycle_event: _, NODE_TEST_CONTEXT: __, NODE_OPTIONS: ___, FACHWERK_PG_BIN: ____, ...inherited } = process.env;
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  return { child, said: () => text };
}

/** Runs a command as the handbook names it, `backup DIR` say; what it printed. */
export async function run(args: readonly string[], environment: Environment): Promise<{ code: number | null; said: string }> {
  const { child, said } = launch(args, environment);
  const [code] = (await once(child, 'close', { signal: AbortSignal.timeout(patience) })) as [number | null];
  return { code, said: said() };
}

/** The service as the systemd unit starts it. */
export interface Service {
  readonly said: string;
  /** SIGTERM, as `systemctl stop`; how long the end took and the exit code. */
  stop(): Promise<{ milliseconds: number; code: number | null }>;
}

/** Starts the service and waits until it says that it is ready. */
export async function startService(environment: Environment): Promise<Service> {
  const { child, said } = launch(['start'], { NODE_ENV: 'production', HOST: '127.0.0.1', ...environment });
  const limit = Date.now() + patience;
  while (!said().includes('Fachwerk ist bereit')) {
    if (child.exitCode !== null) throw new Error(`the service ended: ${said().slice(-1_000)}`);
    if (Date.now() > limit) {
      child.kill('SIGKILL');
      throw new Error(`the service did not start: ${said().slice(-1_000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    said: said(),
    async stop() {
      const began = performance.now();
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      return { milliseconds: performance.now() - began, code };
    },
  };
}
