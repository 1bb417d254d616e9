// SPDX-License-Identifier: EUPL-1.2
import type { deEditing } from './de-editing.ts';

/** Editing in the office suite, in English. */
export const enEditing: Record<keyof typeof deEditing, string> = {
  'records.editing.title': 'Edit in the office suite',
  'records.editing.begin': 'Edit',
  'records.editing.begin-means':
    'You get a secret address of your own for this document. With it the document opens in Word or LibreOffice, and whatever you save there becomes a new version here.',
  'records.editing.open': 'Open for editing',
  'records.editing.programs': 'Choose a program',
  'records.editing.programs-hint': 'Your browser may ask whether it may open the program.',
  'records.editing.in-libreoffice': 'Open in LibreOffice',
  'records.editing.in-word': 'Open in Word',
  'records.editing.in-excel': 'Open in Excel',
  'records.editing.in-powerpoint': 'Open in PowerPoint',
  'records.editing.saving':
    'Save in the program as usual. While the document is open there, others see that you are editing it and cannot overwrite it.',
  'records.editing.address': 'Address for other programs',
  'records.editing.address-hint':
    'If no program opens, choose “File, Open” there and paste this address. It is for you alone: do not pass it on.',
  'records.editing.end': 'End editing',
  'records.editing.end-means':
    'The address is good until {until}. If you are done earlier, close the document in the program and end here.',
  'records.editing.locked': 'Being edited now: {name}, since {since}.',
  'records.editing.locked-by-you': 'You are editing this document in the office suite, since {since}.',
  'records.editing.locked-refused':
    'The document is being edited in the office suite. Please wait until it is closed there, or end the lock at the document.',
  'records.editing.conflict-here':
    'There is a second text for this document, based on version {base}. Please bring the two together:',
  'records.editing.conflict-of':
    'This conflict copy came about because a newer version was there already when it was saved. It is based on version {base} of:',
  'records.editing.conflict-title': '{title} (conflict copy)',
  'records.editing.note': 'Edited in the office suite',
  'records.editing.kept-as-conflict':
    'Somebody has changed or locked this document meanwhile. Your text is not lost: it lies as a conflict copy in the same case.',
  'records.editing.saved-before': 'This text is saved already.',
  'records.editing.not-deleted': 'The document is not deleted here. In the file you can withdraw it.',
  'records.editing.folder-full': 'There is too much in the work folder already. Close the document and open it again.',
  'records.editing.no-office-file': 'Such a file is not edited in the office suite. Upload a new version.',
  'records.editing.not-locked': 'The document is not locked.',
  'records.editing.release': 'End the lock',
  'records.editing.release-reason': 'Why do you end the lock?',
  'records.editing.release-hint':
    'The reason stands in the history afterwards. What is not yet saved in the office suite becomes a conflict copy when it is saved.',
  'records.act.edit-lock-released': 'Lock of editing ended',
  'records.act.conflict-kept': 'Conflict copy kept beside the document',
};
