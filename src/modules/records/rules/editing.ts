// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import { type DocumentForChange, mayAddVersion } from './change-document.ts';

/** How long a secret address is good: a working day. A lock ends sooner unless the program prolongs it. */
export const editLimits = { hours: 12, lockSeconds: 3600, fileBytes: 50 << 20, folderBytes: 200 << 20, entries: 300 } as const;

/** The programs that open a document by a link of their own. */
export type OfficeProgram = 'word' | 'excel' | 'powerpoint' | 'none';

const programs: Readonly<Record<string, OfficeProgram>> = {
  docx: 'word',
  doc: 'word',
  dotx: 'word',
  rtf: 'word',
  odt: 'word',
  xlsx: 'excel',
  xls: 'excel',
  ods: 'excel',
  csv: 'excel',
  pptx: 'powerpoint',
  ppt: 'powerpoint',
  odp: 'powerpoint',
  txt: 'none',
};

/** Which program of Microsoft opens it; undefined when an office suite edits no such file. */
export function officeProgram(fileName: string): OfficeProgram | undefined {
  return programs[/\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? ''];
}

/** May this document be edited in the office suite? Whoever may add a version may, if a program can. */
export function mayEditInOffice(document: DocumentForChange, fileName: string): Refusal | undefined {
  const no = mayAddVersion(document, document.versions);
  if (no) return no;
  return officeProgram(fileName) === undefined ? new Refusal('conflict', 'records.editing.no-office-file') : undefined;
}

/** What was saved, against what is there. */
export interface Saving {
  /** SHA-256 of what the program sent. */
  readonly content: string;
  /** SHA-256 of the newest version. */
  readonly current: string;
  /** Version that this program read or saved last, and the newest there is. */
  readonly base: number;
  readonly versions: number;
  /** SHA-256 of what this program saved last. */
  readonly saved: string;
  /** Refused already, because somebody else holds the lock or has saved in between. */
  readonly late: boolean;
}

/**
 * What becomes of a saved text. The same text again is nothing new: a lost answer makes a program save twice. A text written on an older
 * version never replaces the newer one; it becomes a version of its own, the Konfliktfassung.
 */
export function planSaving({ content, current, base, versions, saved, late }: Saving): 'nothing' | 'version' | 'conflict' {
  if (content === current || content === saved) return 'nothing';
  return late || base !== versions ? 'conflict' : 'version';
}

/** „Bescheid.docx“ → „Bescheid – Konfliktfassung.docx“: beside the document, and recognised at once. */
export function conflictName(fileName: string): string {
  const [, stem = fileName, end = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(fileName) ?? [];
  return `${stem.slice(0, 180)} – Konfliktfassung${end}`;
}

/** May a version be added while somebody has the document open? Their own program may save; nobody else slips a text under theirs. */
export function mayAddBeside(holders: readonly string[], person: string | null): Refusal | undefined {
  const others = holders.filter((holder) => holder !== person);
  return others.length > 0 && person !== null ? new Refusal('conflict', 'records.editing.locked-refused') : undefined;
}

/** May a lock be ended by somebody who does not hold it? Only one that is there, and with a reason. */
export function mayReleaseLock(locks: number, writable: boolean): Refusal | undefined {
  if (!writable) return new Refusal('not-permitted', 'records.open-case.read-only');
  return locks === 0 ? new Refusal('conflict', 'records.editing.not-locked') : undefined;
}
