// SPDX-License-Identifier: EUPL-1.2
import type { Module } from './module.ts';
import { type Endpoint, type Page, safeMethods } from './page.ts';

/** Address of a page's action. */
export function actionPath(page: Pick<Page, 'path'>, name: string): string {
  return `${page.path === '/' ? '' : page.path}/${name}`;
}

type Check = (permission: string, where: string) => void;

/** Stops the start when a route names an unknown permission, changes something without a schema, or needs an address that speaks for a person. */
export function checkRoutes(modules: readonly Module[]): void {
  const known = new Set(['anyone', 'signed-in', ...modules.flatMap(({ permissions }) => Object.keys(permissions))]);
  const check: Check = (permission, where) => {
    if (!known.has(permission)) throw new Error(`${where}: permission ${permission} is not registered`);
  };
  for (const { pages, endpoints, commands } of modules) {
    for (const { name, permission } of commands) check(permission, name);
    for (const page of pages) checkPage(page, check);
    for (const endpoint of endpoints) checkEndpoint(endpoint, check);
  }
}

function checkPage(page: Page, check: Check): void {
  check(page.permission, page.path);
  for (const [name, { command }] of Object.entries(page.actions ?? {})) {
    if (!command.input) throw new Error(`POST ${actionPath(page, name)} has no schema`);
    check(command.permission, command.name);
  }
}

const plainMethods = new Set<string>(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

function checkEndpoint({ method, path, permission, input, stream, bearer }: Endpoint, check: Check): void {
  check(permission, path);
  if (!safeMethods.has(method) && !input && !stream) throw new Error(`${method} ${path} has no schema`);
  if (!bearer && !plainMethods.has(method)) throw new Error(`${method} ${path} needs an address that speaks for a person`);
  if (bearer && !permission.includes('.')) throw new Error(`${method} ${path} names no permission`);
}
