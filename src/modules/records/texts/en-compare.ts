// SPDX-License-Identifier: EUPL-1.2
import type { deCompare } from './de-compare.ts';

/** Comparing versions, in English. */
export const enCompare: Record<keyof typeof deCompare, string> = {
  'records.compare.title': 'Compare versions',
  'records.compare.link': 'Compare with the version before',
  'records.compare.link-conflict': 'Compare the two texts',
  'records.compare.from': 'Earlier version',
  'records.compare.to': 'Later version',
  'records.compare.button': 'Compare',
  'records.compare.beside': 'Compared with the newest version of “{title}”.',
  'records.compare.changes': 'Changes',
  'records.compare.change-n': 'Change {n}',
  'records.compare.more': 'and {n} more in the text below',
  'records.compare.text': 'Text with changes',
  'records.compare.left-out': '[… unchanged text …]',
  'records.compare.previous': 'Back to change {n}',
  'records.compare.next': 'On to change {n}',
  'records.compare.gone': 'removed',
  'records.compare.new': 'inserted',
  'records.compare.equal':
    'No difference in the text: word by word it says the same. Differences in looks are shown by the pages below.',
  'records.compare.coarse': 'The texts differ so much that only their beginning and end are compared word by word.',
  'records.compare.not-read': 'At least one of the versions has not been read yet, or has no text. Try again in a minute.',
  'records.compare.pages': 'Pages side by side',
  'records.compare.page-of': 'Page {page}, version {n} of “{title}”',
  'records.compare.no-page': 'This version has no such page.',
};
