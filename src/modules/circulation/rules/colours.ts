// SPDX-License-Identifier: EUPL-1.2

/** Pencils of the house; a colour is always doubled by its word. */
export const pencils = ['green', 'red', 'blue', 'brown', 'black'] as const;
export type Pencil = (typeof pencils)[number];

/** Who writes with which pencil: the head of the body, of its upper level, of an office; everybody else. */
export type PencilRank = 'top' | 'upper' | 'office' | 'other';

/** As a city may set it: rank → pencil. */
export type PencilCase = Readonly<Record<PencilRank, Pencil>>;

/** As it is usual in German town halls (the federal GGO uses green, violet, red, blue and brown). */
export const usualPencils: PencilCase = { top: 'green', upper: 'red', office: 'blue', other: 'black' };

/** Reads `top=green, office=brown`; what it does not name stays usual, what makes no sense is left out. */
export function readPencils(setting: string): PencilCase {
  const pairs = setting.split(',').map((pair) => pair.split('=').map((word) => word.trim()));
  const known = pairs.filter(([rank = '', pencil = '']) => rank in usualPencils && pencils.some((one) => one === pencil));
  return { ...usualPencils, ...Object.fromEntries(known) };
}

/** The rank of a seat: heads by the depth of their unit, counted from the top; a deputy writes with the colour of the represented. */
export function rankOf(seat: { readonly head: boolean; readonly depth: number }, offices: number): PencilRank {
  if (!seat.head) return 'other';
  if (seat.depth === 0) return 'top';
  return seat.depth < offices ? 'upper' : 'office';
}
