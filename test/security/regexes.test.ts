// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { regexesIn, regexesOfSources } from './regexes.ts';

const root = path.join(fileURLToPath(import.meta.url), '../../..');
const limits = { timeout: 2_000 } as const;

/** Slower than linear on paper, and why that does no harm. Key: file, then the expression. */
const ownPaths = 'sees only the paths of the standard that this package brings along';
const excused: Readonly<Record<string, string>> = {
  'packages/en16931/src/texts/explain.ts \\[[^\\]]*\\]': ownPaths,
  'packages/en16931/src/write/write.ts \\[([^@!=\\]]*)(?:@([^!=\\]]+))?(!?=)([^|\\]]+)': ownPaths,
  'packages/en16931/src/write/write.ts \\[[^\\]]*\\]': ownPaths,
  'packages/en16931/src/write/write.ts @.*$': ownPaths,
  'src/kernel/blob/s3-objects.ts <Contents>(.*?)<\\/Contents>': 'sees only the answer of the store that the operator chose',
  'src/kernel/metrics.ts \\{(.*)\\}$': 'sees only names of our own counters',
  'packages/en16931/src/xml/decode.ts ^\\s*<\\?xml[^>]{0,200}?\\bencoding\\s*=\\s*["\']([A-Za-z0-9._-]{1,40})["\']':
    'anchored and bounded; sees only the first bytes of an invoice',
  'packages/merkle-log/src/verify/check-export.ts ^(?:(?:leaves|personal|erasures|checkpoints|key|tables|README)\\.txt|pruefer\\.html|fachwerk-verify\\.mjs|witness\\/[^/]+\\.txt)$':
    'anchored, one open class: linear, which the checker does not see in time',
};

describe('regular expressions', () => {
  test('are found in sources: not in strings, comments or divisions', () => {
    const text = "const a = /x+[/]y/gi; // /no/\nconst b = 6 / 3 / 1; const c = '/no/';\nif (/^z$/.test(d)) return /\\/\\//u;";
    assert.deepEqual(
      regexesIn(text, 'a.ts').map(({ source, flags, line }) => `${line} ${source} ${flags}`),
      ['1 x+[/]y gi', '3 ^z$ ', '3 \\/\\/ u'],
    );
  });

  test('that take time without bound are recognised', () => {
    assert.equal(judge('^(a+)+$', ''), 'exponential');
    assert.equal(judge('(\\d+\\.)*\\d+$', ''), 'polynomial');
  });

  test('of the application take linear time, whatever they are given', (context) => {
    const all = regexesOfSources(root);
    const judged = new Map<string, string>();
    const start = performance.now();
    const bad: string[] = [];
    for (const { file, line, source, flags } of all) {
      const key = `${source}/${flags}`;
      if (excused[`${file} ${source}`] !== undefined) continue;
      const verdict = judged.get(key) ?? judge(source, flags);
      judged.set(key, verdict);
      if (verdict !== 'safe') bad.push(`${file}:${line} /${source}/${flags}: ${verdict}`);
    }
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    context.diagnostic(
      `${all.length} expressions, ${judged.size} different, ${Object.keys(excused).length} excused, ${seconds} s`,
    );
    assert.ok(all.length > 200, String(all.length));
    assert.deepEqual(bad, []);
  });

  test('are excused only while they exist', () => {
    const present = new Set(regexesOfSources(root).map(({ file, source }) => `${file} ${source}`));
    assert.deepEqual(
      Object.keys(excused).filter((key) => !present.has(key)),
      [],
    );
  });
});

function judge(source: string, flags: string): string {
  const plain = flags.replace('v', 'u');
  const first = checkSync(source, plain, limits);
  // A busy machine is no finding: what was not decided in time is looked at once more, longer.
  const found = first.status === 'unknown' ? checkSync(source, plain, { timeout: 8_000 }) : first;
  return found.status === 'vulnerable' ? found.complexity.type : found.status;
}
