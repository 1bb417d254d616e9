// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { addressOf, reads, type Route, routes } from './routes.ts';
import { type Cell, rightsMatrix } from './rights-matrix.ts';
import { accepted } from './samples.ts';
import { openScene, type Role, roles, type Scene } from './scene.ts';

const declared = new Map(rightsMatrix.flatMap(({ row, routes: keys }) => keys.map((key) => [key, row] as const)));

describe('every route and every role', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.world.close());

  test('every route has exactly one row, every row a route', () => {
    const listed = rightsMatrix.flatMap(({ routes: keys }) => keys);
    assert.deepEqual([...listed].sort(), routes.map(({ key }) => key).sort());
  });

  test('each gets what the matrix declares', async (context) => {
    const wrong: string[] = [];
    let cells = 0;
    for (const route of routes) {
      const row = declared.get(route.key) ?? assert.fail(route.key);
      cells += roles.length;
      const seen = await inTurn(route, (role) => lookAt(route, role, row[role]));
      for (const [index, role] of roles.entries())
        if (seen[index] !== row[role]) wrong.push(`${route.key} as ${role}: ${row[role]} declared, ${seen[index]} seen`);
    }
    assert.deepEqual(wrong, []);
    context.diagnostic(`${routes.length} routes × ${roles.length} roles = ${cells} cells`);
  });

  /** What the role gets. Whoever may come in sends nonsense, so that nothing changes; whoever may not sends what would be right. */
  async function lookAt(route: Route, role: Role, expected: Cell): Promise<Cell | string> {
    const address = `${addressOf(route.path, scene.ids)}${queryOf(route)}`;
    const answer = await scene.ask(role, address, reads(route) ? {} : requestOf(route, expected !== 'in'));
    const text = await answer.text();
    return readAnswer(route, answer, text);
  }

  function queryOf({ key }: Route): string {
    if (key === 'GET /exclusions/new' || key === 'GET /openings/new') return `?subject=${scene.ids['file']}&label=Akte`;
    return key === 'GET /administration/import/template' ? '?kind=units' : '';
  }

  function requestOf(route: Route, right: boolean): RequestInit & { headers: Record<string, string> } {
    const headers = { accept: 'application/json', 'sec-fetch-site': 'same-origin', 'idempotency-key': newId() };
    if (route.stream)
      return { method: route.method, ...streamOf(route, right), headers: { ...headers, ...streamOf(route, right).headers } };
    const { ids, contact } = scene;
    const given = { ...ids, contact };
    const sample = right && route.input ? accepted(route.input, given) : undefined;
    const body = JSON.stringify(sample ?? { unknown: 1 });
    return { method: route.method, headers: { ...headers, 'content-type': 'application/json' }, body };
  }

  function streamOf({ method }: Route, right: boolean): { headers: Record<string, string>; body: string } {
    if (!right) return { headers: { 'content-type': 'text/plain' }, body: 'x' };
    if (method === 'PATCH')
      return { headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, body: 'x' };
    const part = (head: string, value: string) => `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
    const fields = `${part('name="_key"', newId())}${part('name="versionRead"', '1')}${part('name="files"; filename="a.txt"', 'Text')}--b--\r\n`;
    return { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: fields };
  }
});

/** All roles at once, but for an upload: it belongs to one at a time, and the others are told to wait. */
async function inTurn<T>({ path }: Route, look: (role: Role) => Promise<T>): Promise<T[]> {
  if (!path.includes(':upload')) return Promise.all(roles.map(look));
  const seen: T[] = [];
  for (const role of roles) seen.push(await look(role));
  return seen;
}

const complaints = new Set([400, 422]);

function readAnswer(route: Route, answer: Response, text: string): Cell | string {
  const { status } = answer;
  if (status === 403) return text.includes('kernel.sign-in-first') ? 'sign-in' : 'no';
  if (status === 404) return 'unseen';
  if (status === 303) return answer.headers.get('location')?.startsWith('/sign-in?to=') || route.path === '/' ? 'sign-in' : 'on';
  return (reads(route) ? status === 200 : complaints.has(status)) ? 'in' : `${status} ${text.slice(0, 200)}`;
}
