// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net';
import os from 'node:os';
import { namespacesWork } from '../postgres/account.ts';
import type { Finding } from './finding.ts';

const gibibyte = 2 ** 30;
const neededNode = 24;

/** End of security fixes per major version (nodejs/Release, schedule.json). */
const nodeEnds: Record<number, string> = { 24: '2028-04-30', 26: '2029-04-30' };

/** Fachwerk was built after this day: a clock that is earlier is wrong. */
const builtAfter = Date.UTC(2026, 10, 1);

/** What is known about the machine and the process; given, so that the judgement can be tested. */
export interface Machine {
  readonly nodeVersion: string;
  readonly platform: string;
  readonly memory: number;
  readonly cores: number;
  readonly isRoot: boolean;
  readonly namespaces: boolean;
  /** Reached from other machines, so no trial any more. */
  readonly isPublic: boolean;
  readonly now: Date;
}

/** Looks at the machine we are on. */
export function thisMachine(env: NodeJS.ProcessEnv = process.env): Machine {
  const limit = process.constrainedMemory(); // 0 or huge where there is no limit
  const isRoot = process.getuid?.() === 0;
  return {
    nodeVersion: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    memory: limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem(),
    cores: os.availableParallelism(),
    isRoot,
    namespaces: isRoot && namespacesWork(),
    isPublic: !isLoopback(env['HOST'] ?? '127.0.0.1') || env['NODE_ENV'] === 'production',
    now: new Date(),
  };
}

/** Judges Node, system, memory, rights and clock. */
export function judgeMachine(machine: Machine): Finding[] {
  return [judgeNode(machine), judgePlatform(machine), judgeMemory(machine), judgeRoot(machine), judgeClock(machine)];
}

function judgeNode({ nodeVersion, now }: Machine): Finding {
  const topic = 'Node';
  const major = Number.parseInt(nodeVersion, 10);
  const end = nodeEnds[major];
  if (major < neededNode)
    return {
      topic,
      state: 'bad',
      found: `${nodeVersion}: zu alt`,
      advice: `Node ${neededNode} installieren; unter Linux (x64, arm64) bringt „npm start“ es mit.`,
    };
  if (!end)
    return {
      topic,
      state: 'warning',
      found: `${nodeVersion}: keine Version mit Langzeitpflege, die hier geprüft ist`,
      advice: `Node ${neededNode} verwenden.`,
    };
  if (now.toISOString() > end)
    return {
      topic,
      state: 'bad',
      found: `${nodeVersion}: Sicherheitskorrekturen endeten am ${german(end)}`,
      advice: 'Fachwerk aktualisieren.',
    };
  return { topic, state: 'ok', found: `${nodeVersion} (Sicherheitskorrekturen bis ${german(end)})` };
}

function judgePlatform({ platform, cores }: Machine): Finding {
  const found = `${platform}, ${os.release()}, ${cores} Kerne`;
  if (['linux-x64', 'linux-arm64'].includes(platform)) return { topic: 'System', state: 'ok', found };
  return {
    topic: 'System',
    state: 'warning',
    found,
    advice: 'Geprüft ist Linux (x64, arm64) mit glibc; anderswo Node 24 und PostgreSQL selbst bereitstellen.',
  };
}

function judgeMemory({ memory }: Machine): Finding {
  const topic = 'Arbeitsspeicher';
  const found = `${(memory / gibibyte).toFixed(1).replace('.', ',')} GB`;
  if (memory < gibibyte) return { topic, state: 'bad', found, advice: 'Mindestens 1 GB, für den Betrieb 4 GB vorsehen.' };
  if (memory < 3.5 * gibibyte)
    return { topic, state: 'warning', found, advice: 'Für den Betrieb 4 GB vorsehen (Datenbank, Texterkennung).' };
  return { topic, state: 'ok', found };
}

function judgeRoot({ isRoot, namespaces, isPublic }: Machine): Finding {
  const topic = 'Benutzer';
  if (!isRoot) return { topic, state: 'ok', found: `${os.userInfo().username} (nicht root)` };
  const how = namespaces
    ? 'die Datenbank läuft in einem Benutzer-Namensraum'
    : 'Namensräume sind verboten; die Datenbank läuft als Dienstkonto „fachwerk“';
  const advice = 'Für den Betrieb ein eigenes Dienstkonto verwenden (docs/handbook, systemd).';
  return { topic, state: isPublic ? 'bad' : 'warning', found: `root; ${how}`, advice };
}

function judgeClock({ now }: Machine): Finding {
  const found = now.toISOString().replace('T', ' ').slice(0, 19).concat(' UTC');
  if (now.getTime() >= builtAfter) return { topic: 'Uhr', state: 'ok', found };
  return {
    topic: 'Uhr',
    state: 'bad',
    found: `${found}: geht nach`,
    advice: 'Zeitdienst einrichten (chrony oder systemd-timesyncd): Fristen und das Journal hängen an der Uhr.',
  };
}

/** Whether the address can be taken, unless a Fachwerk of ours has it already. */
export async function judgePort(env: NodeJS.ProcessEnv, runningAt: string | undefined): Promise<Finding> {
  const topic = 'Adresse';
  const host = env['HOST'] ?? '127.0.0.1';
  const port = Number(env['PORT'] ?? 8080);
  const address = `${host}:${port}`;
  if (runningAt) return { topic, state: 'ok', found: `Fachwerk läuft unter ${runningAt}` };
  const code = await tryToListen(host, port);
  if (code === undefined && isLoopback(host)) return { topic, state: 'ok', found: `${address} ist frei` };
  if (code === undefined)
    return {
      topic,
      state: 'warning',
      found: `${address} ist frei und von anderen Rechnern erreichbar`,
      advice: 'Einen Proxy mit TLS davorsetzen und HOST=127.0.0.1 lassen.',
    };
  if (code === 'EADDRINUSE')
    return {
      topic,
      state: 'bad',
      found: `${address} ist von einem anderen Programm belegt`,
      advice: 'Mit PORT eine andere Nummer wählen.',
    };
  if (code === 'EACCES')
    return {
      topic,
      state: 'bad',
      found: `${address} darf nicht geöffnet werden`,
      advice: 'Eine Nummer ab 1024 wählen, davor ein Proxy.',
    };
  return { topic, state: 'bad', found: `${address}: ${code}`, advice: 'HOST und PORT prüfen.' };
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    try {
      server.listen(port, host, () => server.close(() => resolve(undefined)));
    } catch (error) {
      resolve((error as Error).message);
    }
  });
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function german(isoDate: string): string {
  return isoDate.split('-').reverse().join('.');
}
