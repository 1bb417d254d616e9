// SPDX-License-Identifier: EUPL-1.2
// What strangers get: packed, installed into an empty folder, used from a program, on the command line, by a compiler and in a browser.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from '../../test/browser.ts';
import { needs } from '../../test/needs.ts';
import { buildPackage } from './build.ts';
import { fixture } from './src/fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'en16931-package-'));
after(() => rmSync(folder, { recursive: true }));
const built = path.join(folder, 'built');
const empty = path.join(folder, 'stranger');
const wrong = fixture('cii').replace('<ram:ID>2026-0815</ram:ID>', '');

before(() => {
  buildPackage(built);
  mkdirSync(empty);
  writeFileSync(path.join(empty, 'good.xml'), fixture('ubl'));
  writeFileSync(path.join(empty, 'bad.xml'), wrong);
});

function run(file: string, ...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd: empty }, (error, out, complaint) =>
      resolve({ code: error === null ? 0 : Number(error.code), out: out + complaint }),
    );
  });
}

describe('packed and installed into an empty folder', needs('npm', 'node'), () => {
  before(() => {
    execFileSync('npm', ['pack', built, '--pack-destination', folder, '--silent'], { cwd: folder });
    const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    writeFileSync(path.join(empty, 'package.json'), '{"type":"module"}');
    const install = [
      'install',
      path.join(folder, packed),
      '--offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--silent',
    ];
    execFileSync('npm', install, { cwd: empty });
  });

  test('it brings no other package along', () => {
    const names = readdirSync(path.join(empty, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(names, ['@fachwerk']);
  });

  test('the command says what is wrong and ends with the right code', async () => {
    const command = path.join(empty, 'node_modules', '.bin', 'en16931');
    assert.equal((await run(command, 'good.xml')).code, 0);
    const { code, out } = await run(command, '--lang', 'en', 'bad.xml');
    assert.equal(code, 1);
    assert.match(out, /error BR-02 "Invoice number \(BT-1\)" is missing/);
  });

  test('three lines of code give a report', async () => {
    writeFileSync(
      path.join(empty, 'use.js'),
      `import { readFileSync } from 'node:fs';
      import { explain, validate } from '@fachwerk/en16931';
      for (const { rule } of validate(readFileSync('bad.xml')).findings) console.log(rule, explain(rule, 'de').remedy);`,
    );
    const { code, out } = await run('node', 'use.js');
    assert.equal(code, 0, out);
    assert.match(out, /^BR-02 Rechnungsnummer/);
  });

  test('a compiler knows the shapes, and refuses what is none', async () => {
    const use = (wanted: string) =>
      `import { type Report, validate } from '@fachwerk/en16931';\nconst report: Report = validate('');\nexport const all: ${wanted} = report.counts.error;\n`;
    writeFileSync(path.join(empty, 'right.ts'), use('number'));
    writeFileSync(path.join(empty, 'wrong.ts'), use('string'));
    const compiler = path.join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
    const check = (name: string) =>
      run(
        process.execPath,
        compiler,
        '--ignoreConfig',
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2024',
        name,
      );
    assert.deepEqual(await check('right.ts'), { code: 0, out: '' });
    assert.match((await check('wrong.ts')).out, /TS2322/);
  });
});

test('the bundles stay small and use nothing of Node in the browser', () => {
  const library = readFileSync(path.join(built, 'index.js'), 'utf8');
  assert.ok(library.length < 400_000, `${library.length}`);
  assert.doesNotMatch(library, /(?:from|import|require)\s*\(?\s*["'](?:node:|[a-z@])/);
});

test('one file validates in a browser, and nothing is sent', async (context) => {
  const browser = await launchBrowser();
  if (browser === undefined) return context.skip('kein Chromium');
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      asked.push(pathname);
      if (pathname === '/index.js')
        return route.fulfill({ contentType: 'text/javascript', body: readFileSync(path.join(built, 'index.js')) });
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Prüfung</title>' });
    });
    await page.goto('http://check.example/');
    const program = `import('/index.js').then(({ validate }) => [${JSON.stringify(wrong)}, ${JSON.stringify(fixture('ubl'))}]
      .map((text) => validate(new TextEncoder().encode(text)).findings.map(({ rule }) => rule)))`;
    assert.deepEqual(await page.evaluate(program), [['BR-02'], []]);
    assert.deepEqual(
      asked.filter((name) => name !== '/favicon.ico'),
      ['/', '/index.js'],
    );
  } finally {
    await browser.close();
  }
});
