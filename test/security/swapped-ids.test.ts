// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { addressOf, reads, routes } from './routes.ts';
import { canaries, openScene, type Role, type Scene } from './scene.ts';

const strangers: readonly Role[] = ['neighbour', 'deputyOutside', 'administrator', 'staffCouncil', 'privacyOfficer', 'anonymous'];
const ofFile = routes.filter((route) => reads(route) && /:(file|case|document|upload|order)/.test(route.path));

describe('ids of a file that is none of one’s business', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.world.close());

  const strange = () => ({
    ...scene.ids,
    ...Object.fromEntries(['file', 'case', 'document', 'upload', 'order'].map((name) => [name, newId()])),
  });
  /** An answer without what differs by design: the keys of its forms and the address one asked for. */
  const bodyOf = async (answer: Response, ids: Readonly<Record<string, string>>) => {
    const kept = (await answer.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}/g, 'key');
    return Object.values(ids).reduce((text, id) => (id.length > 30 ? text.replaceAll(id, 'id') : text), kept);
  };
  const headersOf = (answer: Response) => [...answer.headers].filter(([name]) => name !== 'location' && name !== 'date');

  // Erasing is the registry's; everything else of the file is the clerk's, too.
  const inCharge = (path: string): Role => (path.endsWith('/erase') ? 'registry' : 'clerk');

  test('those in charge get them all', async () => {
    for (const { path } of ofFile) {
      const answer = await scene.ask(inCharge(path), addressOf(path, scene.ids));
      assert.equal(answer.status, 200, path);
      await answer.arrayBuffer();
    }
  });

  for (const accept of ['text/html', 'application/json']) {
    test(`answer strangers byte for byte as if they did not exist (${accept})`, async () => {
      for (const role of strangers) {
        for (const { path } of ofFile) {
          const made = strange();
          const headers = { accept };
          const [real, none] = await Promise.all([
            scene.ask(role, addressOf(path, scene.ids), { headers }),
            scene.ask(role, addressOf(path, made), { headers }),
          ]);
          assert.notEqual(real.status, 200, `${path} as ${role}`);
          assert.deepEqual([real.status, headersOf(real)], [none.status, headersOf(none)], `${path} as ${role}`);
          const body = await bodyOf(real, scene.ids);
          assert.ok(body === (await bodyOf(none, made)), `${path} as ${role}`);
          for (const canary of canaries) assert.ok(!body.includes(canary), `${canary} in ${path} as ${role}`);
        }
      }
    });
  }

  test('list, search, suggest and the desk of strangers count and show nothing of it', async () => {
    const words = [
      'Kolibriweg',
      'Quittenhain',
      'Wacholderheide',
      'Zimtstern',
      'Ypsilanti',
      '32.11-0001',
      scene.ids['file'] ?? '',
    ];
    const visible = ['/', '/files', '/files?plan=32', '/files?state=open', '/administration/exclusions', '/substitutions'];
    for (const role of strangers) {
      for (const path of visible) await showsNothing(role, path);
      for (const word of words)
        for (const path of ['/search', '/search/suggest'])
          await showsNothing(role, `${path}?q=${encodeURIComponent(word)}`, word);
    }
    const hits = await (await scene.ask('clerk', '/search?q=Wacholderheide')).text();
    assert.match(hits, new RegExp(`/(documents|cases)/${scene.ids['document']}`), 'the clerk finds it');
  });

  test('the count of a search is the same whether the word exists elsewhere or nowhere', async () => {
    const countOf = async (word: string) => {
      const text = await (await scene.ask('neighbour', `/search?q=${word}`)).text();
      return text
        .replaceAll(word, 'WORT')
        .replaceAll(/in [\d,]+ Sekunden/g, 'in ZEIT')
        .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'key');
    };
    assert.equal(await countOf('Wacholderheide'), await countOf('Gibtesnirgends'));
  });

  test('another version, page or range of a document is as unseen as its first', async () => {
    const { document } = scene.ids;
    for (const path of [
      `/documents/${document}/content?version=1`,
      `/documents/${document}/pages/2`,
      `/documents/${document}?version=1`,
    ]) {
      const answer = await scene.ask('neighbour', path, { headers: { range: 'bytes=0-10' } });
      assert.equal(answer.status, 404, path);
    }
  });

  test('an upload of somebody else cannot be continued', async () => {
    const answer = await scene.ask('neighbour', `/cases/${scene.ids['case']}/uploads/${scene.ids['upload']}`, {
      method: 'PATCH',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      body: 'fremd',
    });
    assert.equal(answer.status, 404);
  });

  async function showsNothing(role: Role, path: string, asked = ''): Promise<void> {
    const text = (await (await scene.ask(role, path)).text()).replaceAll(asked || '\u0000', '');
    for (const canary of canaries) assert.ok(!text.includes(canary), `${canary} in ${path} as ${role}`);
    for (const name of ['file', 'case', 'document'])
      assert.ok(!text.includes(`/${name}s/${scene.ids[name]}`), `${name} linked in ${path} as ${role}`);
  }
});
