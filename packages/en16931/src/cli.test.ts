// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { run } from './cli.ts';
import { fixture } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'en16931-cli-'));
after(() => rmSync(folder, { recursive: true }));
const good = path.join(folder, 'good.xml');
const bad = path.join(folder, 'bad.xml');
writeFileSync(good, fixture('ubl'));
writeFileSync(bad, fixture('cii').replace('<ram:ID>2026-0815</ram:ID>', ''));

async function call(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await run(argv, { out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

test('a good invoice ends with 0, a faulty one with 1 and its rule, remedy and line', async () => {
  assert.equal((await call(good)).code, 0);
  const { code, out } = await call(good, bad);
  assert.equal(code, 1);
  assert.match(out, /\d+:\d+ error BR-02 Die Angabe „Rechnungsnummer \(BT-1\)“ fehlt\. → /);
  assert.match(out, /2 checked, 1 with errors, 0 not opened$/);
});

test('a file that is not there ends with 2, the others are checked all the same', async () => {
  const { code, out, error } = await call(path.join(folder, 'gone.xml'), good);
  assert.equal(code, 2);
  assert.match(error, /ENOENT/);
  assert.match(out, /1 checked, 0 with errors, 1 not opened/);
});

test('--json gives one array of reports and keeps progress apart from it', async () => {
  const { out, error } = await call('--json', good, bad);
  const reports = JSON.parse(out) as { file: string; form: string; counts: { error: number } }[];
  assert.deepEqual(
    reports.map((report) => [path.basename(report.file), report.form, report.counts.error]),
    [
      ['good.xml', 'fachwerk-en16931-report/1', 0],
      ['bad.xml', 'fachwerk-en16931-report/1', 1],
    ],
  );
  assert.match(error, /^1\/2 .*\n2\/2 /);
});

test('--html, --csv and --lang give the report in that form and language', async () => {
  assert.match((await call('--html', '--lang', 'tr', bad)).out, /<html lang="tr">/);
  assert.match((await call('--csv', '--lang', 'en', bad)).out, /"BR-02";"error"/);
});

test('a wrong call shows how to call', async () => {
  for (const argv of [[], ['--lang', 'fr', good], ['--json', '--csv', good], ['--day', 'gestern', good]]) {
    const { code, error } = await call(...argv);
    assert.equal(code, 2);
    assert.match(error, /en16931 \[options\] FILE/);
  }
});
