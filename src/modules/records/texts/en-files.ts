// SPDX-License-Identifier: EUPL-1.2
import type { deFiles } from './de-files.ts';

/** What commands and histories say about files, in English. */
export const enFiles: Record<keyof typeof deFiles, string> = {
  'records.changed-meanwhile': 'Something has changed here meanwhile. Please look at the new state and decide then.',
  'records.hand-over.no-unit': 'There is no such unit, or no longer. Choose another one.',
  'records.close-file.closed-already': 'The file is closed already.',
  'records.close-file.open-cases': '{n} cases are not filed yet. File these first.',
  'records.close-file.open-cases.one': 'One case is not filed yet. File it first.',
  'records.reopen-file.open-already': 'The file is open.',
  'records.protect.nobody-named':
    'First name at least one person, function or unit that may write. Otherwise nobody could get in any more.',
  'records.protect.nobody-named-personally':
    'First name at least one person or function that may write. Named units do not count for sealed files.',
  'records.protect.needs-two': 'Nobody opens a sealed file alone. Request its unsealing.',
  'records.unseal.not-sealed': 'This file is not sealed.',
  'records.unseal.asked-already': 'Unsealing has been requested already.',
  'records.unseal.no-request': 'This request no longer exists.',
  'records.classify.lower-than-contents': 'A file carries at least the highest grade of its documents. Lower these first.',
  'records.name.unknown': 'There is no such person or unit.',
  'records.name.unit-on-sealed': 'For a sealed file persons or functions are named, not units.',
  'records.name.not-named': 'This is not named for the file.',
  'records.name.last-writer': 'Somebody must still be able to write in the protected file. Name somebody else first.',
  'records.act.file-changed': 'Facts of the file changed',
  'records.act.file-handed-over': 'Handed over to another unit',
  'records.act.file-protected': 'Level of protection set',
  'records.act.unsealing-requested': 'Unsealing requested',
  'records.act.unsealing-declined': 'Unsealing declined',
  'records.act.file-unsealed': 'File unsealed',
  'records.act.file-classified': 'Secrecy of the file set',
  'records.act.access-named': 'Named for the file',
  'records.act.access-unnamed': 'No longer named for the file',
  'records.act.file-closed': 'File closed',
  'records.act.file-reopened': 'File opened again',
  'records.erase-personal.no-entry': 'There is no entry {no} in this file.',
  'records.erase-personal.erased-already': 'The personal part of entry {no} has been erased already.',
  'records.erase-personal.accounts-for': 'Entry {no} records why something was erased; that must remain accountable.',
  'journal.act.personal-parts-erased': 'Personal parts erased',
};
