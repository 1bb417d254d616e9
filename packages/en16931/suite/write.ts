// SPDX-License-Identifier: EUPL-1.2
// Writes the suite as files, with an index in the form that `conformance` reads: node suite/write.ts FOLDER
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { specifications } from '../src/rules/profile.ts';
import { expandAll } from './expand.ts';

const columns = ['path', 'frag', 'syntax', 'profile', 'expected', 'violated', 'ok', 'licence', 'note', 'verified'];

/** Writes two documents for each case and `index.tsv`; answers how many documents it wrote. */
export async function writeSuite(folder: string): Promise<number> {
  const rows = [columns.join('\t')];
  for (const { rule, family, green, red } of expandAll()) {
    await mkdir(path.join(folder, family), { recursive: true });
    const syntax = family === 'ubl' ? 'UBL-Invoice' : 'CII';
    for (const [colour, text] of [
      ['green', green],
      ['red', red],
    ] as const) {
      const name = `${family}/${rule.toLowerCase()}-${colour}.xml`;
      await writeFile(path.join(folder, name), text);
      const stated = colour === 'red' ? ['invalid', rule, ''] : ['valid(scope)', '', rule];
      rows.push([name, '', syntax, specifications.cius, ...stated, 'EUPL-1.2', '', 'yes'].join('\t'));
    }
  }
  await writeFile(path.join(folder, 'index.tsv'), `${rows.join('\n')}\n`);
  return rows.length - 1;
}

if (import.meta.main) {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('node suite/write.ts FOLDER');
  console.log(`${await writeSuite(folder)} documents in ${folder}`);
}
