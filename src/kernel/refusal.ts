// SPDX-License-Identifier: EUPL-1.2

/** What kind of no it is; the router turns it into an HTTP status. */
export type RefusalKind =
  | 'not-found'
  | 'not-permitted'
  | 'conflict'
  | 'invalid'
  | 'malformed'
  | 'too-large'
  | 'too-many'
  | 'unavailable'
  | 'storage-full';

/**
 * A rule said no. A refusal is an answer, not a failure: rules return it, the person who asked sees it,
 * and it is never logged as an error.
 */
export class Refusal {
  readonly kind: RefusalKind;
  /** Text key, e.g. `records.sign-off.already-signed`. */
  readonly reason: string;
  /** Values that the text interpolates. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Input field → text key, when single fields are to blame. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    kind: RefusalKind,
    reason: string,
    details: Record<string, string | number> = {},
    fields: Record<string, string> = {},
  ) {
    this.kind = kind;
    this.reason = reason;
    this.details = details;
    this.fields = fields;
  }
}

const status = {
  'not-found': 404,
  'not-permitted': 403,
  conflict: 409,
  invalid: 422,
  malformed: 400,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
  'storage-full': 507,
} as const satisfies Record<RefusalKind, number>;

/** HTTP status of a refusal. */
export function statusOf(refusal: Refusal): (typeof status)[RefusalKind] {
  return status[refusal.kind];
}

/** True when an outcome is a no. */
export function refused<T>(outcome: T | Refusal): outcome is Refusal {
  return outcome instanceof Refusal;
}
