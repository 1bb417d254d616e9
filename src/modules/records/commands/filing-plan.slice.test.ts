// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { callerAs, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Command, type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { resolveReferences } from '../queries/resolve-reference.ts';
import { addAlias } from './add-alias.ts';
import { addPlanUnit } from './add-plan-unit.ts';
import { changePlanUnit } from './change-plan-unit.ts';
import { importFilingPlan, previewFilingPlan } from './import-filing-plan.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';
import { retirePlanUnit } from './retire-plan-unit.ts';
import { setReferenceTemplate } from './set-reference-template.ts';
import { skipReferenceNumbers } from './skip-reference-numbers.ts';

const table = [
  'Kennzeichen;Bezeichnung;Aufbewahrung;Aussonderung;Zustand;Bisher',
  '32;Öffentliche Sicherheit;6;B',
  '32.11;Gaststätten;10;B',
  '32.15;Gewerbe;;B;;32.12',
  '32.16;Märkte;;V',
].join('\n');

describe('the filing plan', () => {
  let world: World;
  let file: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    file = (await open(planUnits.trade)).file!;
  });
  after(() => world.close());

  const run = async <I>(command: Command<I>, input: unknown, person: string = persons.registrar) => {
    const outcome = await execute(world.runtime, command, input, callerAs(person), { key: newId() });
    return outcome instanceof Refusal ? outcome.reason : 'done';
  };
  const open = async (planUnit: string, leadUnit: string = units.trade) => {
    const input = { planUnit, leadUnit, subject: 'Uferstraße 4' };
    const done = await execute(world.runtime, openFile, input, callerAs(persons.registrar), { key: newId() });
    assert.ok(!(done instanceof Refusal), done instanceof Refusal ? done.reason : '');
    return done.events[0]!;
  };
  const referenceOf = async (id: string) =>
    (await world.sql<{ reference: string }>('select reference from records.files where id = $1', [id]))[0]?.reference;
  const resolve = (text: string, person: string = persons.clerk) =>
    world.runtime.database.read({ person }, world.clock.now(), async (tx) =>
      (await resolveReferences(tx, text)).map(({ object, former }) => `${object.split(':')[0]}${former ? ' formerly' : ''}`),
    );

  test('is imported by the registry of the whole town only, and wholly or not at all', async () => {
    const input = { name: 'Aktenplan Waldbrück', version: '2027', validFrom: '2026-11-24', table };
    assert.equal(await run(importFilingPlan, input, persons.clerk), 'kernel.not-permitted');
    assert.equal(await run(importFilingPlan, { ...input, table: `${table}\n99.1;Lose` }), 'records.import-plan.findings');
    assert.equal(await run(importFilingPlan, { ...input, validFrom: '2027-01-01' }), 'records.import-plan.not-yet');
    assert.deepEqual(await world.sql('select version from records.filing_plans'), [{ version: '2026' }]);
    assert.equal(await run(importFilingPlan, input), 'done');
    assert.equal(await run(importFilingPlan, input), 'records.import-plan.version-exists');
    assert.equal(await run(importFilingPlan, { ...input, version: '2027a' }), 'records.import-plan.nothing-changes');
  });

  test('keeps what stood before: the unit moves with its files, their references stay, the old version can be read', async () => {
    const [moved] = await world.sql('select code, title, state, plan_id from records.filing_plan_units where id = $1', [
      planUnits.trade,
    ]);
    assert.equal(moved?.['code'], '32.15');
    assert.equal(await referenceOf(file), '32.12-0001');
    const history = await world.sql<{ code: string; title: string }>(
      'select code, title from records.filing_plan_history order by code',
    );
    assert.deepEqual(
      history.map(({ code, title }) => `${code} ${title}`),
      ['32 Öffentliche Ordnung', '32.11 Gaststätten', '32.12 Gewerbe', '32.9 Tanzlustbarkeiten'],
    );
    assert.equal(await referenceOf((await open(planUnits.trade)).file!), '32.15-0002');
  });

  test('shows in advance what a table would change', async () => {
    const next = table.replace('10;B', '12;B').replace('32.16;Märkte', '32.16;Märkte und Feste');
    const preview = await world.runtime.database.read({ person: persons.registrar }, world.clock.now(), (tx) =>
      previewFilingPlan(tx, { table: next, validFrom: '2026-12-01' }),
    );
    assert.deepEqual(
      preview.units.map(({ code, changes }) => [code, ...changes]),
      [
        ['32.11', 'retention'],
        ['32.16', 'renamed'],
      ],
    );
    assert.equal(preview.unchanged, 2);
  });

  test('is changed unit by unit', async () => {
    const words = { title: 'Straßenfeste', description: '', years: '', disposal: '' };
    assert.equal(await run(addPlanUnit, { ...words, code: '32.17' }), 'done');
    assert.equal(await run(addPlanUnit, { ...words, code: '32.12' }), 'records.plan-unit.code-was-used');
    assert.equal(await run(addPlanUnit, { ...words, code: '77.1' }), 'records.plan-unit.no-parent');
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>(
      "select id from records.filing_plan_units where code = '32.17'",
    );
    assert.equal(await referenceOf((await open(id)).file!), '32.17-0001', 'retention is inherited from 32');
    assert.equal(await run(changePlanUnit, { ...words, unit: id }), 'records.nothing-changed');
    assert.equal(await run(changePlanUnit, { ...words, unit: id, years: '3', needsContact: 'on' }), 'done');
    assert.equal(await run(retirePlanUnit, { unit: planUnits.order }), 'records.plan-unit.has-units');
    assert.equal(await run(retirePlanUnit, { unit: id }), 'done');
    assert.equal(
      await run(openFile, { planUnit: id, leadUnit: units.trade, subject: 'Zu spät' }),
      'records.open-file.unit-retired',
    );
  });

  test('numbers are left out only with a reason, and each stands in the list of gaps', async () => {
    const input = { planUnit: planUnits.inns, leadUnit: units.trade, upTo: 7, reason: 'auf Papier vergeben' };
    assert.equal(await run(skipReferenceNumbers, input), 'done');
    assert.equal(await run(skipReferenceNumbers, input), 'records.skip-numbers.drawn-already');
    assert.equal(await referenceOf((await open(planUnits.inns)).file!), '32.11-0008');
    const gaps = await world.sql<{ number: number }>('select number from records.reference_gaps where scope = $1', [
      `file:${planUnits.inns}`,
    ]);
    assert.deepEqual(gaps.map(({ number }) => Number(number)).sort(), [1, 2, 3, 4, 5, 6, 7]);
  });

  test('a new template holds from the next file on; one that writes an old reference again leaves that number out', async () => {
    assert.equal(await run(setReferenceTemplate, { kind: 'file', template: '{file.seq:4}' }), 'records.template.missing');
    assert.equal(await run(setReferenceTemplate, { kind: 'file', template: '{plan.code}/{YYYY}/{file.seq:3:year}' }), 'done');
    assert.equal(await referenceOf((await open(planUnits.inns)).file!), '32.11/2026/001');
    assert.equal(await run(setReferenceTemplate, { kind: 'file', template: '{unit}-{file.seq:4:unit}' }), 'done');
    assert.equal(await referenceOf((await open(planUnits.inns)).file!), '32.1-0001');
    await world.sql("update records.files set reference = '32.1-0002' where reference = '32.11/2026/001'");
    assert.equal(await referenceOf((await open(planUnits.inns)).file!), '32.1-0003');
    const gaps = await world.sql('select reason from records.reference_gaps where scope = $1 and number = 2', [
      `file:unit:${units.trade}`,
    ]);
    assert.equal(gaps.length, 1);
  });

  test('a reference leads to its object for whoever may see it, also an old one and one after a former template', async () => {
    const done = (await execute(world.runtime, openCase, { file, subject: 'Erlaubnis' }, callerAs(persons.clerk), {
      key: newId(),
    })) as Done;
    const object = done.events[0]!.object;
    assert.equal(await run(addAlias, { object, reference: 'II/3 – 0815' }, persons.clerk), 'done');
    assert.equal(await run(addAlias, { object, reference: 'II/3-815' }, persons.clerk), 'records.alias.there-already');
    assert.equal(await run(addAlias, { object, reference: 'II/4' }, persons.neighbour), 'records.object.not-found');
    assert.deepEqual(await resolve('Ihr Zeichen: 32.12 – 1 # 1'), ['case']);
    assert.deepEqual(await resolve('Ihr Zeichen: 32.12-1#99'), ['file']);
    assert.deepEqual(await resolve('ii/3-0815'), ['case formerly']);
    assert.deepEqual(await resolve('32.1-3 und 32.12-0001'), ['file', 'file']);
    assert.deepEqual(await resolve('32.12-0001#1', persons.treasurer), []);
    assert.deepEqual(await resolve('II/3 – 0815', persons.treasurer), []);
  });
});
