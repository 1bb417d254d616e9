// SPDX-License-Identifier: EUPL-1.2

const spelled: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ı: 'i', ø: 'oe', å: 'aa', æ: 'ae' };

/** Small letters without marks, umlauts spelled out: „Kämmerei“ and „Kaemmerei“ are the same word. */
export function fold(text: string): string {
  let folded = '';
  for (const sign of text.toLowerCase()) folded += spelled[sign] ?? sign;
  return folded.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The same with umlauts simply stripped, as foreign keyboards write: „Muller“. */
export function strip(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ı', 'i').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** Letters and digits alone: „z. Mz.“ and „zMz“ are the same. */
export function compact(text: string): string {
  return fold(text).replaceAll(/[^a-z0-9]/g, '');
}

/** How many letters differ, up to `limit`; more than that is `limit + 1`. Time is bounded by the lengths' product. */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return Math.min(row[other.length]!, limit + 1);
}
