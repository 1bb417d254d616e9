// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { createApp, modules } from '../../src/app.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { readConfig } from '../../src/kernel/config.ts';
import { createLog } from '../../src/kernel/log.ts';
import { type OpenRuntime, openRuntime } from '../../src/kernel/open.ts';
import { createRouter } from '../../src/kernel/router.ts';
import type { Runtime } from '../../src/kernel/runtime.ts';
import { beginSession } from '../../src/kernel/session.ts';
import { identify } from '../../src/modules/people/index.ts';
import { loadAssets } from '../../src/ui/assets.ts';
import { errorPage } from '../../src/ui/error-page.tsx';
import type { Answer } from './client.ts';
import { probe } from './probe-module.ts';
import type { Stage } from './stage.ts';

/** The application in this very process: requests without a network, so that a test can reach into it. */
export interface Here {
  readonly runtime: OpenRuntime;
  /** Cookie of a person who has just signed in. */
  signIn(person: string): Promise<string>;
  /** The same application over a runtime that somebody tampered with. */
  serve(runtime: Runtime): Promise<Serve>;
}

/** Answers a request. */
export type Serve = (ask: Ask) => Promise<Answer>;

/** A request. */
export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the application is opened with. */
export interface HereOptions {
  readonly clock?: Clock;
  readonly witnessed?: readonly { size: number; root: Buffer }[];
}

/** Lends an application in this process over a stage. */
export async function withAppHere<T>(stage: Stage, options: HereOptions, work: (here: Here) => Promise<T>): Promise<T> {
  const log = createLog(
    () => {},
    () => 'TEST',
  );
  const runtime = await openRuntime({
    config: readConfig({ FACHWERK_DATA: stage.dataDir }, stage.dataDir),
    connections: stage.connections,
    modules: [...modules, probe],
    disk: { readOnly: () => false },
    log,
    ...options,
  });
  try {
    return await work({
      runtime,
      serve: serveOver,
      signIn: async (person) => {
        const at = runtime.clock.now();
        const as = { person: null, system: 'faults.sign-in' };
        return `fachwerk=${await runtime.database.transaction(as, at, (tx) => beginSession(tx, person, at))}`;
      },
    });
  } finally {
    await runtime.close();
  }
}

async function serveOver(runtime: Runtime): Promise<Serve> {
  const main = createApp(runtime, await loadAssets({}));
  const probes = createRouter(runtime, [probe], { errorPage, identify: identify(runtime) });
  return async ({ method = 'POST', path, body, cookie, key = randomUUID(), headers }) => {
    const raw = body === undefined || body instanceof Uint8Array || typeof body === 'string';
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: {
        origin: 'http://localhost',
        host: 'localhost',
        accept: 'application/json',
        'idempotency-key': key,
        ...(cookie ? { cookie } : {}),
        ...(raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: raw ? ((body as string | Buffer<ArrayBuffer> | undefined) ?? null) : JSON.stringify(body),
    });
    const response = await (path.startsWith('/faults') ? probes : main).fetch(request);
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status: response.status, body: json ? (JSON.parse(text) as Record<string, unknown>) : { text } };
  };
}
