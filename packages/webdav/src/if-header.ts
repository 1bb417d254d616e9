// SPDX-License-Identifier: EUPL-1.2
import { covers, type DavLock } from './lock.ts';
import type { Path } from './path.ts';

/** One condition of the If header (RFC 4918 §10.4): a state token or an entity tag, possibly negated. */
export interface Condition {
  readonly not: boolean;
  readonly kind: 'token' | 'etag';
  readonly value: string;
}

/** A list of conditions that must all hold, and the address it is about; undefined: the request's own. */
export interface ConditionList {
  readonly resource: string | undefined;
  readonly conditions: readonly Condition[];
}

const longestHeader = 8192;
const sign = /\s*(?:<([^<>\s]{1,2000})>|(\()|(\))|\[((?:W\/)?"[^"\]]{0,500}")\]|(Not)(?=[\s<[]))/giy;

interface Reading {
  readonly lists: ConditionList[];
  open: Condition[] | undefined;
  resource: string | undefined;
  not: boolean;
}

/** Reads an If header; undefined when it is none. */
export function parseIf(header: string): readonly ConditionList[] | undefined {
  if (header.length > longestHeader) return undefined;
  const reading: Reading = { lists: [], open: undefined, resource: undefined, not: false };
  sign.lastIndex = 0;
  let at = 0;
  while (header.slice(at).trim() !== '') {
    const match = sign.exec(header);
    if (!match || !take(reading, match)) return undefined;
    at = sign.lastIndex;
  }
  const mixed = reading.lists.some(({ resource }) => (resource === undefined) !== (reading.lists[0]?.resource === undefined));
  return reading.open || reading.lists.length === 0 || mixed ? undefined : reading.lists;
}

function take(reading: Reading, [, address, opening, closing, etag, not]: RegExpExecArray): boolean {
  if (opening) return begin(reading);
  if (closing) return end(reading);
  if (not) {
    const fits = reading.open !== undefined && !reading.not;
    reading.not = true;
    return fits;
  }
  if (!reading.open) {
    reading.resource = address;
    return address !== undefined;
  }
  const value = address ?? etag ?? '';
  reading.open.push({ not: reading.not, kind: address === undefined ? 'etag' : 'token', value });
  reading.not = false;
  return true;
}

function begin(reading: Reading): boolean {
  const fits = reading.open === undefined;
  reading.open = [];
  return fits;
}

function end(reading: Reading): boolean {
  if (!reading.open || reading.open.length === 0 || reading.not) return false;
  reading.lists.push({ resource: reading.resource, conditions: reading.open });
  reading.open = undefined;
  return true;
}

/** Every state token in the header: it counts as submitted even in a list that does not hold (§10.4.1). */
export function tokensIn(lists: readonly ConditionList[]): Set<string> {
  return new Set(
    lists.flatMap(({ conditions }) => conditions.filter(({ kind, not }) => kind === 'token' && !not).map(({ value }) => value)),
  );
}

/** What the conditions are compared with. */
export interface State {
  readonly locks: readonly DavLock[];
  /** The path a tag's address means; undefined when it lies elsewhere. */
  pathOf(address: string | undefined): Path | undefined;
  /** The entity tag of what is there now. */
  etagOf(path: Path): Promise<string | undefined>;
}

/** True when at least one list holds. */
export async function ifHolds(lists: readonly ConditionList[], state: State): Promise<boolean> {
  for (const { resource, conditions } of lists) {
    const path = state.pathOf(resource);
    if (path && (await allHold(conditions, path, state))) return true;
  }
  return false;
}

async function allHold(conditions: readonly Condition[], path: Path, state: State): Promise<boolean> {
  for (const { kind, value, not } of conditions) {
    const holds =
      kind === 'token'
        ? state.locks.some((lock) => lock.token === value && covers(lock, path))
        : (await state.etagOf(path)) === value;
    if (holds === not) return false;
  }
  return true;
}
