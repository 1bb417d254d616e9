// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { act } from '../../../../test/act.ts';
import { draftLetter, type Letter, openProgram, type Program } from '../../../../test/editing.ts';
import { callerAs, persons } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { sweepEditSessions } from '../jobs/sweep-editing.ts';
import { endEditing } from './open-editing.ts';
import { receiveVersion } from './receive-version.ts';
import { releaseEditLock } from './release-edit-lock.ts';
import { signOffDocument } from './sign-off-document.ts';

describe('a letter is edited in the office suite', () => {
  let world: World;
  let letter: Letter;
  let anna: Program;
  let ben: Program;
  beforeEach(async () => {
    world = await openWorld();
    letter = await draftLetter(world);
    anna = await openProgram(world, letter);
    ben = await openProgram(world, letter, callerAs(persons.head));
  });
  afterEach(() => world.close());

  const documents = () =>
    world.sql<{ title: string; state: string; versions: number }>(
      'select title, state, versions from records.documents where case_id = $1 order by no',
      [letter.case],
    );
  const textOf = async (document: string, no: number): Promise<string> => {
    const [row] = await world.sql<{ content: string }>(
      'select content from records.versions where document_id = $1 and no = $2',
      [document, no],
    );
    const pieces: Uint8Array[] = [];
    for await (const piece of await world.runtime.blobs.get(row?.content ?? '')) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  };
  const acts = async () => {
    const entries = await world.sql<{ header: string }>(
      'select header from journal.inbox union all select header from journal.leaf',
    );
    return entries.map(({ header }) => (JSON.parse(header) as { act: string }).act);
  };

  test('lock, read, save, unlock: a new version by the ordinary act, in the name of who opened it', async () => {
    const token = await anna.lock();
    const got = await anna.ask('GET', 'Bescheid.txt');
    assert.equal(await got.text(), 'Fassung 1');
    const saved = await anna.save('Fassung 2', { if: `(<${token}>)` });
    assert.equal(saved.status, 204, await saved.text());
    assert.notEqual(saved.headers.get('etag'), got.headers.get('etag'));
    assert.equal((await anna.ask('UNLOCK', 'Bescheid.txt', { headers: { 'lock-token': `<${token}>` } })).status, 204);
    assert.deepEqual(await documents(), [{ title: 'Bescheid', state: 'draft', versions: 2 }]);
    assert.equal(await textOf(letter.document, 2), 'Fassung 2');
    assert.deepEqual(await world.sql('select 1 from records.edit_locks'), []);
  });

  test('saving the same text again makes no second version, not even after a lost answer', async () => {
    await anna.save('Fassung 2');
    await anna.save('Fassung 2');
    await Promise.all([anna.save('Fassung 3'), anna.save('Fassung 3')]);
    assert.equal((await documents())[0]?.versions, 3);
    // Ben reads and saves; Anna's program repeats what was saved long ago because it never heard of it.
    await ben.ask('GET', 'Bescheid.txt');
    await ben.save('Fassung 4 von Ben');
    assert.equal((await anna.save('Fassung 3')).status, 204);
    assert.deepEqual(await documents(), [{ title: 'Bescheid', state: 'draft', versions: 4 }]);
    assert.equal(await textOf(letter.document, 4), 'Fassung 4 von Ben');
  });

  test('going back to an older text is a version as well', async () => {
    await anna.save('Fassung 2');
    assert.equal((await anna.save('Fassung 1')).status, 204);
    assert.equal((await documents())[0]?.versions, 3);
  });

  test('two at one letter: the second is refused while the first holds it', async () => {
    await anna.lock();
    const answer = await ben.ask('LOCK', 'Bescheid.txt', {
      body: '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>',
    });
    assert.equal(answer.status, 423);
    assert.match(await answer.text(), /no-conflicting-lock/);
    const found = await (await ben.ask('PROPFIND', 'Bescheid.txt', { headers: { depth: '0' } })).text();
    assert.match(found, /activelock/);
    assert.doesNotMatch(found, /urn:uuid|Büro/);
  });

  test('who saves in spite of the lock loses nothing: the text lies beside the letter, and both pages say so', async () => {
    const token = await anna.lock();
    const late = await ben.save('Bens Text');
    assert.equal(late.status, 423);
    assert.match(await late.text(), /Konfliktfassung/);
    assert.equal((await anna.save('Annas Text', { if: `(<${token}>)` })).status, 204);
    assert.deepEqual(await documents(), [
      { title: 'Bescheid', state: 'draft', versions: 2 },
      { title: 'Bescheid (Konfliktfassung)', state: 'draft', versions: 1 },
    ]);
    const [copy] = await world.sql<{ document_id: string; base: number }>('select document_id, base from records.edit_conflicts');
    assert.equal(copy?.base, 1);
    assert.equal(await textOf(copy?.document_id ?? '', 1), 'Bens Text');
    assert.ok((await acts()).includes('records.conflict-kept'));
  });

  test('an old entity tag: 412, and the text is kept; the same text again is kept once', async () => {
    const etag = (await ben.ask('GET', 'Bescheid.txt')).headers.get('etag') ?? '';
    await anna.save('Annas Text');
    for (const _ of [1, 2]) assert.equal((await ben.save('Bens Text', { 'if-match': etag })).status, 412);
    const texts = await documents();
    assert.deepEqual(
      texts.map(({ versions }) => versions),
      [2, 1],
    );
    // Ben goes on: his next text follows his own.
    assert.equal((await ben.save('Bens Text, länger', { 'if-match': etag })).status, 412);
    assert.deepEqual(
      (await documents()).map(({ versions }) => versions),
      [2, 2],
    );
  });

  test('a program that sends no precondition is told as well, and after reading the new version it may save', async () => {
    await anna.save('Annas Text');
    const late = await ben.save('Bens Text');
    assert.equal(late.status, 409);
    assert.match(await late.text(), /nicht verloren/);
    assert.equal(await (await ben.ask('GET', 'Bescheid.txt')).text(), 'Annas Text');
    assert.equal((await ben.save('Annas und Bens Text')).status, 204);
    assert.equal((await documents())[0]?.versions, 3);
  });

  test('two who save at the same moment: one version, one Konfliktfassung, no text lost', async () => {
    const answers = await Promise.all([anna.save('Annas Text'), ben.save('Bens Text')]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 409]);
    assert.deepEqual(
      (await documents()).map(({ versions }) => versions),
      [2, 1],
    );
  });

  test('a lock whose time ran out still holds for its owner, until somebody else comes', async () => {
    const token = await anna.lock();
    world.clock.advance(3_600_000);
    assert.equal((await anna.save('Nach der Mittagspause', { if: `(<${token}>)` })).status, 204);
    world.clock.advance(3_600_000);
    const bens = await ben.lock();
    assert.equal((await anna.save('Zu spät', { if: `(<${token}>)` })).status, 412);
    await ben.ask('GET', 'Bescheid.txt');
    assert.equal((await ben.save('Bens Text', { if: `(<${bens}>)` })).status, 204);
    assert.deepEqual(
      (await documents()).map(({ versions }) => versions),
      [3, 1],
    );
  });

  test('a lock is ended by somebody else only with a reason, as an act; what was not saved becomes a Konfliktfassung', async () => {
    const token = await anna.lock();
    const head = callerAs(persons.head);
    assert.equal(
      await act(world, releaseEditLock, { document: letter.document, reason: 'weil' }, head),
      'kernel.invalid.too-small',
    );
    const done = await act(world, releaseEditLock, { document: letter.document, reason: 'Anna ist schon im Urlaub.' }, head);
    assert.ok(typeof done !== 'string', String(done));
    assert.ok((await acts()).includes('records.edit-lock-released'));
    assert.equal(
      await act(world, releaseEditLock, { document: letter.document, reason: 'Noch einmal, bitte.' }, head),
      'records.editing.not-locked',
    );
    assert.equal((await anna.save('Aus dem Urlaub', { if: `(<${token}>)` })).status, 412);
    assert.equal((await documents()).length, 2);
  });

  test('nobody slips a version under somebody’s program by the form, the person’s own form may', async () => {
    await anna.lock();
    const form = (caller: string) => {
      const part = (head: string, value: string) => `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
      const body = `${part('name="_key"', crypto.randomUUID())}${part('name="versionRead"', '1')}${part('name="files"; filename="a.txt"', `Von ${caller}`)}--b--\r\n`;
      return receiveVersion(
        { runtime: world.runtime, caller: callerAs(caller) },
        {
          document: letter.document,
          headers: new Headers({ 'content-type': 'multipart/form-data; boundary=b' }),
          body: new Blob([body]).stream(),
        },
      );
    };
    assert.equal((await form(persons.head))?.reason, 'records.editing.locked-refused');
    assert.equal(await form(persons.clerk), undefined);
  });

  test('after the final signature saving begins a new round; a finished letter refuses with a sentence', async () => {
    await act(world, signOffDocument, { document: letter.document, versionRead: 1 }, callerAs(persons.head));
    assert.equal((await anna.save('Nachtrag')).status, 204);
    assert.deepEqual(await documents(), [{ title: 'Bescheid', state: 'draft', versions: 2 }]);
    await world.sql("update records.documents set state = 'final' where id = $1", [letter.document]);
    const late = await anna.save('Noch etwas');
    assert.equal(late.status, 409);
    assert.match(await late.text(), /endgültig/);
  });

  test('lock files and intermediate copies stay in the folder and never become a version', async () => {
    for (const name of ['.~lock.Bescheid.txt%23', '~$Bescheid.txt', '~WRD0001.tmp'])
      assert.equal((await anna.ask('PUT', name, { body: 'x' })).status, 201, name);
    assert.equal((await anna.ask('MKCOL', 'Ordner')).status, 201);
    assert.deepEqual(await documents(), [{ title: 'Bescheid', state: 'draft', versions: 1 }]);
    assert.equal((await ben.ask('GET', '~WRD0001.tmp')).status, 404);
    assert.match(await (await anna.ask('GET', '')).text(), /~WRD0001\.tmp/);
  });

  test('a program that saves by renaming: the old one aside, the new one in its place', async () => {
    await anna.ask('PUT', '~WRD0001.tmp', { body: 'Fassung 2' });
    const aside = { destination: `${anna.folder}/~WRL0002.tmp`, overwrite: 'F' };
    assert.equal((await anna.ask('MOVE', 'Bescheid.txt', { headers: aside })).status, 201);
    assert.equal((await anna.ask('GET', 'Bescheid.txt')).status, 404);
    assert.equal((await documents())[0]?.versions, 1);
    const place = { destination: `${anna.folder}/Bescheid.txt`, overwrite: 'F' };
    assert.equal((await anna.ask('MOVE', '~WRD0001.tmp', { headers: place })).status, 201);
    assert.equal(await textOf(letter.document, 2), 'Fassung 2');
    assert.equal(await (await anna.ask('GET', '~WRL0002.tmp')).text(), 'Fassung 1');
    assert.equal((await anna.ask('DELETE', '~WRL0002.tmp')).status, 204);
    const gone = await anna.ask('DELETE', 'Bescheid.txt');
    assert.equal(gone.status, 403);
    assert.match(await gone.text(), /zurückziehen/);
  });

  test('writing nothing first is no version, a program is no letter', async () => {
    assert.equal((await anna.save('')).status, 204);
    assert.equal(await (await anna.ask('GET', 'Bescheid.txt')).text(), 'Fassung 1');
    const program = await anna.save(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 1)]));
    assert.equal(program.status, 422);
    assert.equal((await documents())[0]?.versions, 1);
  });

  test('the folder has room for helpers and not for more', async () => {
    await world.sql(
      `insert into records.edit_files (session_id, file_id, path, kind, changed_at)
       select s.id, s.file_id, array['x' || n], 'file', now() from records.edit_sessions s, generate_series(1, 300) n`,
    );
    assert.equal((await anna.ask('PUT', 'mehr', { body: 'x' })).status, 507);
    assert.equal((await anna.save('Fassung 2')).status, 204);
  });

  test('ended, and swept after its time: the address leads nowhere and nothing of it is left', async () => {
    await anna.lock();
    await endEditing({ runtime: world.runtime, caller: callerAs(persons.clerk) }, letter.document);
    assert.equal((await anna.ask('GET', 'Bescheid.txt')).status, 403);
    await ben.lock();
    world.clock.advance(12 * 3_600_000 + 1);
    assert.equal((await ben.ask('GET', 'Bescheid.txt')).status, 403);
    await sweepEditSessions.run({ runtime: world.runtime, payload: {}, key: 'test', signal: AbortSignal.timeout(5_000) });
    for (const table of ['edit_sessions', 'edit_locks', 'edit_files'])
      assert.deepEqual(await world.sql(`select 1 from records.${table}`), [], table);
  });
});
