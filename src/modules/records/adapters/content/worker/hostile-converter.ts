// SPDX-License-Identifier: EUPL-1.2
// For the fence's tests only: a converter that has been taken over. It tries everything and writes down what it got away with.
import { execFileSync } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import inspector from 'node:inspector';
import net from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the test tells it: targets that exist and would be harmed, and whether our own guard is loaded as in a real worker. */
export type HostilePlan = {
  guard: boolean;
  port: number;
  parent: number;
  secret: string;
  outside: string;
  repository: string;
  program: string;
  addon: string;
};

/** The outcome of one attempt: what stopped it (an error code), or what it got. */
export type HostileOutcome = { attempt: string; stopped?: string; got?: string };

const folder = process.argv[2] ?? '';
const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as HostilePlan;
const guard = plan.guard ? await import('./guard.ts') : undefined;
guard?.shutAddons();

const attempts: Record<string, () => unknown> = {
  'read /etc/passwd': () => readFileSync('/etc/passwd', 'utf8').slice(0, 20),
  'read the environment of the server': () => readFileSync(`/proc/${plan.parent}/environ`, 'latin1').slice(0, 20),
  'read a file of another job': () => readFileSync(plan.secret, 'utf8'),
  'list the repository': () => readdirSync(plan.repository).includes('package-lock.json') || fail(),
  'follow a link out of the folder': () => {
    symlinkSync('/etc/passwd', join(folder, 'link'));
    return readFileSync(join(folder, 'link'), 'utf8').slice(0, 20);
  },
  'write outside the folder': () => writeFileSync(plan.outside, 'x'),
  'write into the program': () => writeFileSync(join(plan.program, 'planted.ts'), 'x'),
  'write into a package': () => writeFileSync(join(plan.repository, 'node_modules', 'planted.js'), 'x'),
  'connect to a service of this machine': () => connect(plan.port),
  'connect below the library': () => tcpBinding() && connect(plan.port),
  'fetch a page': () => fetch(`http://127.0.0.1:${plan.port}/`).then((answer) => answer.status),
  'ask a name server': () => askName(plan.port),
  'send a datagram': () => sendDatagram(plan.port),
  'start a shell': () =>
    execFileSync('/bin/sh', ['-c', 'cat /etc/passwd || cat "$0"', plan.secret], { encoding: 'utf8', stdio: 'pipe' }).slice(0, 20),
  'read from a thread': () => thread('process.getBuiltinModule("fs").readFileSync("/etc/passwd"); 1'),
  'signal the server': () => process.kill(plan.parent, 0),
  'open a debugger': () => inspector.open(0, '127.0.0.1') ?? connect(Number(new URL(inspector.url() ?? '').port)),
  'load a native module': () => process.dlopen({ exports: {} }, plan.addon) ?? 'loaded',
};

const outcomes: HostileOutcome[] = [];
for (const [attempt, run] of Object.entries(attempts)) outcomes.push(await outcomeOf(attempt, run));
writeFileSync(join(folder, 'outcomes.json'), JSON.stringify(outcomes));
process.exit(0);

async function outcomeOf(attempt: string, run: () => unknown): Promise<HostileOutcome> {
  try {
    return { attempt, got: String(await run()) };
  } catch (error) {
    const { code, name, cause } = error as { code?: string; name?: string; cause?: { code?: string } };
    return { attempt, stopped: cause?.code ?? code ?? name ?? 'error' };
  }
}

function fail(): never {
  throw Object.assign(new Error('not there'), { code: 'ENOENT' });
}

// The way around every JavaScript object: the socket of the C++ side.
function tcpBinding(): object {
  type Binding = { TCP: new (kind: number) => object };
  const { TCP } = (process as unknown as { binding(name: string): Binding }).binding('tcp_wrap');
  return new TCP(0);
}

function askName(port: number): Promise<string[]> {
  const resolver = new dns.promises.Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([`127.0.0.1:${port}`]);
  return resolver.resolve4('example.org');
}

function connect(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 1_000 });
    socket.once('connect', () => resolve('connected'));
    socket.once('timeout', () => reject(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    socket.once('error', reject);
  });
}

function sendDatagram(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = dgram.createSocket('udp4');
    socket.once('error', reject);
    socket.send('x', port, '127.0.0.1', (error) => (error ? reject(error) : resolve('sent')));
  });
}

function thread(code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true });
    worker.once('exit', (exit) => (exit === 0 ? resolve('read') : reject(fail)));
    worker.once('error', reject);
  });
}
