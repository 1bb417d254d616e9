// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** What the rule needs to know of the file. */
export interface FileForCase {
  readonly reference: string;
  readonly state: 'open' | 'closed';
  readonly writable: boolean;
}

/** May a case be opened in this file? The page asks the same before it shows the button. */
export function mayOpenCase(file: FileForCase): Refusal | undefined {
  if (!file.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (file.state === 'closed') return new Refusal('conflict', 'records.open-case.file-closed', { reference: file.reference });
  return undefined;
}
