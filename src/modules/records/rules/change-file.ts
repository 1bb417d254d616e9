// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** What the rules need to know of a file that shall change. */
export interface FileForChanging {
  readonly reference: string;
  readonly state: 'open' | 'closed';
  readonly lock: number;
  readonly writable: boolean;
}

/** May the facts of this file be changed by somebody who had the state `lockRead` before them? The reference never changes. */
export function mayChangeFile(file: FileForChanging, lockRead: number): Refusal | undefined {
  if (!file.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (file.state === 'closed') return new Refusal('conflict', 'records.open-case.file-closed', { reference: file.reference });
  return lockRead === file.lock ? undefined : new Refusal('conflict', 'records.changed-meanwhile');
}

/** May this file be handed over to another unit? */
export function mayHandOver(
  file: FileForChanging & { readonly leadUnit: string },
  to: { readonly unit: string; readonly retired: boolean | undefined },
): Refusal | undefined {
  if (!file.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (to.unit === file.leadUnit) return new Refusal('conflict', 'records.nothing-changed');
  if (to.retired !== false)
    return new Refusal('invalid', 'records.hand-over.no-unit', {}, { leadUnit: 'records.hand-over.no-unit' });
  return undefined;
}

/** May this file be closed? Only when all its cases are filed. */
export function mayCloseFile(file: Omit<FileForChanging, 'lock'>, openCases: number): Refusal | undefined {
  if (!file.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  if (file.state === 'closed') return new Refusal('conflict', 'records.close-file.closed-already');
  if (openCases > 0) return new Refusal('conflict', 'records.close-file.open-cases', { n: openCases });
  return undefined;
}

/** May this file be opened again? */
export function mayReopenFile(file: Omit<FileForChanging, 'lock'>): Refusal | undefined {
  if (!file.writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  return file.state === 'open' ? new Refusal('conflict', 'records.reopen-file.open-already') : undefined;
}
