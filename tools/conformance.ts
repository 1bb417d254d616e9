// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import path from 'node:path';
import { conformance as einvoice } from '../packages/en16931/src/conformance.ts';
import { conformance as evidence } from '../packages/evidence-record/suite/conformance.ts';
import { conformance as xdomea } from '../packages/xdomea/suite/conformance.ts';

/** A foreign test suite: where it lies unless told, and what runs it. */
interface Suite {
  readonly folder: string;
  run(folder: string, options: { quick: boolean }): Promise<{ passed: number; failed: number; differences: readonly string[] }>;
}

const suites: Readonly<Record<string, Suite>> = {
  einvoice: { folder: '../shared/data/einvoice', run: einvoice },
  evidence: { folder: '../shared/data/evidence-records', run: evidence },
  xdomea: { folder: '../shared/data/xdomea', run: xdomea },
};

/** `npm run conformance -- NAME [DIR] [--quick]`: our code against material that others made. */
async function main(): Promise<void> {
  if (process.argv.includes('--list')) {
    console.log(Object.keys(suites).join('\n'));
    return;
  }
  const [name = '', folder] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const suite = suites[name];
  if (!suite)
    throw new Error(`Welche Prüfung? Es gibt: ${Object.keys(suites).join(', ')}. Aufruf: npm run conformance -- NAME [ORDNER]`);
  const root = path.join(import.meta.dirname, '..');
  const at = folder ? path.resolve(process.env['INIT_CWD'] ?? process.cwd(), folder) : path.join(root, suite.folder);
  if (!existsSync(at)) {
    console.log(`Das Prüfmaterial fehlt: ${at}. Nichts geprüft.`);
    console.log('0 passed, 0 failed, 1 skipped');
    return;
  }
  const { passed, failed, differences } = await suite.run(at, { quick: process.argv.includes('--quick') });
  for (const difference of differences.slice(0, 200)) console.log(difference);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
