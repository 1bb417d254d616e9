// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addDocument, draftLetter, type Letter, openProgram } from '../../../../test/editing.ts';
import { callerAs, cookieOf, persons } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';

describe('two versions side by side', () => {
  let world: World;
  let letter: Letter;
  before(async () => {
    world = await openWorld();
    letter = await draftLetter(world);
    const program = await openProgram(world, letter);
    await program.save('Die Erlaubnis wird versagt.');
    await write(letter.document, ['Die Erlaubnis wird erteilt.', 'Die Erlaubnis wird <b>versagt</b>.']);
  });
  after(() => world.close());

  /** Text of each version, as the background work leaves it behind. */
  async function write(document: string, texts: readonly string[]): Promise<void> {
    for (const [index, text] of texts.entries())
      await world.sql(
        `with v as (update records.versions set reading = 'read' where document_id = $1 and no = $2 returning id, file_id)
         insert into records.pages (version_id, file_id, no, text) select id, file_id, 1, $3 from v`,
        [document, index + 1, text],
      );
  }

  const pageOf = async (path: string, person: string = persons.clerk) => {
    const answer = await world.app.request(`http://localhost${path}`, { headers: { cookie: await cookieOf(world, person) } });
    return { status: answer.status, text: await answer.text() };
  };

  test('what is gone and what is new is said in words, and what was written is never markup', async () => {
    const { status, text } = await pageOf(`/documents/${letter.document}/compare`);
    assert.equal(status, 200);
    assert.match(text, /<del><span class="compare-sign">− gestrichen: <\/span>erteilt\.<\/del>/);
    assert.match(text, /<ins><span class="compare-sign">\+ eingefügt: <\/span>&lt;b&gt;versagt&lt;\/b&gt;\.<\/ins>/);
    assert.match(text, /href="#change-1"/);
  });

  test('the same version, a strange number, a foreign eye', async () => {
    assert.match((await pageOf(`/documents/${letter.document}/compare?from=1&to=1`)).text, /Kein Unterschied im Text/);
    assert.equal((await pageOf(`/documents/${letter.document}/compare?from=99`)).status, 404);
    assert.equal((await pageOf(`/documents/${letter.document}/compare`, persons.neighbour)).status, 404);
  });

  test('a Konfliktfassung is compared with its letter, another document is not', async () => {
    const head = await openProgram(world, letter, callerAs(persons.head));
    await (await openProgram(world, letter)).save('Fassung 3');
    assert.equal((await head.save('Die Erlaubnis wird bald erteilt.', { 'if-match': '"alt"' })).status, 412);
    const [copy] = await world.sql<{ id: string }>('select document_id as id from records.edit_conflicts');
    assert.match(
      (await pageOf(`/documents/${copy?.id}/compare?with=${letter.document}`)).text,
      /Verglichen wird mit der neuesten Version/,
    );
    const other = await addDocument(world, letter.case, { name: 'Anderes.txt', text: 'Anderes' });
    assert.doesNotMatch((await pageOf(`/documents/${other}/compare?with=${letter.document}`)).text, /Verglichen wird mit/);
  });
});
