// SPDX-License-Identifier: EUPL-1.2

const berlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day in Germany at an instant, `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  return berlin.format(at);
}

/** `2026-12-03` → „3.12.2026“. */
export function germanDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return day === '' ? '' : `${Number(date)}.${Number(month)}.${year}`;
}
