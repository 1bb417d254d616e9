// SPDX-License-Identifier: EUPL-1.2

/** What stands on the pages. */
export const screensDe = {
  'people.on-behalf': 'Sie handeln in Vertretung',
  'people.me.link': 'Mein Konto',
} as const;
