// SPDX-License-Identifier: EUPL-1.2

/** German texts of the module. */
export const de = {
  'people.permission.manage-persons': 'darf Personen anlegen, ändern und ihren Zugang beenden',
} as const;
