// SPDX-License-Identifier: EUPL-1.2
// Loaded first in every worker. Node 24's permission model knows no network, and signals pass it too: these doors are shut here, at the
// one object every way of calling leads through. The kernel's fence is the real wall; this one also holds where there is none.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

function shut(): never {
  throw Object.assign(new Error('shut in content workers'), { code: 'ERR_CONTENT_GUARD' });
}

function replace(target: object, names: readonly string[]): void {
  for (const name of names) Object.defineProperty(target, name, { value: shut, writable: false, configurable: false });
}

/** Shuts the network, signals and native modules loaded from now on; cannot be undone in this process. */
export function shutNetwork(): void {
  replace(net.Socket.prototype, ['connect']);
  replace(net.Server.prototype, ['listen']);
  replace(dgram, ['createSocket']);
  replace(dgram.Socket.prototype, ['bind', 'connect', 'send', 'addMembership']);
  replace(dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse', 'lookupService']);
  replace(dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse', 'lookupService']);
  for (const resolver of [dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    replace(resolver, ['resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'reverse']);
  }
  replace(process, ['kill', 'binding']);
  for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
  syncBuiltinESMExports();
}

/** Lets no further native module in, once the one that is needed has been loaded. */
export function shutAddons(): void {
  replace(process, ['dlopen']);
}

shutNetwork();
