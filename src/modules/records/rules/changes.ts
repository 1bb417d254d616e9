// SPDX-License-Identifier: EUPL-1.2

/** What a field can hold. */
export type FieldValue = string | number | boolean | null;

/** What differs, before and after: the history shows field, old and new. */
export interface Changes {
  readonly before: { readonly [field: string]: FieldValue };
  readonly after: { readonly [field: string]: FieldValue };
}

/** The fields of `wanted` that differ from what is there; undefined when none does. Fields left undefined stay as they are. */
export function changesBetween(
  now: { readonly [field: string]: unknown },
  wanted: { readonly [field: string]: FieldValue | undefined },
): Changes | undefined {
  const differing = Object.entries(wanted).filter(
    (entry): entry is [string, FieldValue] => entry[1] !== undefined && entry[1] !== now[entry[0]],
  );
  if (differing.length === 0) return undefined;
  return {
    before: Object.fromEntries(differing.map(([field]) => [field, now[field] as FieldValue])),
    after: Object.fromEntries(differing),
  };
}
