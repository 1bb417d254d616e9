// SPDX-License-Identifier: EUPL-1.2
import { Agent, request } from 'node:http';

/** Latencies in milliseconds, and how many answers per second. */
export interface Load {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  readonly failed: number;
}

/** Asks for addresses over kept connections, `clients` at once, and measures each answer to its last byte. */
export async function load(
  url: string,
  paths: readonly string[],
  { clients, cookie }: { clients: number; cookie: string },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const began = performance.now();
  const client = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const start = performance.now();
      const status = await get(agent, url + path, cookie);
      times.push(performance.now() - start);
      if (status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), perSecond: paths.length / seconds, failed };
}

function get(agent: Agent, address: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(address, { agent, headers: { cookie }, timeout: 30_000 }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    call.on('error', reject);
    call.end();
  });
}
