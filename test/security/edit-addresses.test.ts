// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { addDocument, draftLetter, type Letter, openProgram, type Program, programAt } from '../editing.ts';
import { callerAs, functionOf, persons } from '../town.ts';
import { openWorld, type World } from '../world.ts';
import { bearerRoutes, routes } from './routes.ts';
import { fingerprintOf } from './table-counts.ts';

const methods = bearerRoutes.filter(({ path }) => path.startsWith('/dav/')).map(({ method }) => method);
const bodies: Readonly<Record<string, string>> = {
  PUT: 'Fremder Text',
  LOCK: '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>',
  PROPPATCH: '<propertyupdate xmlns="DAV:"><set><prop><x xmlns="urn:x">1</x></prop></set></propertyupdate>',
};

describe('a secret address', () => {
  let world: World;
  let letter: Letter;
  let program: Program;
  beforeEach(async () => {
    world = await openWorld();
    letter = await draftLetter(world);
    program = await openProgram(world, letter);
  });
  afterEach(() => world.close());

  /** Every method at the document, as a program would send it. */
  async function tryAll(at: Program, headers: Record<string, string> = {}): Promise<Response[]> {
    const answers: Response[] = [];
    for (const method of ['HEAD', ...methods]) {
      const body = bodies[method];
      const sent = { depth: method === 'MOVE' ? 'infinity' : '0', destination: `${at.folder}/neu.txt`, ...headers };
      answers.push(await at.ask(method, 'Bescheid.txt', { headers: sent, ...(body === undefined ? {} : { body }) }));
    }
    return answers;
  }

  async function opensNothing(at: Program, why: string, headers: Record<string, string> = {}): Promise<void> {
    const before = await fingerprintOf(world);
    for (const answer of await tryAll(at, headers)) {
      assert.equal(answer.status, 403, why);
      assert.equal((await answer.arrayBuffer()).byteLength, 0, why);
      assert.equal(answer.headers.get('dav'), null, why);
    }
    assert.deepEqual(await fingerprintOf(world), before, why);
  }

  test('every route that needs one names a permission, and only those speak WebDAV', () => {
    assert.deepEqual(methods.toSorted(), [
      'COPY',
      'DELETE',
      'GET',
      'LOCK',
      'MKCOL',
      'MOVE',
      'OPTIONS',
      'PROPFIND',
      'PROPPATCH',
      'PUT',
      'UNLOCK',
    ]);
    const dav = new Set(['COPY', 'LOCK', 'MKCOL', 'MOVE', 'OPTIONS', 'PROPFIND', 'PROPPATCH', 'UNLOCK']);
    assert.deepEqual(
      routes.filter(({ method }) => dav.has(method)),
      [],
    );
  });

  test('opens for whoever holds it; guessed, cut or changed it opens nothing, with a cookie neither', async () => {
    assert.equal(await (await program.ask('GET', 'Bescheid.txt')).text(), 'Fassung 1');
    const { secret } = program;
    const cookie = { cookie: `fachwerk=${secret}` };
    for (const guess of [
      randomBytes(32).toString('base64url'),
      secret.slice(0, -1),
      `${secret}A`,
      `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`,
      'x',
      '%00',
      "'--",
    ])
      await opensNothing(programAt(world, guess), guess, guess === 'x' ? cookie : {});
  });

  test('is stored nowhere: neither in a table nor in the log', async () => {
    await program.save('Fassung 2');
    const tables = await world.sql<{ name: string }>(
      "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('records', 'kernel', 'journal', 'people')",
    );
    for (const { name } of tables) {
      const [row] = await world.sql<{ hits: number }>(
        `select count(*)::int as hits from ${name} t where t::text like '%' || $1 || '%'`,
        [program.secret],
      );
      assert.equal(row?.hits, 0, name);
    }
    assert.doesNotMatch(world.logged.join('\n'), new RegExp(program.secret));
  });

  test('opens its own document and none beside it', async () => {
    const other = await addDocument(world, letter.case, { name: 'Geheim.txt', text: 'Wacholderheide' });
    const second = await openProgram(world, { document: other, fileName: 'Geheim.txt' });
    assert.equal((await program.ask('GET', 'Geheim.txt')).status, 404);
    assert.equal(await (await second.ask('GET', 'Geheim.txt')).text(), 'Wacholderheide');
    const across = { destination: `${second.folder}/Geheim.txt`, overwrite: 'T' };
    for (const method of ['COPY', 'MOVE'])
      assert.equal((await program.ask(method, 'Bescheid.txt', { headers: across })).status, 502, method);
  });

  test('opens nothing after the person has left, lost the function, or is excluded', async () => {
    const ends: readonly [why: string, take: () => Promise<unknown>, giveBack: () => Promise<unknown>][] = [
      [
        'left the service',
        () => world.sql("update people.person set active_to = '2026-11-01' where id = $1", [persons.clerk]),
        () => world.sql('update people.person set active_to = null where id = $1', [persons.clerk]),
      ],
      [
        'function over',
        () => world.sql("update people.function_held set valid_to = '2026-11-01' where id = $1", [functionOf(0)]),
        () => world.sql('update people.function_held set valid_to = null where id = $1', [functionOf(0)]),
      ],
      [
        'file sealed for others',
        () => world.sql('update records.files set protection = 2 where id = $1', [letter.file]),
        () => world.sql('update records.files set protection = 0 where id = $1', [letter.file]),
      ],
    ];
    for (const [why, take, giveBack] of ends) {
      await take();
      await opensNothing(program, why);
      await giveBack();
      assert.equal((await program.ask('GET', 'Bescheid.txt')).status, 200, why);
    }
  });

  test('given to a deputy ends with the substitution, and what was saved inside says in whose name', async () => {
    const substitution = newId();
    await world.sql(
      "insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, '2026-11-01', '2026-11-25')",
      [substitution, persons.clerk, persons.treasurer],
    );
    await world.sql('insert into people.substitution_function (substitution, function_held) values ($1, $2)', [
      substitution,
      functionOf(0),
    ]);
    const deputy = await openProgram(world, letter, callerAs(persons.treasurer, { onBehalfOf: persons.clerk }));
    assert.equal((await deputy.save('In Vertretung')).status, 204);
    const [last] = await world.sql<{ represented: string }>('select represented from records.edit_sessions where person = $1', [
      persons.treasurer,
    ]);
    assert.equal(last?.represented, persons.clerk);
    world.clock.set('2026-11-24T18:00:00.000Z');
    assert.equal((await deputy.ask('GET', 'Bescheid.txt')).status, 200);
    await world.sql("update people.substitution set valid_to = '2026-11-24T17:00:00Z' where id = $1", [substitution]);
    await opensNothing(deputy, 'substitution over');
  });

  test('is of no use to another site that knows it', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'access-control-request-method': 'PUT' },
    ] as Record<string, string>[])
      await opensNothing(program, JSON.stringify(headers), headers);
  });

  test('leads nowhere outside its folder; hostile names, bodies and depths are refused in time', async () => {
    const began = performance.now();
    for (const name of ['..%2f..%2fhealth', 'a%2fb', 'a%5cb', '%00', 'a%0d%0ab', 'x'.repeat(2_000), `${'a/'.repeat(40)}a`]) {
      for (const method of ['GET', 'PUT', 'MKCOL', 'PROPFIND']) {
        const answer = await program.ask(method, name, { headers: { depth: '0' }, ...(method === 'PUT' ? { body: 'x' } : {}) });
        assert.ok([400, 403, 404, 409, 414].includes(answer.status), `${method} ${name.slice(0, 40)}: ${answer.status}`);
      }
    }
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><propfind xmlns="DAV:"><prop>&b;</prop></propfind>';
    for (const body of [bomb, '<a>'.repeat(50_000), `<propfind xmlns="DAV:">${' '.repeat(400_000)}</propfind>`])
      for (const method of ['PROPFIND', 'PROPPATCH', 'LOCK'])
        assert.ok([400, 413].includes((await program.ask(method, '', { headers: { depth: '0' }, body })).status), method);
    assert.equal((await program.ask('PROPFIND', '', { headers: { depth: 'infinity' } })).status, 403);
    const huge = (60 << 20) + 1;
    assert.equal((await program.ask('PUT', 'groß.tmp', { body: new Uint8Array(huge) })).status, 413);
    assert.ok(performance.now() - began < 60_000);
    assert.deepEqual(await world.sql("select path from records.edit_files where kind <> 'document'"), []);
  });
});
