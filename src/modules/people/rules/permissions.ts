// SPDX-License-Identifier: EUPL-1.2

/** What one may be allowed to do here: permission → text key of the sentence that explains it. */
export const permissions = {
  'people.manage-persons': 'people.permission.manage-persons',
  'people.manage-units': 'people.permission.manage-units',
  'people.manage-functions': 'people.permission.manage-functions',
  'people.release-grants': 'people.permission.release-grants',
  'people.define-roles': 'people.permission.define-roles',
  'people.import': 'people.permission.import',
  'people.manage-substitutions': 'people.permission.manage-substitutions',
  'people.exclude': 'people.permission.exclude',
  'people.break-glass': 'people.permission.break-glass',
  'people.review-openings': 'people.permission.review-openings',
  'people.explain-others': 'people.permission.explain-others',
  'people.read-grants': 'people.permission.read-grants',
} as const;
