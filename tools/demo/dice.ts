// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** Chance that comes out the same every time: the demo city must look alike on every machine. Never for anything secret. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** One of several. */
  pick<T>(list: readonly T[]): T;
  /** True in `share` of all throws. */
  chance(share: number): boolean;
}

/** Dice of their own for a name: what one of them throws does not change what the others throw. */
export function diceFor(...names: readonly (string | number)[]): Dice {
  let state = createHash('sha256').update(JSON.stringify(names)).digest().readUInt32LE(0);
  // A linear congruential step with an output hash: short, and even enough for names of streets.
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    int,
    pick: (list) => list[int(0, list.length - 1)]!,
    chance: (share) => next() < share,
  };
}

/** Id of something by its name: the same on every machine, in the form of UUIDv7 of the instant it belongs to, so that ids sort by time. */
export function idOf(at: Date, ...names: readonly (string | number)[]): string {
  const bytes = createHash('sha256')
    .update(JSON.stringify(['waldbrueck', ...names]))
    .digest()
    .subarray(0, 16);
  bytes.writeUIntBE(Math.max(0, at.getTime()), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
