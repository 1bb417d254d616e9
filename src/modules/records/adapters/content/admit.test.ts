// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { admit, CITIZEN_LIMITS, CLERK_LIMITS } from './admit.ts';
import { type Detected, detectType } from './detect-type.ts';
import { makeDocx, makePdf, makeZip } from './test-samples.ts';
import { craftZip } from './zip-bombs.ts';

async function seen(bytes: Uint8Array | string, name = ''): Promise<{ found: Detected; size: number }> {
  const buffer = Buffer.from(bytes as string);
  return { found: await detectType(buffer, { name }), size: buffer.length };
}

it('ein gewöhnliches PDF wird überall angenommen', async () => {
  const { found, size } = await seen(await makePdf(['x']), 'Antrag.pdf');
  assert.deepEqual(admit(found, size, CLERK_LIMITS), { ok: true, warnings: [] });
  assert.deepEqual(admit(found, size, CITIZEN_LIMITS), { ok: true, warnings: [] });
});

it('Leeres, Programme, Zwitter, Bomben und gefährliche Archive werden überall abgelehnt, mit Grund', async () => {
  const pdf = await makePdf(['x']);
  const cases: ReadonlyArray<readonly [string, Uint8Array | string, string, string]> = [
    ['leer', '', 'a.txt', 'empty'],
    ['Programm', 'MZ\x90', 'a.pdf', 'executable'],
    ['Skript', 'rd /s', 'a.cmd', 'executable'],
    ['Täuschung', 'x', 'a\u202etxt.pdf', 'deceptive-name'],
    ['Zwitter', Buffer.concat([pdf, makeZip({ a: 'b' })]), 'a.pdf', 'polyglot'],
    ['Bombe', craftZip([{ name: 'a', content: Buffer.alloc(8_000_000) }]), 'a.zip', 'archive-bomb'],
    ['Ausbruch', craftZip([{ name: '../../etc/cron.d/x', content: Buffer.from('x') }]), 'a.zip', 'unsafe-archive'],
    ['Verweis', craftZip([{ name: 'x', content: Buffer.from('/etc/passwd'), mode: 0xa1ff }]), 'a.zip', 'unsafe-archive'],
  ];
  for (const [what, bytes, name, reason] of cases) {
    const { found, size } = await seen(bytes, name);
    for (const limits of [CLERK_LIMITS, CITIZEN_LIMITS])
      assert.deepEqual(admit(found, size, limits), { ok: false, reason }, what);
  }
});

it('was als Beweis in die Akte darf, darf noch lange nicht durch ein Bürgerformular', async () => {
  const macros = await seen(makeDocx('', { 'word/vbaProject.bin': 'x' }), 'a.docm');
  assert.deepEqual(admit(macros.found, macros.size, CLERK_LIMITS), { ok: true, warnings: ['macros'] });
  assert.deepEqual(admit(macros.found, macros.size, CITIZEN_LIMITS), { ok: false, reason: 'macros' });
  const page = await seen('<!doctype html><p>x', 'a.html');
  assert.equal(admit(page.found, page.size, CLERK_LIMITS).ok, true);
  assert.deepEqual(admit(page.found, page.size, CITIZEN_LIMITS), { ok: false, reason: 'type-not-allowed' });
});

it('zu Großes wird nach der Grenze des Zwecks abgelehnt', async () => {
  const { found } = await seen(await makePdf(['x']), 'a.pdf');
  assert.deepEqual(admit(found, CITIZEN_LIMITS.maxBytes + 1, CITIZEN_LIMITS), { ok: false, reason: 'too-large' });
  assert.equal(admit(found, CITIZEN_LIMITS.maxBytes, CITIZEN_LIMITS).ok, true);
});
