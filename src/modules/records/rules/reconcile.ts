// SPDX-License-Identifier: EUPL-1.2

/** An act as the comparison needs it; `facts` are missing once they were erased. */
export interface ActSeen {
  readonly act: string;
  readonly object: string;
  readonly content?: string | undefined;
  readonly facts?: { readonly [key: string]: unknown } | undefined;
}

/** A row of the tables as it stands now. */
export interface RowSeen {
  /** `file:…`, `case:…`, `document:…` */
  readonly object: string;
  readonly name: string;
  /** Newest content of a document. */
  readonly content?: string | null | undefined;
  readonly signed?: boolean | null | undefined;
}

/** Where tables and journal disagree: somebody wrote past the commands. */
export interface Difference {
  readonly object: string;
  readonly what: 'not-in-journal' | 'not-in-tables' | 'name' | 'content' | 'signature';
}

interface Expected {
  /** undefined: erased or never said; then nothing is compared. */
  name: string | undefined;
  content: string | undefined;
  signed: boolean;
}

const beginnings = new Set(['records.file-opened', 'records.case-opened', 'records.document-registered']);

/** Plays the acts of a file again and compares what they say with what the tables hold: extra, missing, different. */
export function reconcile(acts: readonly ActSeen[], rows: readonly RowSeen[]): Difference[] {
  const expected = new Map<string, Expected>();
  for (const act of acts) play(expected, act);
  const found = new Set(rows.map(({ object }) => object));
  const missing = [...expected.keys()]
    .filter((object) => !found.has(object))
    .map((object): Difference => ({ object, what: 'not-in-tables' }));
  return [...missing, ...rows.flatMap((row) => compare(expected.get(row.object), row))];
}

function play(expected: Map<string, Expected>, { act, object, content, facts }: ActSeen): void {
  if (beginnings.has(act)) expected.set(object, { name: undefined, content: undefined, signed: false });
  if (act === 'records.document-destroyed') expected.delete(object);
  const state = expected.get(object);
  if (!state) return;
  if (act === 'records.document-registered' || act === 'records.version-added') state.content = content;
  if (act === 'records.version-added') state.signed = false;
  if (act === 'records.document-signed-off') state.signed = true;
  state.name = nameAfter(state.name, act, facts);
}

/** The name after an act; an act that may have changed it and was erased makes it unknown. */
function nameAfter(before: string | undefined, act: string, facts: ActSeen['facts']): string | undefined {
  const changes = beginnings.has(act) || /^records\.(file-changed|case-changed|document-changed|mail-described)$/.test(act);
  if (!changes) return before;
  if (!facts) return undefined;
  const said = (facts['after'] ?? facts) as { readonly [key: string]: unknown };
  const name = said['title'] ?? said['subject'];
  return typeof name === 'string' ? name : before;
}

function compare(expected: Expected | undefined, { object, name, content, signed }: RowSeen): Difference[] {
  if (!expected) return [{ object, what: 'not-in-journal' }];
  const differences: Difference[] = [];
  if (expected.name !== undefined && expected.name !== name) differences.push({ object, what: 'name' });
  if (expected.content !== (content ?? undefined)) differences.push({ object, what: 'content' });
  if (signed === true && !expected.signed) differences.push({ object, what: 'signature' });
  return differences;
}
