// SPDX-License-Identifier: EUPL-1.2
import type { ForwardRule } from './deadline-rule.ts';

/** Objection against an administrative act: one month after notification. */
export const OBJECTION: ForwardRule = {
  id: 'vwgo-70-1',
  name: 'Widerspruchsfrist',
  legalSource: '§ 70 Abs. 1 Satz 1 VwGO',
  unit: 'months',
  amount: 1,
  startKind: 'event',
  extendOnHoliday: true,
  holidaySource: '§ 31 Abs. 3 Satz 1 VwVfG, § 193 BGB',
};

/** Objection when the instruction on legal remedies was missing or wrong: one year. */
export const OBJECTION_WITHOUT_INSTRUCTION: ForwardRule = {
  ...OBJECTION,
  id: 'vwgo-58-2',
  name: 'Jahresfrist ohne richtige Rechtsbehelfsbelehrung',
  legalSource: '§ 70 Abs. 2, § 58 Abs. 2 VwGO',
  unit: 'years',
};

/** Action before the administrative court: one month after the decision on the objection is served. */
export const ACTION: ForwardRule = {
  ...OBJECTION,
  id: 'vwgo-74-1',
  name: 'Klagefrist',
  legalSource: '§ 74 Abs. 1 VwGO',
  holidaySource: '§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO',
};
