// SPDX-License-Identifier: EUPL-1.2
// Bundles the package without further dependencies: node build.ts [FOLDER] writes index.js (browser and Node) and cli.js (Node 20 and later).
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
// REUSE-IgnoreStart
const header = '// SPDX-License-Identifier: EUPL-1.2 (with saxes, ISC, xmlchars, MIT, and fflate, MIT)';
// REUSE-IgnoreEnd

/** Bundles the library; it uses nothing of Node, so it runs in browsers as well. */
export function bundleLibrary(file: string): void {
  const options = {
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'eof',
    banner: { js: header },
  } as const;
  buildSync({
    ...options,
    entryPoints: [path.join(here, 'src', 'index.ts')],
    platform: 'browser',
    outfile: file,
    logLevel: 'error',
  });
}

/** Bundles the command line. */
export function bundleCommand(file: string): void {
  const options = { bundle: true, minify: true, format: 'esm', target: 'node20', legalComments: 'eof' } as const;
  buildSync({ ...options, entryPoints: [path.join(here, 'src', 'cli.ts')], platform: 'node', outfile: file, logLevel: 'error' });
}

if (import.meta.main) {
  const folder = path.resolve(process.argv[2] ?? path.join(here, 'dist'));
  bundleLibrary(path.join(folder, 'index.js'));
  bundleCommand(path.join(folder, 'cli.js'));
  for (const name of ['index.js', 'cli.js']) {
    const file = path.join(folder, name);
    console.log(
      `${name}: ${Math.round(statSync(file).size / 1024)} KB, ${Math.round(gzipSync(readFileSync(file)).length / 1024)} KB compressed`,
    );
  }
}
