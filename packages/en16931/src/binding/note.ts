// SPDX-License-Identifier: EUPL-1.2
import type { Group, Value } from '../model/invoice.ts';
import { collapse } from '../xml/element.ts';

const marked = /^\s*#([A-Z]{3})#/;

/** UBL has one element for a note and its subject: `#AAI#text` (CEN/TS 16931-3-2). Takes both apart. */
export function splitNote(note: Group): void {
  const value = note.values.get('BT-22')?.[0];
  const found = value === undefined ? null : marked.exec(value.raw);
  if (value === undefined || found === null) return;
  const raw = value.raw.slice(found[0].length);
  const rest: Value = { ...value, raw, text: collapse(raw) };
  note.values.set('BT-22', [rest]);
  note.values.set('BT-21', [{ ...value, term: 'BT-21', raw: found[1] ?? '', text: found[1] ?? '' }]);
}
