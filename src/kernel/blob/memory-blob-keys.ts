// SPDX-License-Identifier: EUPL-1.2
import type { BlobEntry, BlobKeyTable } from './blob-key.ts';

/** Keys in memory, for tests and rehearsals: forgotten with the process. */
export function memoryBlobKeys(now: () => Date = () => new Date()): BlobKeyTable {
  const entries = new Map<string, BlobEntry>();
  return {
    put: async (hash, key) => {
      const inForce = { ...(entries.get(hash) ?? { ...key, hash }), confirmedAt: now() };
      entries.set(hash, inForce);
      return inForce;
    },
    get: async (hash) => entries.get(hash),
    remove: async (hash, unlessPutSince) => {
      const entry = entries.get(hash);
      if (!entry || (unlessPutSince && entry.confirmedAt >= unlessPutSince)) return false;
      return entries.delete(hash);
    },
    list: async (after, limit) =>
      [...entries.values()]
        .filter((entry) => entry.hash > after)
        .sort((a, b) => (a.hash < b.hash ? -1 : 1))
        .slice(0, limit),
  };
}
