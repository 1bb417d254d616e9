// SPDX-License-Identifier: EUPL-1.2

/** A cell that stays text: what a spreadsheet would take for a formula gets a quote in front; amounts below zero stay amounts. */
export function csvCell(value: string, separator = ';'): string {
  const safe = /^[=+@\t\r]|^-(?![\d,.]+$)/.test(value) ? `'${value}` : value;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
