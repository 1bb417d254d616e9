// SPDX-License-Identifier: EUPL-1.2

/** The parts of a person's name. */
export interface NameParts {
  readonly title: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** "Dr. Ulrich Thoma" */
export function displayName({ title, givenName, familyName }: NameParts): string {
  return [title, givenName, familyName].filter((part) => part !== '').join(' ');
}

/** "Thoma, Dr. Ulrich", for lists sorted by name. */
export function sortedName({ title, givenName, familyName }: NameParts): string {
  return `${familyName}, ${[title, givenName].filter((part) => part !== '').join(' ')}`;
}
