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
  'records.upload.not-found': 'This uploaded file no longer exists. Please upload it again.',
  'records.case-is-filed': 'The case has been filed. Reopen it first.',
  'records.file-is-closed': 'The file is closed. Reopen it first.',
  'records.document-is-withdrawn': 'The document was withdrawn.',
  'records.document-is-final': 'The document is final and no longer changes. Make a new one instead.',
  'records.changed-since-read':
    'Somebody has meanwhile added version {now}; you had version {read} before you. Please compare first.',
  'records.sign-off.not-yours': 'Only those who sign for the lead unit may sign off here.',
  'records.sign-off.already-signed': 'The document is already signed off.',
  'records.sign-off.incoming': 'Incoming letters are not signed off.',
  'records.sign-off.changed-since-read':
    'You have read version {read}; meanwhile there is version {now}. Please read the new one before you sign.',
};
