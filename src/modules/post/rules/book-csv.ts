// SPDX-License-Identifier: EUPL-1.2

/** A table as CSV for German spreadsheets: semicolons, quotes, a byte order mark; a cell that begins like a formula is disarmed. */
export function bookCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[head, ...rows].map((cells) => cells.map(cellOf).join(';')).join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
