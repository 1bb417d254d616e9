// SPDX-License-Identifier: EUPL-1.2
// Builds the offline verifier: fachwerk-verify.mjs for Node and pruefer.html for browsers, each one file without dependencies.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const HERE = import.meta.dirname;
const SHEBANG = '#!/usr/bin/env node';

/** Where the two files are, absolute if `outDir` was. */
export type BuiltVerifier = { readonly cli: string; readonly page: string };

/** Options of the build: verifier keys that a city ships with its own verifier, so that its packages are vouched for at once. */
export type BuildOptions = { readonly pinnedKeys?: readonly string[] };

/** Writes `fachwerk-verify.mjs` and `pruefer.html` into a folder, which is created. The same sources give the same bytes. */
export async function buildVerifier(outDir: string, { pinnedKeys = [] }: BuildOptions = {}): Promise<BuiltVerifier> {
  const cli = join(outDir, 'fachwerk-verify.mjs');
  const page = join(outDir, 'pruefer.html');
  const define = { __PINNED_KEYS__: JSON.stringify(pinnedKeys) };
  const [command, script, style, template] = await Promise.all([
    bundle('src/cli-main.ts', { platform: 'node', format: 'esm', target: 'node20', banner: { js: SHEBANG }, define }),
    bundle('browser/page.ts', { platform: 'browser', format: 'iife', target: 'es2022', minify: true, define }),
    bundle('browser/page.css', { minify: true }),
    readFile(join(HERE, 'browser/page.html'), 'utf8'),
  ]);
  await mkdir(outDir, { recursive: true });
  await writeFile(cli, command, { mode: 0o755 });
  await writeFile(page, fill(template, script.trim(), style.trim()));
  return { cli, page };
}

async function bundle(entry: string, options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, entry)],
    absWorkingDir: HERE,
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    ...options,
  });
  return outputFiles![0]!.text;
}

/** The hashes in the page's own policy make the browser refuse any other script, and every request. */
function fill(template: string, script: string, style: string): string {
  const parts: Record<string, string> = {
    SCRIPT: script,
    STYLE: style,
    SCRIPT_HASH: policyHash(script),
    STYLE_HASH: policyHash(style),
  };
  return template.replaceAll(/\/\*(\w+)\*\//g, (whole, name: string) => parts[name] ?? whole);
}

function policyHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
