// SPDX-License-Identifier: EUPL-1.2
// A disk whose power can be cut: ext4 on a file, and that file on btrfs. Copying the file by reference is at once, and the copy holds
// what the disk held at that instant; what lay only in the memory of the upper file system is missing from it, as after a power cut.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A mounted file system. */
export interface Mounted {
  readonly dir: string;
  close(): Promise<void>;
}

/** A file system that can be copied as it is on the disk at one instant. */
export interface PowerDisk extends Mounted {
  /** Everything written so far reaches the disk. */
  flush(): void;
  /** The disk as it was when the power failed, mounted again. */
  cut(): Promise<Mounted>;
}

const lowerBytes = 8 * 1024 ** 3; // sparse
const upperBytes = 1024 ** 3;
const passable = 0o711;

/** Why this machine has no such disk, or undefined. */
export function missingForPowerCut(): string | undefined {
  if (process.getuid?.() !== 0) return 'nur root darf Platten einhängen';
  const missing = ['mkfs.btrfs', 'mkfs.ext4', 'losetup'].filter((tool) => spawnSync(tool, ['--version']).error);
  return missing.length > 0 ? `es fehlt ${missing.join(', ')}` : undefined;
}

/** Makes the disk; throws when the machine refuses. */
export async function openPowerDisk(root: string): Promise<PowerDisk> {
  const place = (name: string) => path.join(root, name);
  for (const name of ['lower', 'upper', 'cut']) mkdirSync(place(name), { recursive: true });
  makeImage(place('lower.img'), lowerBytes, ['mkfs.btrfs', '-q', '-f']);
  const lower = mount(place('lower.img'), place('lower'), 'loop,nodatacow');
  try {
    const image = path.join(place('lower'), 'disk.img');
    makeImage(image, upperBytes, ['mkfs.ext4', '-q', '-F', '-E', 'lazy_itable_init=0,lazy_journal_init=0']);
    const upper = mount(image, place('upper'), 'loop');
    return {
      dir: upper.dir,
      flush: () => run('sync', ['--file-system', upper.dir]),
      async cut() {
        const copy = path.join(place('lower'), 'cut.img');
        run('cp', ['--reflink=always', image, copy]);
        const mounted = mount(copy, place('cut'), 'loop');
        return {
          dir: mounted.dir,
          async close() {
            await mounted.close();
            rmSync(copy);
          },
        };
      },
      async close() {
        await upper.close();
        await lower.close();
        rmSync(place('lower.img'));
      },
    };
  } catch (fault) {
    await lower.close();
    throw fault;
  }
}

/** A small disk in memory that can be filled up. */
export async function openSmallDisk(root: string, bytes: number): Promise<Mounted> {
  const dir = path.join(root, 'small');
  mkdirSync(dir, { recursive: true });
  run('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=711`, 'fachwerk-small', dir]);
  return { dir, close: () => unmount(dir) };
}

/** A machine that has the tools and all the same refuses to mount: the test is skipped, but not where everything is required. */
export function unlessRequired(fault: Error): string {
  if (process.env['FACHWERK_REQUIRE'] === 'all') throw fault;
  return fault.message;
}

function makeImage(file: string, bytes: number, [tool = '', ...args]: string[]): void {
  writeFileSync(file, '');
  truncateSync(file, bytes);
  run(tool, [...args, file]);
}

function mount(image: string, dir: string, options: string): Mounted {
  run('mount', ['-o', options, image, dir]);
  chmodSync(dir, passable);
  return { dir, close: () => unmount(dir) };
}

/** A process that was just killed may hold a file for a moment longer. */
async function unmount(dir: string): Promise<void> {
  for (let left = 25; left > 0; left -= 1) {
    if (spawnSync('umount', [dir]).status === 0) return;
    await sleep(200);
  }
  run('umount', ['--lazy', dir]);
}

function run(tool: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
}

/** Everything below this folder that is still mounted is unmounted: for the end of a run that was broken off. */
export function unmountBelow(root: string): void {
  const { stdout } = spawnSync('findmnt', ['--raw', '--noheadings', '--output', 'TARGET'], { encoding: 'utf8' });
  const below = (stdout ?? '').split('\n').filter((dir) => dir.startsWith(`${root}/`));
  for (const dir of below.reverse()) spawnSync('umount', ['--lazy', dir]);
}
