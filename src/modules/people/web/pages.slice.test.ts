// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { functionOf, persons, settleTown, units } from '../../../../test/town.ts';
import { type Visitor, visitorOf } from '../../../../test/visitor.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../kernel/id.ts';
import { beginSignedIn } from '../commands/sign-in.ts';

describe('the pages of the administration', () => {
  let world: World;
  let admin: Visitor;
  let clerk: Visitor;
  let treasurer: Visitor;
  before(async () => {
    world = await openWorld();
    await settleTown(world);
    await world.sql(
      "insert into people.function_held (id, person, unit, role, valid_from) values ($1, $2, $3, 'administrator', '2020-01-01'), ($4, $5, $3, 'privacy-officer', '2020-01-01')",
      [newId(), persons.registrar, units.town, newId(), persons.administrator],
    );
    await world.sql('update people.installation set four_eyes = true');
    admin = await signedIn(persons.administrator);
    clerk = await signedIn(persons.clerk);
    treasurer = await signedIn(persons.treasurer);
  });
  after(() => world.close());

  const signedIn = async (person: string) => {
    const visitor = visitorOf(world);
    visitor.cookies.set('fachwerk', await beginSignedIn(world.runtime, person, undefined));
    return visitor;
  };
  const body = async (answer: Response | Promise<Response>) => (await answer).text();
  const goesTo = async (answer: Promise<Response>) => {
    const { status, headers } = await answer;
    return status === 303 ? headers.get('location') : status;
  };

  const forEverybody = [
    '/administration',
    '/organisation',
    `/units/${units.trade}`,
    '/persons',
    `/persons/${persons.clerk}`,
    '/substitutions',
    '/me',
    '/administration/roles',
    '/administration/explain',
    '/administration/grants',
    '/administration/exclusions',
    `/exclusions/new?subject=${units.town}&label=32.11-0042`,
    '/sign-in/again?to=/me',
  ];
  const forSome = [
    '/administration/persons/new',
    '/administration/roles/edit?role=clerk',
    '/administration/roles/edit',
    '/administration/openings',
    '/administration/recent-grants',
    '/administration/import',
  ];

  for (const path of [...forEverybody, ...forSome])
    test(`${path} opens for the administrator, complete, with one heading`, async () => {
      const answer = await admin.get(path);
      assert.equal(answer.status, 200);
      const text = await answer.text();
      assert.equal(text.match(/<h1/g)?.length, 1);
      assert.doesNotMatch(
        text.replaceAll(/(name|value|id|for|href|action|data-[a-z-]+)="[^"]*"/g, ''),
        /people\.[a-z]|kernel\.[a-z]|undefined|NaN|\{[a-z]+\}/,
      );
    });

  for (const path of forSome)
    test(`${path} is closed for a clerk`, async () => assert.equal((await clerk.get(path)).status, 403));
  for (const path of [...forEverybody, ...forSome])
    test(`${path} asks strangers to sign in`, async () =>
      assert.match(String(await goesTo(visitorOf(world).get(path))), /^\/sign-in\?to=/));
  for (const path of [
    `/units/${persons.clerk}`,
    '/units/x',
    `/persons/${units.trade}`,
    "/persons/'",
    '/administration/roles/edit?role=nothing',
    '/exclusions/new?subject=x&label=y',
  ])
    test(`${path} is not there`, async () => assert.equal((await admin.get(path)).status, 404));
  test('/openings/new is there for those who may break the glass', async () => {
    const path = `/openings/new?subject=${units.town}&label=51-0007&to=/files/7`;
    assert.equal((await clerk.get(path)).status, 403);
    assert.equal((await (await signedIn(persons.head)).get(path)).status, 200);
  });

  test('a refused form keeps what was typed and names the field', async () => {
    const answer = await admin.post('/administration/persons/new/add', {
      title: 'Dr.',
      givenName: 'Ada',
      familyName: '',
      email: 'keine',
      staffNumber: '',
      activeFrom: '32.13.2026',
    });
    assert.equal(answer.status, 422);
    const text = await answer.text();
    for (const field of ['familyName', 'email', 'activeFrom']) assert.match(text, new RegExp(`href="#add-${field}"`));
    assert.match(text, /value="Ada"/);
    assert.match(text, /value="32\.13\.2026"/);
    assert.match(text, /<title>Fehler: /);
  });

  test('unknown and privileged fields are refused and change nothing', async () => {
    const before = await world.sql('select * from people.person order by id');
    for (const extra of [{ id: newId() }, { permissions: 'people.release-grants' }, { active: 'true' }, { constructor: 'x' }]) {
      const fields = {
        title: '',
        givenName: 'Ada',
        familyName: 'Neu',
        email: 'ada@waldbrueck.example',
        staffNumber: '',
        activeFrom: '',
        ...extra,
      };
      assert.equal((await admin.post('/administration/persons/new/add', fields)).status, 400, JSON.stringify(extra));
    }
    assert.deepEqual(await world.sql('select * from people.person order by id'), before);
  });

  test('a function is asked for by one administrator and released by the other', async () => {
    const asked = admin.post(`/persons/${persons.neighbour}/request-function`, {
      unit: units.treasury,
      role: 'clerk',
      from: '',
      to: '1.3.2027',
    });
    assert.equal(await goesTo(asked), `/persons/${persons.neighbour}?done=function-requested`);
    const own = await body(admin.get('/administration/grants'));
    assert.match(own, /Sachbearbeitung in 20/);
    assert.match(own, /Das haben Sie selbst beantragt/);
    const other = await signedIn(persons.registrar);
    const page = await body(other.get('/administration/grants'));
    const request = /name="requests" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? assert.fail('no tick to release');
    assert.equal(
      await goesTo(other.post('/administration/grants/release', { requests: request })),
      '/administration/grants?done=grants-released',
    );
    assert.match(await body(admin.get(`/persons/${persons.neighbour}`)), /bis 28\.2\.2027/);
    const none = await other.post('/administration/grants/release', {});
    assert.equal(none.status, 422);
  });

  test('the switch shows whom one may represent, lends exactly their rights, and every page says so', async () => {
    await world.sql(
      "insert into people.role_permission (role, permission) values ('head', 'records.prove') on conflict do nothing",
    );
    const appointed = clerk.post('/substitutions/appoint', {
      principal: persons.clerk,
      deputy: persons.treasurer,
      from: '24.11.2026',
      to: '30.11.2026',
      functions: functionOf(0),
    });
    assert.equal(await goesTo(appointed), '/substitutions?done=substitute-appointed');
    const page = await body(treasurer.get('/substitutions'));
    assert.match(page, /Sie können Test clerk bis 30\.11\.2026 vertreten/);
    const substitution = /name="substitution" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
    assert.equal(await goesTo(treasurer.post('/represent', { substitution, to: '/me' })), '/me');
    const me = await body(treasurer.get('/me'));
    assert.match(me, /Test treasurer i\. V\. Test clerk/);
    assert.match(me, /Sie handeln jetzt i\. V\. Test clerk/);
    assert.equal((await treasurer.post('/represent', { to: '/me' })).status, 303);
    assert.doesNotMatch(await body(treasurer.get('/me')), /treasurer i\. V\./);
    assert.equal((await clerk.post('/represent', { substitution, to: '/me' })).status, 409, 'nobody else can use it');
    await treasurer.post('/represent', { substitution, to: '/me' });
    world.clock.set('2026-12-01T08:00:00Z');
    const back = await signedIn(persons.treasurer);
    assert.doesNotMatch(await body(back.get('/me')), /vertreten/);
    world.clock.set('2026-11-24T08:00:00Z');
  });

  test('the explanation names the rule, for oneself and, if one looks after the rights, for others', async () => {
    const question = `permission=people.manage-substitutions&unit=${units.trade}`;
    assert.match(
      await body(admin.get(`/administration/explain?person=${persons.head}&${question}`)),
      /Ja: als Leitung in 32; diese Funktion reicht/,
    );
    assert.match(
      await body(
        admin.get(`/administration/explain?person=${persons.head}&permission=people.manage-substitutions&unit=${units.treasury}`),
      ),
      /Nein: als Leitung in 32/,
    );
    const clerks = await body(clerk.get(`/administration/explain?person=${persons.head}&${question}`));
    assert.match(clerks, /Nein: keine Funktion/, 'asked by a clerk it answers about the clerk');
  });

  test('a table is shown before it is taken over, with errors by line, and nothing half done', async () => {
    const upload = async (text: string) => {
      const form = new FormData();
      form.set('kind', 'units');
      form.set('file', new File([Buffer.from(text, 'latin1')], 'einheiten.csv'));
      const headers = {
        origin: 'http://localhost',
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        cookie: `fachwerk=${admin.cookies.get('fachwerk')}`,
      };
      return world.app.request('http://localhost/administration/import/preview', { method: 'POST', body: form, headers });
    };
    const broken = await body(upload('Kennzeichen;Bezeichnung;Übergeordnet\n50;Soziales;00\n50.1;=1+1;50\n50.2;Wohnen;77'));
    assert.match(broken, /Zeile 3:.*Formel/s);
    assert.match(broken, /Zeile 4:.*77/s);
    assert.doesNotMatch(broken, /Übernehmen/);
    const fine = await body(upload('Kennzeichen;Bezeichnung;Übergeordnet\n50.1;Wohnen für Ältere;50\n50;Soziales;00'));
    assert.match(fine, /2 neu, 0 geändert, 0 unverändert/);
    assert.match(fine, /Wohnen für Ältere/);
    const csv = 'Kennzeichen;Bezeichnung;Übergeordnet\n50.1;Wohnen für Ältere;50\n50;Soziales;00';
    assert.equal(await goesTo(admin.post('/administration/import/units', { csv })), '/organisation?done=units-imported');
    assert.match(await body(admin.get('/organisation')), /Wohnen für Ältere/);
    const again = await admin.post('/administration/import/units', { csv });
    assert.equal(again.status, 409);
    const half = await admin.post('/administration/import/units', { csv: `${csv}\n51;Jugend;00\n52;Sport;88` });
    assert.equal(half.status, 422);
    assert.deepEqual(await world.sql("select code from people.unit_state where code in ('51', '52')"), []);
  });

  test('six hundred staff come in at once, and their functions wait for release', async () => {
    const lines = Array.from(
      { length: 600 },
      (_, n) => `${9000 + n};;Vor${n};Nach${n};v${n}@waldbrueck.example;32.1;Sachbearbeitung;`,
    );
    const csv = ['Personalnummer;Titel;Vorname;Nachname;E-Mail;Organisationseinheit;Rolle;Gültig ab', ...lines].join('\n');
    const start = performance.now();
    assert.equal(await goesTo(admin.post('/administration/import/staff', { csv })), '/persons?done=staff-imported');
    assert.ok(performance.now() - start < 15_000, String(performance.now() - start));
    const [row] = await world.sql<{ persons: number; grants: number }>(
      "select (select count(*)::int from people.person where email like 'v%@waldbrueck.example') as persons, (select count(*)::int from people.grant_request) as grants",
    );
    assert.deepEqual(row, { persons: 600, grants: 600 });
    assert.match(await body(admin.get('/persons?q=Nach599')), /Nach599, Vor599/);
  });

  test('a template comes as a table that a spreadsheet reads', async () => {
    const answer = await admin.get('/administration/import/template?kind=staff');
    assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="beschaeftigte\.csv"/);
    assert.match(await answer.text(), /Personalnummer;Titel/);
  });

  test('the language one chooses holds from the next page on', async () => {
    assert.equal(await goesTo(clerk.post('/me/choose-language', { locale: 'en' })), '/me?done=language-chosen');
    assert.match(await body(clerk.get('/me')), /<html lang="en".*My account/s);
    await clerk.post('/me/choose-language', { locale: 'de' });
  });
});
