// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import { modules } from '../../src/app.ts';
import { actionPath } from '../../src/kernel/route-checks.ts';

/** One address of the application with the way it is asked. */
export interface Route {
  /** Method and path pattern, as the rights matrix names it. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  /** Shape of what is sent; absent for reading and for streams. */
  readonly input?: ZodType | undefined;
  readonly stream: boolean;
  /** True for the action of a page, which needs a key and runs a command. */
  readonly action: boolean;
}

const one = (method: string, path: string, rest: Partial<Route> = {}): Route => ({
  key: `${method} ${path}`,
  method,
  path,
  stream: false,
  action: false,
  ...rest,
});

/** Operators' and public addresses that belong to no module (`src/app.ts`, `src/kernel/operations.ts`). */
const withoutModule = ['/health', '/ready', '/metrics', '/.well-known/security.txt', '/openapi.json'].map((path) =>
  one('GET', path),
);

/** Routes whose address speaks for a person: no role of a session counts there (`edit-addresses.test.ts`). */
export const bearerRoutes: readonly Route[] = modules.flatMap(({ endpoints }) =>
  endpoints
    .filter(({ bearer }) => bearer)
    .map(({ method, path, input, stream }) => one(method, path, { input, stream: stream !== undefined })),
);

/** Every other route of the application, out of the modules themselves: a new one appears here by itself. */
export const routes: readonly Route[] = [
  ...modules.flatMap(({ pages, endpoints }) => [
    ...pages.flatMap((page) => [
      one('GET', page.path),
      ...Object.entries(page.actions ?? {}).map(([name, { command }]) =>
        one('POST', actionPath(page, name), { input: command.input, action: true }),
      ),
    ]),
    ...endpoints
      .filter(({ bearer }) => !bearer)
      .map(({ method, path, input, stream }) => one(method, path, { input, stream: stream !== undefined })),
  ]),
  ...withoutModule,
];

/** True when asking changes nothing. */
export function reads({ method }: Pick<Route, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The address of a route for given path parameters. */
export function addressOf(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for :${name} of ${path}`);
    return value;
  });
}
