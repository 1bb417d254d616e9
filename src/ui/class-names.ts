// SPDX-License-Identifier: EUPL-1.2
/** Joins the class names that apply; undefined when none does, so that no empty attribute is written. */
export function classNames(...names: readonly (string | false | undefined)[]): string | undefined {
  return names.filter((name) => name !== false && name !== undefined && name !== '').join(' ') || undefined;
}
