// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../src/kernel/id.ts';
import type { World } from './world.ts';

/** A browser without a window: keeps cookies, sends forms as our pages do, follows nothing by itself. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Response>;
  /** Sends a form; several values of one field as a list. */
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
  /** Sends JSON as our scripts do. */
  json(path: string, body: unknown): Promise<Response>;
}

const origin = 'http://localhost';

/** Opens a browser at a network address. */
export function visitorOf(world: World, address = '192.0.2.10'): Visitor {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-for', address);
    headers.set('host', new URL(origin).host);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const answer = await world.app.request(`${origin}${path}`, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) keep(cookies, line);
    return answer;
  };
  const same = { origin, 'sec-fetch-site': 'same-origin' };
  return {
    cookies,
    get: (path) => send(path, {}),
    post(path, fields = {}) {
      const body = new URLSearchParams({ _key: newId() });
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return send(path, { method: 'POST', headers: same, body });
    },
    json: (path, body) =>
      send(path, {
        method: 'POST',
        headers: { ...same, accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': newId() },
        body: JSON.stringify(body),
      }),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
  if (gone) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}
