// SPDX-License-Identifier: EUPL-1.2

/** JSON as the journal keeps it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Something that happened, named in the past tense. Its outer fields become the journal's public header: no names,
 * no free text. What people are called and what they wrote goes into `facts`, which can be erased without harming a proof.
 */
export interface Event {
  /** `module.what-happened`, e.g. `records.document-signed-off`. */
  readonly type: `${string}.${string}`;
  /** What it happened to, `kind:uuid`. */
  readonly object: `${string}:${string}`;
  /** The file (Akte) it belongs to: acts of one file are numbered without a gap. */
  readonly file?: string | undefined;
  /** Id of the organisational unit responsible. */
  readonly unit?: string | undefined;
  /** SHA-256 (hex) of the new state or of the content. */
  readonly content?: string | undefined;
  /** The erasable part: texts, names, values. */
  readonly facts: { readonly [key: string]: Json };
}

/** The part of an event that a repeated request gets back: enough to find what was made. */
export type EventTrace = Pick<Event, 'type' | 'object' | 'file'>;
