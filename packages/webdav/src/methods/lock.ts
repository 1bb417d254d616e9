// SPDX-License-Identifier: EUPL-1.2
import { DavRefusal, empty, xmlAnswer } from '../answer.ts';
import { askConditions, askParent, depthOf, type Exchange, hrefOf, xmlBody } from '../exchange.ts';
import { covers, type DavLock, type LockScope, lockAgainst, lockedRoot, timeoutOf } from '../lock.ts';
import { activeLock } from '../properties.ts';
import type { Stream } from '../store.ts';
import { childOf, isDav, type XmlNode } from '../xml/node.ts';
import { contentOf, element, xmlDocument } from '../xml/write.ts';

const longestOwner = 2_000;

/** LOCK (RFC 4918 §9.10): with a body a new lock, without one the refresh of a lock named in the If header. */
export async function lock(exchange: Exchange): Promise<Response | DavRefusal> {
  const body = await xmlBody(exchange);
  if (body instanceof DavRefusal) return body;
  return body ? create(exchange, body) : refresh(exchange);
}

async function create(exchange: Exchange, body: XmlNode): Promise<Response | DavRefusal> {
  const { path: root, target, locks, store, mount } = exchange;
  const wish = wishOf(body);
  const depth = depthOf(exchange, 'infinity');
  if (!wish || depth === undefined || depth === '1') return new DavRefusal(400);
  const no = (await askConditions(exchange)) ?? (target ? undefined : await askParent(exchange, root));
  if (no) return no;
  const wanted = { root, scope: wish.scope, depth: target?.kind === 'collection' ? depth : ('0' as const) };
  const other = lockAgainst(locks, wanted);
  if (other) return new DavRefusal(423, { condition: 'no-conflicting-lock', hrefs: [hrefOf(exchange, other.root)] });
  const born = target ? undefined : await bear(exchange);
  if (born) return born;
  const made: DavLock = { ...wanted, token: mount.newToken(), owner: wish.owner, until: untilOf(exchange), mine: true };
  return (await store.lock(made)) ?? told(exchange, made, target ? 200 : 201);
}

/** §7.3: locking what is not there makes an empty file, so that the name is taken. */
async function bear({ store, path, locks, sent, ...rest }: Exchange): Promise<DavRefusal | undefined> {
  const root = lockedRoot(locks, path, { sent, members: true });
  if (root)
    return new DavRefusal(423, {
      condition: 'lock-token-submitted',
      hrefs: [hrefOf({ store, path, locks, sent, ...rest }, root)],
    });
  const written = await store.write(path, nothing(), 'application/octet-stream');
  return written instanceof DavRefusal ? written : undefined;
}

async function* nothing(): Stream {}

function wishOf(body: XmlNode): { scope: LockScope; owner: string } | undefined {
  const scope = childOf(body, 'lockscope');
  const type = childOf(body, 'locktype');
  if (!isDav(body, 'lockinfo') || !scope || !type || !childOf(type, 'write')) return undefined;
  const found = (['exclusive', 'shared'] as const).find((name) => childOf(scope, name));
  const owner = childOf(body, 'owner');
  const words = owner ? contentOf(owner) : '';
  return found && words.length <= longestOwner ? { scope: found, owner: words } : undefined;
}

function untilOf({ request, mount }: Exchange): Date {
  return new Date(mount.now.getTime() + timeoutOf(request.headers.get('timeout'), mount.longestLock) * 1000);
}

async function refresh(exchange: Exchange): Promise<Response | DavRefusal> {
  const { path, locks, sent, store, conditions } = exchange;
  if (conditions.length === 0) return new DavRefusal(400);
  const no = await askConditions(exchange);
  const held = locks.find((one) => one.mine && sent.has(one.token) && covers(one, path));
  if (no || !held) return new DavRefusal(412, { condition: 'lock-token-matches-request-uri' });
  const until = untilOf(exchange);
  await store.refreshLock(held.token, until);
  return told(exchange, { ...held, until }, 200, false);
}

function told({ mount }: Exchange, held: DavLock, status: number, fresh = true): Response {
  const { base, now } = mount;
  const text = xmlDocument('prop', element('lockdiscovery', activeLock(held, { base, now })));
  return xmlAnswer(status, text, fresh ? { 'lock-token': `<${held.token}>` } : {});
}

/** UNLOCK (§9.11): only who holds it, and only where it protects. */
export async function unlock({ request, locks, path, store }: Exchange): Promise<Response | DavRefusal> {
  const token = /^\s*<([^<>\s]{1,2000})>\s*$/.exec(request.headers.get('lock-token') ?? '')?.[1];
  if (token === undefined) return new DavRefusal(400);
  const held = locks.find((one) => one.token === token && covers(one, path));
  if (!held) return new DavRefusal(409, { condition: 'lock-token-matches-request-uri' });
  if (!held.mine) return new DavRefusal(403);
  await store.unlock(token);
  return empty(204);
}
