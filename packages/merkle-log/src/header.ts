// SPDX-License-Identifier: EUPL-1.2
// The public part of a journal entry, version 1. It stays for ever, so it must not hold personal data or free text: every field has a
// narrow alphabet, and the text is canonical (RFC 8785) because it can be spelled in exactly one way.

/** The public part of a journal entry. `object` and `stream` have the form `kind:id`, hashes are lower-case hex SHA-256. */
export type JournalHeader = {
  readonly v: 1;
  /** What happened, module and past tense: `records.document-signed-off`. */
  readonly act: string;
  /** When, UTC with milliseconds: `2026-11-24T09:16:00.000Z`. */
  readonly at: string;
  /** What it happened to: `document:<uuid>`. */
  readonly object: string;
  /** The series of acts this one belongs to: `file:<file>` when there is a file, else the same as `object`. */
  readonly stream: string;
  /** Running number within the stream, 1…n without gaps. */
  readonly no: number;
  /** Leaf hash of the stream's previous entry; `''` for number 1. */
  readonly prev: string;
  /** Id of the file the act belongs to. */
  readonly file?: string;
  /** Id of the organisational unit responsible, never of a person. */
  readonly unit?: string;
  /** SHA-256 of the object's new state or blob; `''` when nothing is left of it after this act; absent when the act changed no state. */
  readonly content?: string;
};

const ACT = '[a-z][a-z0-9.-]{0,79}';
const AT = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z';
const HASH = '(?:[0-9a-f]{64})?';
const ID = '[A-Za-z0-9._-]{1,80}';
const REFERENCE = `[a-z][a-z0-9-]{0,39}:${ID}`;
const CANONICAL = new RegExp(
  `^\\{"act":"(${ACT})","at":"(${AT})"(?:,"content":"(${HASH})")?(?:,"file":"(${ID})")?,"no":([1-9]\\d{0,14})` +
    `,"object":"(${REFERENCE})","prev":"(${HASH})","stream":"(${REFERENCE})"(?:,"unit":"(${ID})")?,"v":1\\}$`,
);

/** The header in a canonical text, or undefined when the text is not exactly canonical or breaks a rule of version 1. */
export function parseHeader(text: string): JournalHeader | undefined {
  const match = CANONICAL.exec(text);
  if (!match) return undefined;
  const [, act, at, content, file, no, object, prev, stream, unit] = match as unknown as string[];
  const header: JournalHeader = {
    v: 1,
    act: act!,
    at: at!,
    object: object!,
    stream: stream!,
    no: Number(no),
    prev: prev!,
    ...(file === undefined ? {} : { file }),
    ...(unit === undefined ? {} : { unit }),
    ...(content === undefined ? {} : { content }),
  };
  return holds(header) ? header : undefined;
}

/** What an alphabet cannot say: the stream is the file or else the object, only number 1 has no predecessor, the day exists. */
function holds(header: JournalHeader): boolean {
  const { stream, file, object, no, prev, at } = header;
  return stream === (file === undefined ? object : `file:${file}`) && (no === 1) === (prev === '') && isDay(at);
}

/** The alphabet admits 31 days for every month; only days after the 28th need the calendar. */
function isDay(at: string): boolean {
  const day = Number(at.slice(8, 10));
  return day <= 28 || new Date(Date.UTC(Number(at.slice(0, 4)), Number(at.slice(5, 7)) - 1, day)).getUTCDate() === day;
}

/** The canonical text of a header. Throws `TypeError` when a field breaks a rule of version 1, e.g. holds a blank, an umlaut or a name. */
export function formatHeader(header: JournalHeader): string {
  const { act, at, content, file, no, object, prev, stream, unit, v } = header;
  // Insertion order is the canonical order, and undefined members are left out: this is RFC 8785 for this fixed set of names.
  const text = JSON.stringify({ act, at, content, file, no, object, prev, stream, unit, v });
  if (!parseHeader(text)) throw new TypeError(`no journal header of version 1: ${text}`);
  return text;
}
