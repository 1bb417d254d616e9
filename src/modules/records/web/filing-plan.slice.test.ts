// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { cookieOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../kernel/id.ts';

const table = ['Kennzeichen;Bezeichnung;Aufbewahrung;Aussonderung', '32;Öffentliche Ordnung;6;B', '32.11;Gaststätten;12;B'];
const inns = `/filing-plan/units/${planUnits.inns}`;

describe('the pages of the filing plan', () => {
  let world: World;
  let registry: string;
  let clerk: string;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    registry = await cookieOf(world, persons.registrar);
    clerk = await cookieOf(world, persons.clerk);
  });
  after(() => world.close());

  const get = async (path: string, as = registry) => (await world.app.request(path, { headers: { cookie: as } })).text();
  const post = (path: string, body: FormData | URLSearchParams, as = registry) =>
    world.app.request(path, { method: 'POST', headers: { cookie: as, 'sec-fetch-site': 'same-origin' }, body });
  const send = (path: string, fields: Record<string, string>, as = registry) =>
    post(path, new URLSearchParams({ _key: newId(), ...fields }), as);
  const preview = async (lines: readonly string[], fields: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({
      ...{ name: 'Aktenplan Waldbrück', version: '2027', validFrom: '24.11.2026' },
      ...fields,
    }))
      form.set(name, value);
    form.set('file', new Blob([lines.join('\n')]), 'plan.csv');
    return (await post('/filing-plan/import/preview', form)).text();
  };
  const versions = async () =>
    (await world.sql<{ version: string }>('select version from records.filing_plans order by version')).map(
      ({ version }) => version,
    );

  test('show every unit with what it keeps and who says so; retired ones when asked for', async () => {
    const plan = await get('/filing-plan', clerk);
    assert.match(plan, /10 Jahre nach 32\.11/);
    assert.match(plan, /6 Jahre, geerbt von 32/);
    assert.doesNotMatch(plan, /Tanzlustbarkeiten/);
    assert.doesNotMatch(plan, /filing-plan\/add/, 'a clerk is offered no form');
    assert.match(await get('/filing-plan?retired=yes', clerk), /Tanzlustbarkeiten/);
    assert.match(await get(inns, clerk), /B – das Archiv bewertet/);
    assert.match(await get(`/filing-plan/units/${planUnits.order}`), /noch 2 Einheiten in Gebrauch/, 'the reason stands there');
  });

  test('show line by line what a table would change, and change nothing by showing', async () => {
    const page = await preview(table);
    assert.match(page, /10 Jahre, B → 12 Jahre, B/);
    assert.match(page, /stillgelegt/, '32.12 is not named any more');
    assert.deepEqual(await versions(), ['2026']);
    const wrong = await preview([...table, '77.1;Lose']);
    assert.match(wrong, /Zeile 4:/);
    assert.doesNotMatch(wrong, /import\/take-over/, 'no button beside findings');
    const moved = [
      'Kennzeichen;Bezeichnung;Aufbewahrung;Aussonderung;Übergeordnet',
      '32;Öffentliche Ordnung;6;B;',
      '32.11;Gaststätten;10;B;32',
      '32.12;Gewerbe;;B;32.11',
    ];
    const described = [
      'Kennzeichen;Bezeichnung;Aufbewahrung;Aussonderung;Beschreibung',
      '32;Öffentliche Ordnung;6;B;Ohne Straßenverkehr',
    ];
    assert.match(await preview(described), /– → Ohne Straßenverkehr/);
    assert.match(await preview(moved), /unter 32 → unter 32\.11/, 'a move that keeps its code says where to');
    assert.match(await preview(table, { validFrom: '31.2.2026' }), /kein Datum/);
    assert.match(await preview(table, { version: '2026' }), /Diese Fassung gibt es schon/);
  });

  test('take a table over as it was shown, and keep what stood before', async () => {
    const fields = { name: 'Aktenplan Waldbrück', version: '2027', validFrom: '2026-11-24', table: table.join('\n') };
    assert.equal((await send('/filing-plan/import/take-over', fields, clerk)).status, 403);
    assert.equal((await send('/filing-plan/import/take-over', fields)).headers.get('location'), '/filing-plan?done=imported');
    assert.deepEqual(await versions(), ['2026', '2027']);
    const unit = await get(inns, clerk);
    assert.match(unit, /12 Jahre nach 32\.11/);
    assert.match(unit, /Fassung 2026: 32\.11 Gaststätten; Aufbewahrung: 10 Jahre/);
  });

  test('add, change and retire a single unit', async () => {
    const words = { title: 'Straßenfeste', code: '32.17', years: '', disposal: 'V', description: '', seeAlso: '', validFrom: '' };
    const at = (await send('/filing-plan/add', words)).headers.get('location')?.split('?')[0] ?? assert.fail('not added');
    assert.match(await get(at), /6 Jahre, geerbt von 32/);
    const { code: _, validFrom: __, ...changed } = { ...words, years: '3' };
    assert.equal((await send(`${at}/change`, changed)).status, 303);
    assert.match(await get(at), /3 Jahre nach 32\.17/);
    assert.equal((await send(`${at}/retire`, {})).status, 303);
    assert.match(await get(at), /32\.17 ist stillgelegt\./);
  });

  test('leave numbers out with a reason, and foretell the next reference without drawing it', async () => {
    const skip = { leadUnit: units.trade, upTo: '7', reason: 'auf Papier vergeben' };
    assert.equal((await send(`${inns}/skip`, skip)).status, 303);
    assert.match(await get(inns), /Nummern 1 bis 7:.*auf Papier vergeben/s);
    const ask = `/filing-plan/references?planUnit=${planUnits.inns}&leadUnit=${units.trade}`;
    for (const _ of [1, 2]) assert.match(await get(ask, clerk), /32\.11-0008#1/);
    assert.match(await get(`${ask}&template={file.seq}`, clerk), /Ohne \{plan\.code\}/);
    assert.equal((await send('/filing-plan/references/file', { template: '{unit}/{file.seq:3:unit}' })).status, 303);
    const page = await get(ask);
    assert.match(page, /32\.1\/001#1/);
    assert.match(page, /Früher galt/);
  });
});
