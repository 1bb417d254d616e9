// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

/** A check of the sources that is no test. */
export interface CheckResult {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly output: string;
  readonly milliseconds: number;
}

const root = path.join(import.meta.dirname, '..');

/** Biome: format, dead imports, complexity. With `fix` it repairs what it safely can. */
export function lint({ fix = false, paths = [] }: { fix?: boolean; paths?: readonly string[] } = {}): Promise<CheckResult> {
  const biome = path.join(root, 'node_modules', '@biomejs', `cli-${process.platform}-${process.arch}`, 'biome');
  const name = 'Stil (biome check)';
  if (!existsSync(biome)) return skipped(name, `@biomejs/cli-${process.platform}-${process.arch} ist nicht installiert`);
  return check(name, biome, ['check', ...(fix ? ['--write'] : []), '--max-diagnostics=50', '--colors=off', ...paths]);
}

/** tsc over server, tools and tests, and over the few scripts of the browser. */
export function typeChecks(): Promise<CheckResult>[] {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const inBrowser = globSync(['src/**/islands/**/*.ts', 'packages/*/browser/**/*.ts'], { cwd: root });
  return [
    check('Typen (tsc)', process.execPath, [tsc, '-p', '.']),
    inBrowser.length > 0
      ? check('Typen im Browser (tsc)', process.execPath, [tsc, '-p', 'tsconfig.browser.json'])
      : skipped('Typen im Browser (tsc)', 'es gibt noch keine Skripte für den Browser'),
  ];
}

function skipped(name: string, output: string): Promise<CheckResult> {
  return Promise.resolve({ name, state: 'skipped', output, milliseconds: 0 });
}

function check(name: string, command: string, args: readonly string[]): Promise<CheckResult> {
  const began = Date.now();
  return new Promise((resolve) => {
    let output = '';
    const done = (state: CheckResult['state']) => resolve({ name, state, output, milliseconds: Date.now() - began });
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => {
      output += error.message;
      done('failed');
    });
    child.on('close', (code) => done(code === 0 ? 'passed' : 'failed'));
  });
}
