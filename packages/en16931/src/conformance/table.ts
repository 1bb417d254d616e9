// SPDX-License-Identifier: EUPL-1.2

/** The rows of a tab separated table, by the names in its first line, in whatever order; a byte order mark and Windows' line ends are no content. */
export function parseTable(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, position) => [name, cells[position] ?? '']));
  });
}

/** Words separated by blanks. */
export function words(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((word) => word !== '');
}
