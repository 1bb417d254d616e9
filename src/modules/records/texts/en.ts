// SPDX-License-Identifier: EUPL-1.2
import type { de } from './de.ts';

/** Texts of the E-Akte in English. */
export const en: Record<keyof typeof de, string> = {
  'records.permission.read': 'Read the files of one’s own unit',
  'records.permission.write': 'Open and work on files and cases of one’s own unit',
  'records.permission.sign': 'Sign documents off',
  'records.permission.registry': 'Manage filing plan, references and named persons',
  'records.permission.prove': 'Make proof packages',
  'records.plan-unit.not-found': 'There is no such unit in the filing plan.',
  'records.file.not-found': 'There is no such file, or it is not meant for you.',
  'records.case.not-found': 'There is no such case, or it is not meant for you.',
  'records.document.not-found': 'There is no such document, or it is not meant for you.',
  'records.open-file.not-your-unit': 'You may not open files for this unit. Its clerks and the registry may.',
  'records.open-file.unit-retired': 'Filing plan unit {code} is not in use. Choose a valid one.',
  'records.open-file.unit-not-valid': 'Filing plan unit {code} is not valid on this day. Choose a valid one.',
  'records.open-file.not-a-leaf': 'Filing plan unit {code} is divided further. Choose a unit below it.',
  'records.open-file.no-retention': 'No retention is set for {code}. The registry can set it in the filing plan.',
  'records.open-case.read-only': 'You may read this file but not change it.',
  'records.open-case.file-closed': 'File {reference} is closed. Reopen it first.',
};
