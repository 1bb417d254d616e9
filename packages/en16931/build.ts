// SPDX-License-Identifier: EUPL-1.2
// Makes what strangers get: node build.ts [FOLDER] writes a package of its own (index.js for browsers and Node, cli.js, types), to be packed by `npm pack FOLDER`.
// Node strips types from no file below node_modules, so the sources themselves cannot be published.
import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const here = import.meta.dirname;
const root = path.join(here, '..', '..');
const header = '// SPDX-License-Identifier: EUPL-1.2 (with saxes, ISC, xmlchars, MIT, and fflate, MIT)';

/** Bundles the library; it uses nothing of Node, so it runs in browsers as well. */
export function bundleLibrary(file: string): void {
  const options = { bundle: true, minify: true, format: 'esm', target: 'es2022', legalComments: 'eof' } as const;
  const entryPoints = [path.join(here, 'src', 'index.ts')];
  buildSync({ ...options, entryPoints, banner: { js: header }, platform: 'browser', outfile: file, logLevel: 'error' });
}

/** Bundles the command line. */
export function bundleCommand(file: string): void {
  const options = { bundle: true, minify: true, format: 'esm', target: 'node20', legalComments: 'eof' } as const;
  buildSync({ ...options, entryPoints: [path.join(here, 'src', 'cli.ts')], platform: 'node', outfile: file, logLevel: 'error' });
}

/** Writes the declarations; within them, files are named as the reader's compiler wants them. */
function declare(folder: string): void {
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--allowImportingTsExtensions', '--strict'];
  const target = ['--target', 'es2024', '--module', 'nodenext', '--skipLibCheck', '--types', 'node'];
  const places = ['--rootDir', path.join(here, 'src'), '--outDir', folder, path.join(here, 'src', 'index.ts')];
  execFileSync(process.execPath, [compiler, ...options, '--exactOptionalPropertyTypes', ...target, ...places], { cwd: root });
  for (const name of globSync('**/*.d.ts', { cwd: folder })) {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  }
}

/** The manifest of the published package: everything is inside the bundles, so it depends on nothing. */
function manifest(): string {
  const { name, version, license, type, description, keywords, engines } = JSON.parse(
    readFileSync(path.join(here, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const exports = { '.': { types: './types/index.d.ts', default: './index.js' }, './package.json': './package.json' };
  const made = { name, version, description, keywords, license, type, engines, exports, bin: { en16931: 'cli.js' } };
  return `${JSON.stringify({ ...made, types: './types/index.d.ts', sideEffects: false }, undefined, 2)}\n`;
}

/** Writes the whole package into a folder, which is emptied before. */
export function buildPackage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  bundleLibrary(path.join(folder, 'index.js'));
  bundleCommand(path.join(folder, 'cli.js'));
  declare(path.join(folder, 'types'));
  writeFileSync(path.join(folder, 'package.json'), manifest());
  copyFileSync(path.join(here, 'README.md'), path.join(folder, 'README.md'));
  copyFileSync(path.join(root, 'LICENSES', 'EUPL-1.2.txt'), path.join(folder, 'LICENSE'));
}

if (import.meta.main) {
  const folder = path.resolve(process.argv[2] ?? path.join(here, 'dist'));
  buildPackage(folder);
  for (const name of ['index.js', 'cli.js']) {
    const bytes = readFileSync(path.join(folder, name));
    const kilobytes = Math.round(statSync(path.join(folder, name)).size / 1024);
    console.log(`${name}: ${kilobytes} KB, ${Math.round(gzipSync(bytes).length / 1024)} KB compressed`);
  }
}
