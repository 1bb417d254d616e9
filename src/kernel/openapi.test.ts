// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { modules } from '../app.ts';
import { openApi } from './openapi.ts';

const api = openApi(modules, (key) => key, '0.0.0');

test('the API describes itself as valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(api));
  assert.deepEqual(result.errors ?? [], []);
  assert.equal(result.valid, true);
});

test('every route of every module stands in it', () => {
  const listed = Object.keys(api['paths'] as object);
  const routes = modules.flatMap(({ pages, endpoints }) =>
    [...pages, ...endpoints].map(({ path }) => path.replaceAll(/:([A-Za-z]+)/g, '{$1}').replace(/\*$/, '{path}')),
  );
  assert.deepEqual(
    routes.filter((path) => !listed.includes(path)),
    [],
  );
  assert.ok(routes.length > 10);
});

test('a broken description is found broken', async () => {
  const broken = { ...structuredClone(api), paths: { '/x': { get: { responses: 'none' } } } };
  assert.equal((await new Validator().validate(broken)).valid, false);
});
