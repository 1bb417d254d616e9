// SPDX-License-Identifier: EUPL-1.2

/** A code list of the standard, in the edition of the rule set it was made for. */
export interface CodeList {
  readonly title: string;
  readonly codes: ReadonlySet<string>;
}

/** Makes a code list from its title and its codes, separated by white space. */
export function codeList(title: string, codes: string): CodeList {
  return { title, codes: new Set(codes.trim().split(/\s+/)) };
}

/** A list with further codes. */
export function extended(list: CodeList, ...codes: string[]): CodeList {
  return { title: list.title, codes: new Set([...list.codes, ...codes]) };
}
