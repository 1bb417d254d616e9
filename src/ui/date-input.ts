// SPDX-License-Identifier: EUPL-1.2
/** What a person typed as a date: `empty`, a day as ISO text, or why not: `form` (cannot be read), `none` (no such day). */
export type DateInput =
  | { kind: 'empty' }
  | { kind: 'date'; iso: string }
  | { kind: 'wrong'; why: 'form' }
  | { kind: 'wrong'; why: 'none'; typed: string };

const german = /^(\d{1,2})(?:\s+|\s*[./-]\s*)(\d{1,2})(?:\s+|\s*[./-]\s*)(\d{4}|\d{2})$/;
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const pad = (value: number, length: number) => String(value).padStart(length, '0');

/** Two digits mean this century up to 79, the last one from 80 on: letters from 1998 are filed daily, letters from 2098 are not. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 80 ? 2000 + year : 1900 + year;
}

/** Reads a date as people write it here (3.12.2026, 03.12.26, 3/12/2026) or as ISO 8601 (2026-12-03). */
export function readDateInput(text: string): DateInput {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  const isoMatch = iso.exec(typed);
  const germanMatch = german.exec(typed);
  const parts = isoMatch
    ? [isoMatch[1], isoMatch[2], isoMatch[3]]
    : germanMatch
      ? [germanMatch[3], germanMatch[2], germanMatch[1]]
      : undefined;
  if (!parts) return { kind: 'wrong', why: 'form' };
  const [year, month, day] = [fullYear(parts[0] ?? ''), Number(parts[1]), Number(parts[2])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return { kind: 'wrong', why: 'none', typed };
  return { kind: 'date', iso: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` };
}

/** An ISO day as it stands in a German field: 2026-12-03 becomes 3.12.2026; anything else is given back as it is. */
export function showDateInput(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match ? `${Number(match[3])}.${Number(match[2])}.${match[1]}` : value;
}
