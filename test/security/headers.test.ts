// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addressOf, reads, type Route, routes } from './routes.ts';
import { openScene, type Role, type Scene } from './scene.ts';

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
} as const;
const ofPages =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
/** A city's logo is a foreign SVG: it may have its colours, but opened by itself it can neither run nor load anything. */
const ofAssets = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const ofForeignBytes = "default-src 'none'; sandbox";

/** Where an answer differs from all others, and why that is right. */
const special: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GET /documents/:document/content': { 'content-security-policy': ofForeignBytes, 'cache-control': 'private, no-store' },
  'GET /invoices/:invoice/original': { 'content-security-policy': ofForeignBytes, 'cache-control': 'private, no-store' },
  'GET /invoices/:invoice/attachments/:no': { 'content-security-policy': ofForeignBytes, 'cache-control': 'private, no-store' },
  'GET /invoices/batches/:batch': { 'cache-control': 'private, no-store' },
  'GET /post/items/:item/content': { 'content-security-policy': ofForeignBytes, 'cache-control': 'private, no-store' },
  'GET /post/items/:item/pages/:page': { 'cache-control': 'private, max-age=3600' },
  'GET /post/items/:item/thumbnails/:page': { 'cache-control': 'private, max-age=3600' },
  'GET /post/book/csv': { 'cache-control': 'private, no-store' },
  'GET /disposal/runs/:run/protocol': { 'cache-control': 'private, no-store' },
  'GET /documents/:document/pages/:page': { 'cache-control': 'private, max-age=3600' },
  'GET /documents/:document/thumbnails/:page': { 'cache-control': 'private, max-age=3600' },
  'GET /files/:file/proof-package': { 'cache-control': 'private, no-store' },
};

describe('the headers of every answer', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.world.close());

  function check(answer: Response, where: string, differs: Readonly<Record<string, string>> = {}): void {
    const wanted = { ...everywhere, 'content-security-policy': ofPages, 'cache-control': 'no-store', ...differs };
    for (const [name, value] of Object.entries(wanted)) assert.equal(answer.headers.get(name), value, `${name} of ${where}`);
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
      assert.equal(answer.headers.get(name), null, `${name} of ${where}`);
    if (!where.startsWith('/assets/')) assert.doesNotMatch(wanted['content-security-policy'], /unsafe|\*|https?:/);
  }

  async function ask(route: Route, role: Role): Promise<Response> {
    const init = reads(route) ? {} : { method: route.method, body: 'x', headers: { 'sec-fetch-site': 'same-origin' } };
    const answer = await scene.ask(role, addressOf(route.path, scene.ids), init);
    await answer.arrayBuffer();
    return answer;
  }

  test('are the same everywhere, whoever asks and whatever the answer', async (context) => {
    let seen = 0;
    for (const route of routes) {
      for (const role of ['anonymous', 'clerk', 'neighbour', 'administrator'] as const) {
        const answer = await ask(route, role);
        check(answer, `${route.key} as ${role} (${answer.status})`, answer.status === 200 ? special[route.key] : undefined);
        seen += 1;
      }
    }
    context.diagnostic(`${routes.length} routes, ${seen} answers`);
  });

  test('are there when nothing is found and when something breaks', async () => {
    for (const path of ['/gibt-es-nicht', '/files/keine-kennung', '/assets/nichts.js', '/%00', '/files/%ff'])
      check(await scene.ask('clerk', path), path);
    await scene.world.sql('alter table records.files rename to files_away');
    try {
      const broken = await scene.ask('clerk', `/files/${scene.ids['file']}`);
      assert.equal(broken.status, 500);
      check(broken, 'a fault');
      assert.doesNotMatch(await broken.text(), /files_away|relation|at .*\.tsx?:\d|node_modules|select /i);
    } finally {
      await scene.world.sql('alter table records.files_away rename to files');
    }
  });

  test('let assets be kept, and nothing else that is public', async () => {
    const page = await (await scene.ask('anonymous', '/sign-in')).text();
    const assets = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
    assert.ok(assets.length >= 2);
    for (const path of assets) {
      const answer = await scene.ask('anonymous', path);
      assert.equal(answer.status, 200, path);
      check(answer, path, { 'content-security-policy': ofAssets, 'cache-control': 'public, max-age=31536000, immutable' });
    }
  });

  test('what was uploaded is an attachment in a sandbox, never a page of ours', async () => {
    const answer = await scene.ask('clerk', addressOf('/documents/:document/content', scene.ids));
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="/);
    const part = await scene.ask('clerk', addressOf('/documents/:document/content', scene.ids), {
      headers: { range: 'bytes=0-3' },
    });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-security-policy'), ofForeignBytes);
    const proof = await scene.ask('clerk', addressOf('/files/:file/proof-package', scene.ids));
    assert.match(proof.headers.get('content-disposition') ?? '', /^attachment;/);
  });
});
