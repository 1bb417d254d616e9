// SPDX-License-Identifier: EUPL-1.2

/** What sends a file into quarantine: what starts by itself, hides what it is, or cannot be looked into. */
export const hostileSigns: readonly string[] = [
  'executable',
  'script-name',
  'deceptive-name',
  'name-mismatch',
  'type-mismatch',
  'polyglot-zip',
  'polyglot-html',
  'polyglot-pdf',
  'macros',
  'encrypted',
  'zip-bomb',
  'zip-slip',
  'symlink',
  'virus',
  'not-scanned',
];

/** The reasons for quarantine among everything that is remarkable about a file, each once. */
export function hostileAmong(remarks: readonly string[]): string[] {
  return [...new Set(remarks)].filter((remark) => hostileSigns.includes(remark));
}
