// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { NAMESPACE_SCRIPT } from './namespace-script.ts';

/**
 * How a converter is walled in. `namespaces`: own user, mount, network, process and IPC namespaces by util-linux, a root folder with
 * nothing but the listed paths. `bubblewrap`: the same by bwrap. `node-only`: Node's permission model and our own guard, no kernel help.
 */
export type FenceLevel = 'namespaces' | 'bubblewrap' | 'node-only';

/** Bounds the kernel keeps for a fenced process; bytes and seconds. */
export type FenceLimits = { dataBytes: number; cpuSeconds: number; fileBytes: number; processes: number; openFiles: number };

/** A program to run inside the fence: what it may read besides the system's libraries, and the one folder it may write. */
export type FencedCommand = {
  program: string;
  args: readonly string[];
  readOnly: readonly string[];
  workFolder: string;
  limits: FenceLimits;
};

/** A fence of a level that was tried out on this machine. */
export type Fence = { level: FenceLevel; limited: boolean; wrap(command: FencedCommand): { file: string; args: string[] } };

/** The whole environment of a fenced process: no secret of ours (database address, keys) is among it. */
export function fencedEnvironment(workFolder: string): Record<string, string> {
  return {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    HOME: workFolder,
    TMPDIR: workFolder,
    MALLOC_ARENA_MAX: '2',
    UV_THREADPOOL_SIZE: '2',
    OMP_THREAD_LIMIT: '1',
  };
}

// Libraries and fonts of the system; not /etc, not /home, not /var, not /proc, not /tmp.
const SYSTEM_PATHS = [
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/etc/ld.so.cache',
  '/etc/fonts',
  '/etc/libreoffice',
  '/etc/alternatives',
  '/nix/store',
];
const DEVICES = ['/dev/null', '/dev/urandom'];
const PROBE_LIMITS: FenceLimits = { dataBytes: 2 ** 30, cpuSeconds: 10, fileBytes: 2 ** 20, processes: 64, openFiles: 256 };
const PROBE_MILLISECONDS = 5_000;

/** Finds the strongest fence that works here, by running a process in it; `levels` narrows the choice (tests, settings). */
export async function openFence(tmpDir: string, levels: readonly FenceLevel[] = ['namespaces', 'bubblewrap']): Promise<Fence> {
  const limited = hasTool('prlimit');
  // Every fence mounts its own, private root on this empty folder.
  const emptyFolder = join(tmpDir, 'fence-root');
  mkdirSync(emptyFolder, { recursive: true });
  const candidates: Fence[] = [];
  if (limited && ['unshare', 'setpriv', 'mount', 'pivot_root'].every(hasTool)) {
    candidates.push({ level: 'namespaces', limited, wrap: (command) => wrapInNamespaces(command, emptyFolder) });
  }
  if (limited && hasTool('bwrap')) candidates.push({ level: 'bubblewrap', limited, wrap: wrapInBubblewrap });
  for (const fence of candidates.filter((candidate) => levels.includes(candidate.level))) {
    if (await works(fence, tmpDir)) return fence;
  }
  return { level: 'node-only', limited, wrap: (command) => wrapInLimits(command, limited) };
}

function hasTool(name: string): boolean {
  return ['/usr/sbin', '/usr/bin', '/sbin', '/bin'].some((folder) => existsSync(join(folder, name)));
}

async function works(fence: Fence, tmpDir: string): Promise<boolean> {
  const workFolder = mkdtempSync(join(tmpDir, 'probe-'));
  const command = {
    program: process.execPath,
    args: ['-e', '0'],
    readOnly: [process.execPath],
    workFolder,
    limits: PROBE_LIMITS,
  };
  const { file, args } = fence.wrap(command);
  const child = spawn(file, args, {
    stdio: 'ignore',
    env: fencedEnvironment(workFolder),
    timeout: PROBE_MILLISECONDS,
    killSignal: 'SIGKILL',
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  rmSync(workFolder, { recursive: true, force: true });
  return code === 0;
}

function wrapInNamespaces(command: FencedCommand, emptyFolder: string): { file: string; args: string[] } {
  const namespaces = ['--user', '--map-root-user', '--net', '--mount', '--pid', '--ipc', '--uts', '--fork', '--kill-child=KILL'];
  const script = [
    'sh',
    '-c',
    NAMESPACE_SCRIPT,
    'fence',
    emptyFolder,
    command.workFolder,
    ...visiblePaths(command),
    ...DEVICES,
    '--',
  ];
  const limits = limitFlags(command.limits, true);
  const inner = [
    'prlimit',
    ...limits,
    'setpriv',
    '--no-new-privs',
    '--bounding-set=-all',
    '--inh-caps=-all',
    command.program,
    ...command.args,
  ];
  // The kernel ends unshare when we die, and unshare ends the process inside, so that a kill -9 of the server leaves nothing behind.
  return { file: 'setpriv', args: ['--pdeathsig', 'KILL', 'unshare', ...namespaces, ...script, ...inner] };
}

function wrapInBubblewrap(command: FencedCommand): { file: string; args: string[] } {
  const binds = visiblePaths(command).flatMap((path) =>
    lstatSync(path).isSymbolicLink() ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path],
  );
  const devices = DEVICES.filter(existsSync).flatMap((path) => ['--dev-bind', path, path]);
  const walls = ['--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'];
  const tmp = join(command.workFolder, 'tmp');
  // As in the script of the namespaces: first /tmp, then the folder, which may itself lie in a /tmp.
  const work = [
    ...(existsSync(tmp) ? ['--bind', tmp, '/tmp', '--proc', '/proc'] : []),
    '--bind',
    command.workFolder,
    command.workFolder,
  ];
  const place = ['--chdir', command.workFolder, '--remount-ro', '/'];
  return { file: 'bwrap', args: [...walls, ...binds, ...devices, ...work, ...place, ...limitedProgram(command, true)] };
}

function wrapInLimits(command: FencedCommand, limited: boolean): { file: string; args: string[] } {
  if (!limited) return { file: command.program, args: [...command.args] };
  const [file = '', ...args] = limitedProgram(command, false);
  return { file, args };
}

function limitedProgram(command: FencedCommand, ownProcesses: boolean): string[] {
  return ['prlimit', ...limitFlags(command.limits, ownProcesses), command.program, ...command.args];
}

// The number of processes is counted per user; only inside an own user namespace does that count start at zero.
function limitFlags(limits: FenceLimits, ownProcesses: boolean): string[] {
  const flags = [
    `--data=${limits.dataBytes}`,
    `--cpu=${limits.cpuSeconds}`,
    `--fsize=${limits.fileBytes}`,
    `--nofile=${limits.openFiles}`,
    '--core=0',
  ];
  return ownProcesses ? [...flags, `--nproc=${limits.processes}`] : flags;
}

// A path inside another listed one needs no mount of its own.
function visiblePaths(command: FencedCommand): string[] {
  const paths = [...new Set([...SYSTEM_PATHS, ...command.readOnly])].filter((path) => existsSync(path));
  return paths.filter(
    (path) => !paths.some((other) => other !== path && path.startsWith(other + sep) && statSync(other).isDirectory()),
  );
}
