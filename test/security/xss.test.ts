// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { newId } from '../../src/kernel/id.ts';
import { planUnits, units } from '../town.ts';
import { openScene, type Role, type Scene } from './scene.ts';
import { payloads } from './xss-payloads.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Mark of every payload: where it stands in a tag or attribute name, or in a place that runs, somebody broke out. */
const mark = 'xq7';
const runs = /^(?:on|srcdoc$|formaction$|style$)/;

/** What a page must not hold: marks outside texts and values, handlers, foreign scripts, frames, addresses that run. */
function findings(html: string): string[] {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) found.push(...findingsIn(node));
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

function findingsIn(element: Element): string[] {
  const { tagName, attrs } = element;
  const found = attrs.flatMap(({ name, value }) => {
    if (runs.test(name) || name.includes(mark)) return [`<${tagName} ${name}>`];
    return /^(?:href|src|action|xlink:href)$/.test(name) && !/^(?:[/#?]|mailto:|tel:|$)/.test(value)
      ? [`<${tagName} ${name}="${value}">`]
      : [];
  });
  const source = attrs.find(({ name }) => name === 'src')?.value ?? '';
  if (/^(?:iframe|object|embed|base|applet|frame|math|marquee)$/.test(tagName) || tagName.includes(mark))
    found.push(`<${tagName}>`);
  if (tagName === 'script' && !source.startsWith('/assets/')) found.push('<script> of somebody else');
  if (tagName === 'style' || (tagName === 'meta' && attrs.some(({ name }) => name === 'http-equiv'))) found.push(`<${tagName}>`);
  return found;
}

describe('markup in everything that people type', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.world.close());

  const send = (role: Role, path: string, fields: Record<string, string>) =>
    scene.ask(role, path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _key: newId(), ...fields }).toString(),
    });
  async function isClean(answer: Response, where: string): Promise<string> {
    const html = await answer.text();
    assert.ok(answer.status < 500, `${where}: ${answer.status}`);
    assert.deepEqual(findings(html), [], where);
    return html;
  }

  test('is found by this test when a page holds it raw', () => {
    const silent = payloads.filter((payload) => findings(`<p>${payload}</p><a title="${payload}">`).length === 0);
    assert.ok(silent.length < payloads.length / 3, silent.join('\n'));
    assert.ok(payloads.length >= 60, String(payloads.length));
  });

  test('comes back as text from every page that shows it', async (context) => {
    let shown = 0;
    for (let at = 0; at < payloads.length; at += 4) {
      const [one = '', two = one, three = one, four = one] = payloads.slice(at, at + 4);
      const opened = await send('clerk', '/files/new/open', { planUnit: planUnits.inns, leadUnit: units.trade, subject: one });
      const file = opened.headers.get('location') ?? assert.fail(`${opened.status} for ${one}`);
      const caseAt = (await send('clerk', `${file}/new-case/open`, { subject: two })).headers.get('location') ?? assert.fail(two);
      await send('clerk', `${caseAt}/add-contact`, {
        role: three.slice(0, 80),
        name: three.slice(0, 200),
        address: one,
        phone: four.slice(0, 60),
      });
      await upload(caseAt, four);
      for (const path of [file, `${file}/register`, `${file}/proof`, caseAt, `${caseAt}/tree`]) {
        const html = await isClean(await scene.ask('clerk', path), path);
        if (html.includes(mark)) shown += 1;
      }
      const link = /href="(\/documents\/[0-9a-f-]{36})"/.exec(await (await scene.ask('clerk', caseAt)).text())?.[1];
      await isClean(await scene.ask('clerk', link ?? assert.fail('no document')), 'document');
    }
    for (const path of ['/', '/files', '/search?q=xq7']) await isClean(await scene.ask('clerk', path), path);
    context.diagnostic(`${payloads.length} payloads, shown on ${shown} pages`);
    assert.ok(shown > 40);
  });

  async function upload(caseAt: string, name: string): Promise<void> {
    const form = new FormData();
    form.set('_key', newId());
    form.append('files', new Blob([name]), `${name}.txt`);
    const answer = await scene.ask('clerk', `${caseAt}/documents`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: form,
    });
    assert.equal(answer.status, 303, name);
  }

  test('comes back as text from addresses, refused forms and imports', async () => {
    for (const payload of payloads) {
      const q = encodeURIComponent(payload);
      const { file } = scene.ids;
      for (const path of [
        `/search?q=${q}`,
        `/persons?q=${q}`,
        `/files?plan=${q}`,
        `/exclusions/new?subject=${file}&label=${q}`,
        `/${q}`,
      ])
        await isClean(await scene.ask('clerk', path), path);
      await isClean(await scene.ask('anonymous', `/sign-in?to=${q}`), 'sign-in');
      await isClean(await send('clerk', `/files/${file}/change`, { subject: payload, lock: '999', note: payload }), 'refused');
      const csv = `Kennzeichen;Bezeichnung;Übergeordnet;Gültig ab\n${payload};${payload};;\n`;
      await isClean(await send('administrator', '/administration/import/units', { csv }), 'import');
    }
  });
});
