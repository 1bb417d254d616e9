// SPDX-License-Identifier: EUPL-1.2
import { localDateAt, type PlainDate } from '@fachwerk/german-calendar';

/** The calendar day in Germany at an instant. */
export function localDay(at: Date): PlainDate {
  return localDateAt(at);
}

/** `2026-12-03` → „3.12.2026“. */
export function germanDay(day: string): string {
  return `${Number(day.slice(8, 10))}.${Number(day.slice(5, 7))}.${day.slice(0, 4)}`;
}
