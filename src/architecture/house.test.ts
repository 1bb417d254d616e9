// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { modules } from '../app.ts';
import * as allChecks from './checks.ts';
import { functionLengths, quantile } from './sizes.ts';
import { isTest, readSources, readSql, type Source, sourceOf } from './sources.ts';

const sources = readSources();
const withSql: Source[] = [...sources, ...readSql().map(({ path, text }) => ({ path, text, imports: [], valueImports: [] }))];
const checks: Readonly<Record<keyof typeof allChecks, allChecks.Check>> = { ...allChecks };
const dependsOn = new Map(modules.map(({ name, dependsOn: below }) => [name, below]));

/** One planted violation for each check: the check must see it, and must be silent about the house as it stands. */
const planted: [check: keyof typeof checks, path: string, text: string][] = [
  ['onlyAgreedRooms', 'src/modules/records/utils/strings.ts', 'export const x = 1;'],
  ['lowerFloorsKnowNoModule', 'src/kernel/wrong.ts', "import { records } from '../modules/records/module.ts';"],
  ['lowerFloorsKnowNoModule', 'src/ui/wrong.tsx', "import { openFile } from '../modules/records/index.ts';"],
  ['lowerFloorsKnowNoModule', 'packages/merkle-log/src/wrong.ts', "import { execute } from '../../../src/kernel/command.ts';"],
  ['modulesByTheirDoor', 'src/modules/records/commands/wrong.ts', "import { x } from '../../people/store/persons.ts';"],
  ['modulesByTheirDoor', 'src/modules/people/commands/wrong.ts', "import { openFile } from '../../records/index.ts';"],
  ['roomsFromAbove', 'src/modules/records/store/wrong.ts', "import { openFile } from '../commands/open-file.ts';"],
  ['roomsFromAbove', 'src/modules/records/web/wrong-page.tsx', "import { applyFileOpened } from '../store/files.ts';"],
  ['rulesArePure', 'src/modules/records/rules/wrong.ts', 'export const now = () => new Date();'],
  ['rulesArePure', 'src/modules/records/rules/wrong.ts', "import type { Tx } from '../../../kernel/database.ts';"],
  ['sqlInItsRooms', 'src/modules/records/web/wrong-page.tsx', 'const rows = tx.query(`select id from records.files`);'],
  ['sqlInItsRooms', 'src/modules/records/commands/wrong.ts', "await tx.query('update records.files set state = $1', [x]);"],
  ['queriesOnlyRead', 'src/modules/records/queries/wrong.ts', "tx.query('delete from records.uploads');"],
  ['onlyOwnSchema', 'src/modules/records/store/wrong.ts', 'tx.query(`select name from people.persons`);'],
  ['onlyOwnSchema', 'src/modules/records/sql/9999-wrong.sql', 'create view v as select * from journal.leaf;'],
  ['strictInputs', 'src/modules/records/commands/wrong.ts', 'const input = z.object({ a: z.string() });'],
  ['faultsAreNotSwallowed', 'src/modules/records/queries/wrong.ts', 'try { f(); } catch (e) { return 1; }'],
  ['systemActsInBackground', 'src/modules/records/commands/wrong.ts', "read({ person: null, system: 'records.all' })"],
  ['callsHaveTimeouts', 'src/modules/records/adapters/wrong.ts', "await fetch('https://example.org');"],
  ['callsHaveTimeouts', 'src/kernel/wrong.ts', 'new pg.Pool({ host });'],
  ['typesHold', 'src/kernel/wrong.ts', 'export const x: any = 1;'],
  ['typesHold', 'src/kernel/wrong.ts', 'export enum State { open }'],
  ['licenceNamed', 'src/kernel/wrong.ts', 'export const x = 1;'],
];

describe('the house', () => {
  for (const name of Object.keys(checks) as (keyof typeof checks)[]) {
    test(`keeps: ${name}`, () => assert.deepEqual(checks[name](withSql, dependsOn), []));
  }

  for (const [name, path, text] of planted) {
    test(`${name} sees a violation planted in ${path}: ${text.slice(0, 60)}`, () => {
      const before = checks[name](withSql, dependsOn).length;
      assert.equal(checks[name]([...withSql, sourceOf(path, text)], dependsOn).length, before + 1);
    });
  }

  test('noCycles sees a circle planted', () => {
    const circle = [sourceOf('src/kernel/a.ts', "import './b.ts';"), sourceOf('src/kernel/b.ts', "import './a.ts';")];
    assert.equal(checks.noCycles([...sources, ...circle], dependsOn).length, checks.noCycles(sources, dependsOn).length + 1);
  });

  test('dependenciesGoDown sees a dependency turned round', () => {
    const turned = new Map([
      ['people', ['records']],
      ['records', ['people']],
    ]);
    assert.ok(checks.dependenciesGoDown(sources, turned).length > 0);
  });
});

describe('the house stays small', () => {
  const production = sources.filter(({ path }) => !isTest(path) && !/\/(texts|data)\//.test(path));

  test('files: none over 300 lines, 95 % within 200', () => {
    const lengths = production.map(({ text }) => text.split('\n').length - 1);
    assert.deepEqual(
      production.filter(({ text }) => text.split('\n').length - 1 > 300).map(({ path }) => path),
      [],
    );
    assert.ok(quantile(lengths, 0.95) <= 200, `p95 is ${quantile(lengths, 0.95)}`);
  });

  test('functions: none over 60 lines, 95 % within 40', () => {
    const all = production.flatMap((source) => functionLengths(source).map((lines) => ({ path: source.path, lines })));
    assert.deepEqual(
      all.filter(({ lines }) => lines > 60).map(({ path, lines }) => `${path}: ${lines}`),
      [],
    );
    const p95 = quantile(
      all.map(({ lines }) => lines),
      0.95,
    );
    assert.ok(all.length > 200 && p95 <= 40, `p95 of ${all.length} functions is ${p95}`);
  });

  test('the measure sees a long function', () => {
    const text = ['function long(): void {', ...Array.from({ length: 70 }, () => '  x();'), '}'].join('\n');
    assert.deepEqual(functionLengths({ text }), [72]);
  });
});
