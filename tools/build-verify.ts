// SPDX-License-Identifier: EUPL-1.2
import path from 'node:path';
import { buildVerifier } from '../packages/merkle-log/build.ts';

/** `npm run build:verify [-- DIR]`: the offline verifier as one program and one page, into `dist`. */
const target = path.resolve(
  process.env['INIT_CWD'] ?? process.cwd(),
  process.argv[2] ?? path.join(import.meta.dirname, '../dist'),
);
const { cli, page } = await buildVerifier(target);
console.log(`Prüfprogramm: ${cli}\nPrüfseite:    ${page}`);
