// SPDX-License-Identifier: EUPL-1.2

/** Last day of the retention: it counts from the end of the year of z.d.A., so a case filed on 3 January 2013 and kept ten years is free from 1 January 2024. */
export function retainUntil(filedOn: string, years: number): string {
  return `${Number(filedOn.slice(0, 4)) + years}-12-31`;
}
