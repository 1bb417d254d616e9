// SPDX-License-Identifier: EUPL-1.2

/** Why nothing could be got out of a file; a key for the texts room, never a sentence. */
export type ContentFailure = 'timeout' | 'too-large' | 'damaged' | 'encrypted' | 'unsupported' | 'hostile';

/** What looking into a file yields: the value, or the reason why there is none; it never throws because of the content. */
export type ContentResult<T> = { ok: true; value: T } | { ok: false; reason: ContentFailure; detail: string };

const MARK = Symbol.for('fachwerk.content-failure');

/** Wraps a value as a success. */
export function success<T>(value: T): ContentResult<T> {
  return { ok: true, value };
}

/** Wraps a reason as a failure; the detail is for operators and holds nothing from the file itself. */
export function failure(reason: ContentFailure, detail: string): { ok: false; reason: ContentFailure; detail: string } {
  return { ok: false, reason, detail };
}

/** Leaves a reader deep inside a file with a typed reason; `asResult` turns it back into a value at the edge. */
export function refuse(reason: ContentFailure, detail: string): never {
  throw Object.assign(new Error(detail), { [MARK]: reason });
}

/** The typed reason of an error thrown by `refuse`, or undefined for any other error. */
export function reasonOf(error: unknown): ContentFailure | undefined {
  if (typeof error !== 'object' || error === null || !(MARK in error)) return undefined;
  return error[MARK] as ContentFailure;
}

/** Runs a reader; a typed refusal or any fault of a parser (foreign code meeting foreign bytes) becomes a failure. */
export async function asResult<T>(read: () => T | Promise<T>): Promise<ContentResult<T>> {
  try {
    return success(await read());
  } catch (error) {
    const reason = reasonOf(error);
    if (reason) return failure(reason, (error as Error).message);
    return failure(isExhaustion(error) ? 'too-large' : 'damaged', error instanceof Error ? error.name : 'unknown fault');
  }
}

// V8 speaks of exhausted memory or stack in this class; to a clerk both mean "too large for a preview".
function isExhaustion(error: unknown): boolean {
  return error instanceof RangeError;
}
