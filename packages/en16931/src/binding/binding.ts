// SPDX-License-Identifier: EUPL-1.2

/**
 * One row of a mapping table: term, path below the group's element, and the group that the standard puts it in if that is another one.
 * Paths: `a/b`, `a/b@attribute`, `.`; a segment may carry a condition `[path=X|Y]` or `[path!=X]` and `*` if it repeats with the value.
 * `into`: `BG-x` a group inside this one without an element of its own, `/` the invoice itself, `/BG-x` such a group of the invoice.
 */
export type FieldRow = readonly [term: string, path: string, into?: string];

/** A business group and the element that stands for it. */
export interface GroupRow {
  readonly group: string;
  readonly path: string;
  readonly rows: readonly Row[];
}

/** A row of a mapping table, in the order in which the syntax demands its elements. */
export type Row = FieldRow | GroupRow;

/** The mapping table of one document type. */
export interface Binding {
  readonly root: string;
  readonly rows: readonly Row[];
}

/** Whether a row stands for a group. */
export function isGroupRow(row: Row): row is GroupRow {
  return 'group' in row;
}
