// SPDX-License-Identifier: EUPL-1.2

/** One whole day in a calendar. */
export interface CalendarDay {
  /** Stays the same from fetch to fetch, so that the calendar moves an entry instead of doubling it. */
  readonly uid: string;
  readonly day: string;
  readonly summary: string;
}

const longestLine = 75;

/** A calendar of whole days (RFC 5545). `stamp` is when it was made, `YYYYMMDDTHHMMSSZ`. */
export function calendarOf(
  days: readonly CalendarDay[],
  { name, stamp, host }: { name: string; stamp: string; host: string },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fachwerk//Umlauf//DE',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ uid, day, summary }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@${host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${escaped(summary)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** RFC 5545 §3.3.11. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[\r\n]+/g, '\\n')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;');
}

/** RFC 5545 §3.1: no line is longer than 75 octets; the next one begins with a blank. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign.codePointAt(0) ?? 0);
    if (octets + size > longestLine) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}

function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
