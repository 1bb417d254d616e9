// SPDX-License-Identifier: EUPL-1.2
// A wire between two programs that loses answers, or goes silent without a word, as networks do.
import { mkdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/** A wire in use. */
export interface Wire {
  /** Where it listens; 0 for a socket in the file system. */
  port(): number;
  /** Answers that were done by the far side and never reached the near one. */
  swallowed(): number;
  /** From now on nothing passes, nothing is refused and nothing ends: a black hole. */
  part(): void;
  /** What knocks passes again. What was connected before stays dead, and its far side does not know it. */
  heal(): void;
  /** Ends what was connected before the silence on its far side too, as the keep-alive of TCP does in time. */
  bury(): void;
  close(): Promise<void>;
}

/** Where it begins and ends; paths are sockets in the file system. */
export interface WireOptions {
  readonly listen: string | number;
  readonly target: string | { readonly port: number };
  /** True for a piece of an answer that is to be lost, together with its connection. */
  readonly swallow?: (piece: Buffer) => boolean;
}

interface Pair {
  readonly near: net.Socket;
  readonly far: net.Socket;
  parted: boolean;
}

/** Lays the wire. */
export async function layWire({ listen, target, swallow = () => false }: WireOptions): Promise<Wire> {
  const pairs = new Set<Pair>();
  const knocking = new Set<net.Socket>();
  let lost = 0;
  let parted = false;
  const end = (pair: Pair) => {
    pair.near.destroy();
    pair.far.destroy();
    pairs.delete(pair);
  };
  const join = (near: net.Socket) => {
    const pair: Pair = { near, far: connectTo(target), parted: false };
    pairs.add(pair);
    near.on('data', (piece) => !pair.parted && pair.far.write(piece));
    pair.far.on('data', (piece) => {
      if (pair.parted) return;
      if (!swallow(piece)) return void near.write(piece);
      lost += 1;
      end(pair);
    });
    for (const side of [near, pair.far]) side.on('error', () => {}).on('close', () => !pair.parted && end(pair));
  };
  const server = net.createServer((near) => {
    near.on('error', () => {});
    if (!parted) return join(near);
    knocking.add(near); // as a first packet that is sent again and again until somebody hears it
    near.on('close', () => knocking.delete(near));
  });
  await listening(server, listen);
  return {
    port: () => (server.address() as Partial<net.AddressInfo>).port ?? 0,
    swallowed: () => lost,
    part() {
      parted = true;
      for (const pair of pairs) pair.parted = true; // through a black hole nobody hears of an end
    },
    heal() {
      parted = false;
      for (const near of knocking) join(near);
      knocking.clear();
    },
    bury() {
      for (const pair of pairs) if (pair.parted) end(pair);
    },
    async close() {
      for (const near of knocking) near.destroy();
      for (const pair of pairs) end(pair);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function connectTo(target: WireOptions['target']): net.Socket {
  return typeof target === 'string' ? net.connect(target) : net.connect(target.port, '127.0.0.1');
}

function listening(server: net.Server, listen: WireOptions['listen']): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(typeof listen === 'string' ? { path: listen } : { port: listen, host: '127.0.0.1' }, resolve);
  });
}

/** A wire in front of a database's socket; connect to `host` instead. */
export async function layDatabaseWire(
  folder: string,
  socketDir: string,
  swallow?: WireOptions['swallow'],
): Promise<Wire & { host: string }> {
  const host = path.join(folder, 'wire');
  mkdirSync(host, { recursive: true });
  const name = '.s.PGSQL.5432';
  const wire = await layWire({
    listen: path.join(host, name),
    target: path.join(socketDir, name),
    ...(swallow ? { swallow } : {}),
  });
  return { ...wire, host };
}
