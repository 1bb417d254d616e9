// SPDX-License-Identifier: EUPL-1.2
// The official transformations, run by saxon-js, beside our rules. saxon-js is free of charge but no open source: whoever wants the comparison
// installs it beside the compiled transformations; we depend on it nowhere. The README tells how.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Figure } from './bench.ts';

/** What the peer is asked, and how often; the fastest run counts. */
export interface PeerDocument {
  readonly name: string;
  readonly syntax: 'ubl' | 'cii';
  readonly text: string;
  readonly runs: number;
}

interface Saxon {
  transform(options: Readonly<Record<string, unknown>>, mode: 'sync'): { principalResult: string };
}

const compiled = { ubl: 'EN16931-UBL-validation.sef.json', cii: 'EN16931-CII-validation.sef.json' };

/** The peer in a folder: its engine and both transformations; or what is missing. */
function openPeer(folder: string): { saxon: Saxon; sheets: Record<'ubl' | 'cii', unknown> } | string {
  for (const name of [...Object.values(compiled), 'node_modules/saxon-js'])
    if (!existsSync(path.join(folder, name))) return `${name} is not in ${path.basename(folder)}/`;
  const sheet = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown;
  const saxon = createRequire(path.join(folder, 'peer.js'))('saxon-js') as Saxon;
  return { saxon, sheets: { ubl: sheet(compiled.ubl), cii: sheet(compiled.cii) } };
}

/** Measures the peer; one row that says so if it is not there. */
export async function benchPeer(folder: string, documents: readonly PeerDocument[]): Promise<Figure[]> {
  const peer = openPeer(folder);
  if (typeof peer === 'string') return [{ name: 'peer: saxon-js', value: 0, unit: '', note: `skipped: ${peer}` }];
  return documents.map(({ name, syntax, text, runs }) => {
    let [fastest, findings] = [Number.POSITIVE_INFINITY, 0];
    for (let run = 0; run < runs; run++) {
      const options = { stylesheetInternal: peer.sheets[syntax], sourceText: text, destination: 'serialized' };
      const began = performance.now();
      const { principalResult } = peer.saxon.transform(options, 'sync');
      fastest = Math.min(fastest, performance.now() - began);
      findings = principalResult.split('<svrl:failed-assert').length - 1;
      if (!principalResult.includes('schematron-output')) throw new Error(`the peer gave no report for ${name}`);
    }
    return { name: `peer: saxon-js ${name}`, value: fastest, unit: 'ms', note: `rules of EN 16931 only; ${findings} findings` };
  });
}
