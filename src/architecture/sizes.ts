// SPDX-License-Identifier: EUPL-1.2
import type { Source } from './sources.ts';

/** Lines of every function with a body of its own lines, by the formatter's indentation: it ends where a line closes at its own depth. */
export function functionLengths({ text }: Pick<Source, 'text'>): number[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    if (!opensFunction(line)) return [];
    const depth = indent(line);
    const end = lines.findIndex(
      (other, index) => index > start && indent(other) === depth && /^\s*[})]/.test(other) && !/\{\s*$/.test(other),
    );
    return end < 0 ? [] : [end - start + 1];
  });
}

function opensFunction(line: string): boolean {
  return (
    /\bfunction\b[^;]*[({,]\s*$/.test(line) ||
    /=>\s*\{\s*$/.test(line) ||
    /^\s+(async\s+)?\*?[a-zA-Z]+\([^;]*\)(:\s[^;=]+)?\s\{\s*$/.test(line) ||
    /=>\s*\(\s*$/.test(line)
  );
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

/** Value below which `share` of the numbers lie. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
