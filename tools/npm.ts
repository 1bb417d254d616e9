// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Runs npm in the project and returns what it printed; throws with its complaint. */
export function runNpm(args: readonly string[]): string {
  const cli = process.env['npm_execpath'];
  const own = cli && path.basename(cli) === 'npm-cli.js' && existsSync(cli);
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const [file, first] = own ? [node, [cli]] : ['npm', []];
  const options = { cwd: path.join(import.meta.dirname, '..'), encoding: 'utf8', maxBuffer: 64 * 2 ** 20 } as const;
  const { status, stdout, stderr, error } = spawnSync(file, [...first, ...args], options);
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${error?.message ?? (stderr || stdout)}`);
  return stdout;
}
