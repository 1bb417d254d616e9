// SPDX-License-Identifier: EUPL-1.2
import { DavRefusal, multistatus, statusElement } from '../answer.ts';
import { depthOf, type Exchange, hrefOf, xmlBody } from '../exchange.ts';
import type { Path } from '../path.ts';
import { allNames, type Described, type PropertyName, propertyOf } from '../properties.ts';
import type { DavResource } from '../store.ts';
import { childOf, childrenOf, isDav, type XmlNode } from '../xml/node.ts';
import { element, escapeXml, foreignElement } from '../xml/write.ts';

/** What is asked: names alone, everything (and `include`), or certain properties. */
type Wish = { readonly names: true } | { readonly all: readonly PropertyName[] } | { readonly only: readonly PropertyName[] };

/** PROPFIND (RFC 4918 §9.1), depth 0 and 1; without end it would be a way to make a server work for nothing. */
export async function propfind(exchange: Exchange): Promise<Response | DavRefusal> {
  const { path, target, store } = exchange;
  const depth = depthOf(exchange, 'infinity');
  if (depth === undefined) return new DavRefusal(400);
  const body = await xmlBody(exchange);
  const wish = body instanceof DavRefusal ? body : wishOf(body);
  if (wish instanceof DavRefusal) return wish;
  if (!target) return new DavRefusal(404);
  if (depth === 'infinity' && target.kind === 'collection') return new DavRefusal(403, { condition: 'propfind-finite-depth' });
  const responses = [await describe(exchange, { path, resource: target }, wish)];
  if (depth === '1' && target.kind === 'collection') {
    for (const { name, resource } of await store.list(path))
      responses.push(await describe(exchange, { path: [...path, name], resource }, wish));
  }
  return multistatus(responses);
}

function wishOf(body: XmlNode | undefined): Wish | DavRefusal {
  if (body === undefined) return { all: [] };
  if (!isDav(body, 'propfind')) return new DavRefusal(400);
  const prop = childOf(body, 'prop');
  if (prop) return { only: childrenOf(prop) };
  if (childOf(body, 'propname')) return { names: true };
  const include = childOf(body, 'include');
  return childOf(body, 'allprop') ? { all: include ? childrenOf(include) : [] } : new DavRefusal(400);
}

async function describe(exchange: Exchange, place: { path: Path; resource: DavResource }, wish: Wish): Promise<string> {
  const { mount, locks, store } = exchange;
  const { path, resource } = place;
  const described: Described = { ...place, base: mount.base, locks, dead: await store.properties(path), now: mount.now };
  const href = element('href', escapeXml(hrefOf(exchange, path, resource.kind === 'collection')));
  if ('names' in wish) {
    const names = allNames(described).map((name) => foreignElement(name));
    return element('response', href + propstat(names, 200));
  }
  const wanted = 'only' in wish ? wish.only : [...allNames(described), ...wish.all];
  const found: string[] = [];
  const missing: string[] = [];
  for (const name of wanted) {
    const value = propertyOf(described, name);
    if (value === undefined) missing.push(foreignElement(name));
    else found.push(value);
  }
  const parts = [...(found.length > 0 || missing.length === 0 ? [propstat(found, 200)] : [])];
  if (missing.length > 0) parts.push(propstat(missing, 404));
  return element('response', href + parts.join(''));
}

/** Properties that share a status, and the condition behind it. */
export function propstat(properties: readonly string[], status: number, condition = ''): string {
  return element('propstat', element('prop', properties.join('')) + statusElement(status) + condition);
}
