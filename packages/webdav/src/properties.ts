// SPDX-License-Identifier: EUPL-1.2
import { covers, type DavLock } from './lock.ts';
import { addressOf, type Path } from './path.ts';
import type { DavResource, DeadProperty, PropertyChange } from './store.ts';
import { dav } from './xml/node.ts';
import { element, escapeXml, foreignElement } from './xml/write.ts';

/** The name of a property. */
export interface PropertyName {
  readonly uri: string;
  readonly name: string;
}

/** A resource with what its properties are made of. */
export interface Described {
  readonly path: Path;
  readonly base: string;
  readonly resource: DavResource;
  readonly locks: readonly DavLock[];
  readonly dead: readonly DeadProperty[];
  readonly now: Date;
}

type Live = (described: Described) => string | undefined;

const bothLocks = ['exclusive', 'shared']
  .map((scope) => element('lockentry', element('lockscope', element(scope)) + element('locktype', element('write'))))
  .join('');

/** Properties that the server computes (RFC 4918 §15); undefined: this resource has none of it. */
const live: Readonly<Record<string, Live>> = {
  creationdate: ({ resource }) => resource.created.toISOString().replace(/\.\d+Z$/, 'Z'),
  displayname: ({ path }) => escapeXml(path.at(-1) ?? ''),
  getcontentlength: ({ resource }) => (resource.kind === 'file' ? String(resource.size) : undefined),
  getcontenttype: ({ resource }) => (resource.kind === 'file' ? escapeXml(resource.mediaType) : undefined),
  getetag: ({ resource }) => (resource.kind === 'file' ? escapeXml(resource.etag) : undefined),
  getlastmodified: ({ resource }) => resource.modified.toUTCString(),
  lockdiscovery: (described) => discovered(described),
  resourcetype: ({ resource }) => (resource.kind === 'collection' ? element('collection') : ''),
  supportedlock: () => bothLocks,
};

/** True when the server computes it, so that no client may set it. */
export function isLive({ uri, name }: PropertyName): boolean {
  return uri === dav && Object.hasOwn(live, name);
}

/** All that is answered to `allprop`: every live property the resource has, every dead one. */
export function allNames({ dead, ...rest }: Described): PropertyName[] {
  const computed = Object.keys(live).filter((name) => live[name]?.({ dead, ...rest }) !== undefined);
  return [...computed.map((name) => ({ uri: dav, name })), ...dead.map(({ uri, name }) => ({ uri, name }))];
}

/** A property with its value; undefined when the resource has none of that name. */
export function propertyOf(described: Described, { uri, name }: PropertyName): string | undefined {
  if (isLive({ uri, name })) {
    const value = live[name]?.(described);
    return value === undefined ? undefined : element(name, value);
  }
  const found = described.dead.find((one) => one.uri === uri && one.name === name);
  return found && foreignElement(found, found.content, found.attributes);
}

function discovered({ locks, path, base, now }: Described): string {
  return locks
    .filter((lock) => covers(lock, path))
    .map((lock) => activeLock(lock, { base, now }))
    .join('');
}

/** DAV:activelock (RFC 4918 §14.1). Somebody else's token is nobody's business. */
export function activeLock(lock: DavLock, { base, now }: { base: string; now: Date }): string {
  const seconds = Math.max(0, Math.round((lock.until.getTime() - now.getTime()) / 1000));
  return element(
    'activelock',
    element('locktype', element('write')) +
      element('lockscope', element(lock.scope)) +
      element('depth', lock.depth) +
      (lock.owner === '' ? '' : element('owner', lock.owner)) +
      element('timeout', `Second-${seconds}`) +
      (lock.mine ? element('locktoken', element('href', escapeXml(lock.token))) : '') +
      element('lockroot', element('href', escapeXml(addressOf(base, lock.root, false)))),
  );
}

/** Dead properties after the changes of a PROPPATCH, in the order of the request. */
export function changeDead(dead: readonly DeadProperty[], changes: readonly PropertyChange[]): DeadProperty[] {
  return changes.reduce<DeadProperty[]>(
    (kept, { uri, name, set }) => {
      const rest = kept.filter((one) => one.uri !== uri || one.name !== name);
      return set ? [...rest, set] : rest;
    },
    [...dead],
  );
}
