// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Module } from './module.ts';
import { type Action, type Endpoint, type Page, safeMethods } from './page.ts';
import { actionPath } from './route-checks.ts';
import type { Say } from './text.ts';

type Schema = Record<string, unknown>;
type Operation = Record<string, unknown>;

/** The API as OpenAPI 3.1, out of the very schemas that check the requests. */
export function openApi(modules: readonly Module[], say: Say, version: string): Schema {
  const paths: Record<string, Record<string, Operation>> = {};
  const add = (path: string, method: string, operation: Operation) => {
    const address = addressIn(path);
    paths[address] = { ...paths[address], [method]: operation };
  };
  for (const { name, pages, endpoints } of modules) {
    for (const page of pages) addPage(add, name, page, say);
    for (const endpoint of endpoints) addEndpoint(paths, add, name, endpoint);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fachwerk', version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: {
      schemas: { Problem: problem, Done: done },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-fachwerk' },
        address: { type: 'http', scheme: 'bearer', description: 'A secret in the address, short-lived and bound to one person' },
      },
    },
    security: [{ session: [] }],
  };
}

type Add = (path: string, method: string, operation: Operation) => void;

const inOpenApi = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** OpenAPI 3.1 has no place for the methods of WebDAV but an extension. */
function addEndpoint(paths: Record<string, Record<string, Operation>>, add: Add, module: string, endpoint: Endpoint): void {
  const { path, method, summary } = endpoint;
  if (inOpenApi.has(method)) {
    add(path, method.toLowerCase(), endpointOperation(module, endpoint));
    return;
  }
  const address = addressIn(path);
  const known = (paths[address]?.['x-webdav'] ?? {}) as Operation;
  paths[address] = { ...paths[address], 'x-webdav': { ...known, [method]: summary } };
}

/** `/dav/:token/*` → `/dav/{token}/{path}` */
function addressIn(path: string): string {
  return path.replaceAll(/:([A-Za-z]+)/g, '{$1}').replace(/\*$/, '{path}');
}

function addPage(add: Add, module: string, page: Page, say: Say): void {
  add(page.path, 'get', {
    tags: [module],
    summary: `Page ${page.path}`,
    parameters: parametersOf(page.path),
    responses: { 200: { description: 'HTML page' }, ...refusals },
    ...publicIf(page.permission),
  });
  for (const [name, action] of Object.entries(page.actions ?? {})) {
    const path = actionPath(page, name);
    add(path, 'post', actionOperation(module, path, action, say));
  }
}

function actionOperation(module: string, path: string, { command }: Action, say: Say): Operation {
  const parameters = parametersOf(path);
  const schema = withoutPathParts(
    jsonSchemaOf(command.input),
    parameters.map(({ name }) => name),
  );
  return {
    tags: [module],
    operationId: `${command.name}:${path.replaceAll(/[^A-Za-z]+/g, '-')}`,
    summary: command.name,
    description:
      command.permission === 'anyone'
        ? 'No permission needed.'
        : `Permission: ${command.permission} (${say(`${module}.permission.${command.permission.split('.')[1]}`)})`,
    parameters: [...parameters, keyHeader],
    requestBody: { required: true, content: { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } } },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: { $ref: '#/components/schemas/Done' } } } },
      303: { description: 'Done; a browser goes on to the page' },
      ...refusals,
    },
    ...publicIf(command.permission),
  };
}

function endpointOperation(module: string, { method, path, summary, permission, input, stream, bearer }: Endpoint): Operation {
  const body = input ? { 'application/json': { schema: jsonSchemaOf(input) } } : { 'application/octet-stream': { schema: {} } };
  return {
    tags: [module],
    summary,
    ...(stream === undefined ? {} : { description: `Protected against repetition by ${stream}.` }),
    parameters: [...parametersOf(path), ...(input ? [keyHeader] : [])],
    ...(safeMethods.has(method) ? {} : { requestBody: { required: true, content: body } }),
    responses: { 200: { description: 'Done' }, ...refusals },
    ...(bearer ? { security: [{ address: [] }] } : publicIf(permission)),
  };
}

function jsonSchemaOf(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return rest;
}

/** What the address already names is not sent again. */
function withoutPathParts(schema: Schema, names: readonly string[]): Schema {
  const properties = Object.entries((schema['properties'] ?? {}) as Schema).filter(([name]) => !names.includes(name));
  const required = ((schema['required'] ?? []) as string[]).filter((name) => !names.includes(name));
  return { ...schema, properties: Object.fromEntries(properties), required };
}

function parametersOf(path: string) {
  return [...addressIn(path).matchAll(/\{([A-Za-z]+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function publicIf(permission: string): Operation {
  return permission === 'anyone' ? { security: [] } : {};
}

const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The same key never acts twice.',
  schema: { type: 'string', minLength: 16, maxLength: 200 },
};
const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const refusals = {
  403: problemAnswer('Not permitted'),
  404: problemAnswer('Not found, or not for you'),
  409: problemAnswer('Conflict with the present state'),
  422: problemAnswer('Invalid input'),
  503: problemAnswer('Journal or database not available; nothing was done'),
};
const problem: Schema = {
  type: 'object',
  required: ['status', 'title', 'reason'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    message: { type: 'string' },
    reason: { type: 'string' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
  },
};
const done: Schema = {
  type: 'object',
  required: ['events', 'entries', 'replayed', 'location'],
  properties: {
    events: {
      type: 'array',
      items: { type: 'object', properties: { type: { type: 'string' }, object: { type: 'string' }, file: { type: 'string' } } },
    },
    entries: { type: 'array', items: { type: 'integer' } },
    replayed: { type: 'boolean' },
    location: { type: 'string' },
  },
};
