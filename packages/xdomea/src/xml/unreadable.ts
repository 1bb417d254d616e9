// SPDX-License-Identifier: EUPL-1.2

/** Why bytes could not be read at all. */
export type UnreadableReason =
  | 'encoding'
  | 'bytes'
  | 'doctype'
  | 'processing-instruction'
  | 'depth'
  | 'attributes'
  | 'elements'
  | 'size'
  | 'not-well-formed'
  | 'not-xdomea'
  | 'unknown-version'
  | 'unknown-message'
  | 'not-a-zip'
  | 'zip-path'
  | 'zip-size'
  | 'zip-entries'
  | 'zip-doubled'
  | 'zip-without-message'
  | 'zip-several-messages';

/** Thrown when bytes cannot become a message; `reason` is the text key, `detail` what was seen, `line`/`column` where (from one; nought if nowhere). */
export class Unreadable extends Error {
  readonly reason: UnreadableReason;
  readonly detail: string;
  readonly line: number;
  readonly column: number;

  constructor(reason: UnreadableReason, detail: string, where: { line?: number; column?: number; cause?: unknown } = {}) {
    super(`${reason}: ${detail}`, where.cause === undefined ? undefined : { cause: where.cause });
    this.name = 'Unreadable';
    this.reason = reason;
    this.detail = detail;
    this.line = where.line ?? 0;
    this.column = where.column ?? 0;
  }
}
