// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** Why personal parts must go: the case of Art. 17 Abs. 1 DSGVO. Stands in the journal for ever, so it is never free text. */
export const erasureBases = {
  'purpose-ended': 'Art. 17 Abs. 1 Buchst. a DSGVO',
  'consent-withdrawn': 'Art. 17 Abs. 1 Buchst. b DSGVO',
  objection: 'Art. 17 Abs. 1 Buchst. c DSGVO',
  unlawful: 'Art. 17 Abs. 1 Buchst. d DSGVO',
  'legal-duty': 'Art. 17 Abs. 1 Buchst. e DSGVO',
} as const;
export type ErasureBasis = keyof typeof erasureBases;

/** An entry of the file's history. */
export interface HistoryEntry {
  readonly no: number;
  readonly seq: number;
  readonly act: string;
  readonly erased: boolean;
}

/** Act that erases: its own reason must stay, or nobody could account for the erasure (Art. 5 Abs. 2 DSGVO). */
const erasingAct = 'journal.personal-parts-erased';

/** May the personal parts of these entries be erased? The entry itself stays, so that the file's history has no gap. */
export function mayErase(wanted: readonly number[], history: readonly HistoryEntry[]): Refusal | undefined {
  const entries = new Map(history.map((entry) => [entry.no, entry]));
  for (const no of wanted) {
    const entry = entries.get(no);
    const reason =
      entry === undefined ? 'no-entry' : entry.erased ? 'erased-already' : entry.act === erasingAct ? 'accounts-for' : undefined;
    if (reason)
      return new Refusal('invalid', `records.erase-personal.${reason}`, { no }, { entries: `records.erase-personal.${reason}` });
  }
  return undefined;
}
