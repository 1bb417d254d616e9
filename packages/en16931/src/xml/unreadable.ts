// SPDX-License-Identifier: EUPL-1.2

/** Why a document could not be read at all. */
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
  | 'unknown-root'
  | 'not-an-invoice'
  | 'pdf'
  | 'pdf-without-invoice';

/** Thrown when bytes cannot become an invoice; `reason` is the text key, `detail` what was seen, `line`/`column` where (from one). */
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
