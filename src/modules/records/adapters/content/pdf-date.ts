// SPDX-License-Identifier: EUPL-1.2

const PATTERN = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:([+-])(\d{2})'?(\d{2})?)?/;

/** Brings a PDF date (`D:20260131120000+01'00'`, ISO 32000-1, 7.9.4) to ISO 8601; empty when it is none. */
export function pdfDate(value: string): string {
  const match = PATTERN.exec(value.slice(0, 40));
  if (!match) return '';
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zoneHour, zoneMinute = '00'] = match;
  const zone = sign ? `${sign}${zoneHour}:${zoneMinute}` : 'Z';
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
