// SPDX-License-Identifier: EUPL-1.2

/** How a kind of bucket answers to failed attempts. */
export interface Brake {
  /** Failures that cost nothing: everybody mistypes. */
  readonly free: number;
  /** First delay in seconds; doubles with every further failure. */
  readonly first: number;
}

/** Longest delay in seconds: whoever has to wait waits a coffee, not a day. */
export const longestDelay = 15 * 60;

/** After so many seconds without a failure everything is forgotten. */
export const forgottenAfter = 60 * 60;

/**
 * `account`: attempts on one account from networks it never signed in from. `known`: from one network it did sign in from, so that
 * nobody outside can keep its owner waiting. `network`: attempts on any account from one network, more patient, because a town
 * hall shares one address.
 */
export const brakes = {
  account: { free: 3, first: 30 },
  known: { free: 5, first: 15 },
  network: { free: 20, first: 15 },
} as const satisfies Record<string, Brake>;

export type BrakeName = keyof typeof brakes;

/** Seconds to wait after the given number of failures. */
export function delayAfter({ free, first }: Brake, failures: number): number {
  if (failures <= free) return 0;
  return Math.min(longestDelay, first * 2 ** Math.min(failures - free - 1, 20));
}
