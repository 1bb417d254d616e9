// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { ZodType } from 'zod';
import { modules } from '../../src/app.ts';
import { execute } from '../../src/kernel/command.ts';
import { newId } from '../../src/kernel/id.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import { personOf, openScene, type Scene } from './scene.ts';
import { addressOf, routes } from './routes.ts';
import { accepted, fieldsOf } from './samples.ts';
import { fingerprintOf } from './table-counts.ts';

const commands = modules.flatMap((module) => module.commands);
const privileged = [
  'state',
  'owner',
  'person',
  'permissions',
  'lock',
  'role',
  'id',
  'at',
  'by',
  'system',
  'onBehalfOf',
  'file',
  'reference',
];
const treacherous = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
const perCommand = 12;

/** Every key that no field of the schema has: privileged names, treacherous names, and any other. */
const foreignKey = (schema: ZodType) => {
  const known = new Set(fieldsOf(schema));
  return fc
    .oneof(fc.constantFrom(...privileged, ...treacherous), fc.string({ minLength: 1, maxLength: 12 }))
    .filter((key) => !known.has(key));
};

/** As JSON.parse makes it: `__proto__` becomes an own key. */
const withKey = (input: object, key: string, value: unknown) =>
  JSON.parse(
    `${JSON.stringify(input).slice(0, -1)}${Object.keys(input).length > 0 ? ',' : ''}${JSON.stringify(key)}:${JSON.stringify(value)}}`,
  ) as object;

interface Node {
  readonly _zod?: { readonly def: Record<string, unknown> };
}

/** Objects inside a schema that would take unknown keys. */
function looseObjects(node: unknown, path: string, seen = new Set<unknown>()): string[] {
  if (typeof node !== 'object' || node === null || seen.has(node)) return [];
  seen.add(node);
  const def = (node as Node)._zod?.def;
  if (!def) return Object.entries(node).flatMap(([name, inner]) => looseObjects(inner, `${path}.${name}`, seen));
  const catchall = (def['catchall'] as Node | undefined)?._zod?.def['type'];
  const loose = def['type'] === 'object' && catchall !== 'never' ? [path] : [];
  return [...loose, ...Object.entries(def).flatMap(([name, inner]) => looseObjects(inner, `${path}.${name}`, seen))];
}

describe('fields that nobody asked for', () => {
  let scene: Scene;
  before(async () => {
    scene = await openScene();
  });
  after(() => scene.world.close());

  test('every input of a command or route is a strict object, all the way down', () => {
    const inputs = [
      ...commands.map(({ name, input }) => [name, input] as const),
      ...routes.flatMap(({ key, input }) => (input ? [[key, input] as const] : [])),
    ];
    assert.deepEqual(
      inputs.flatMap(([name, input]) => looseObjects(input, name)),
      [],
    );
    assert.ok(inputs.length > 100, String(inputs.length));
  });

  test('are refused by every command, and nothing is written', async (context) => {
    const { runtime } = scene.world;
    const before = await fingerprintOf(scene.world);
    const permissions = new Set(modules.flatMap((module) => Object.keys(module.permissions)));
    let tried = 0;
    for (const command of commands) {
      const good = accepted(command.input, { ...scene.ids, contact: scene.contact }) ?? {};
      const runs = fc.asyncProperty(foreignKey(command.input), fc.jsonValue({ maxDepth: 1 }), async (key, value) => {
        const caller = { person: personOf.clerk, permissions };
        const outcome = await execute(runtime, command, withKey(good, key, value), caller, { key: newId() });
        assert.ok(outcome instanceof Refusal, `${command.name} took ${key}`);
        assert.ok(['malformed', 'invalid'].includes(outcome.kind), `${command.name}: ${outcome.reason}`);
        tried += 1;
      });
      await fc.assert(runs, { numRuns: perCommand, seed: 4 });
    }
    assert.deepEqual(await fingerprintOf(scene.world), before);
    context.diagnostic(`${commands.length} commands, ${tried} inputs`);
  });

  test('get status 400 over HTTP, in JSON and in forms', async () => {
    const before = await fingerprintOf(scene.world);
    const path = addressOf('/files/:file/change', scene.ids);
    for (const key of [...privileged.filter((name) => !['file', 'lock'].includes(name)), ...treacherous]) {
      const body = JSON.stringify(withKey({ subject: 'Gaststätte Kolibriweg 5', lock: 1 }, key, 'x'));
      const headers = { 'sec-fetch-site': 'same-origin', 'idempotency-key': newId() };
      const json = await scene.ask('clerk', path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body,
      });
      assert.equal(json.status, 400, key);
      const form = await scene.ask('clerk', path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ _key: newId(), subject: 'Gaststätte Kolibriweg 5', lock: '1', [key]: 'x' }).toString(),
      });
      // A form's field that begins with an underscore is the form's own and reaches no command; the stale lock answers.
      assert.equal(form.status, key.startsWith('_') ? 409 : 400, key);
    }
    assert.deepEqual(await fingerprintOf(scene.world), before);
    assert.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'x'), undefined);
  });
});
