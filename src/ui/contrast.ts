// SPDX-License-Identifier: EUPL-1.2
/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Reads `#rgb` or `#rrggbb`; undefined for anything else. */
export function parseColour(text: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  const parts = long ? long.slice(1, 4) : short ? short.slice(1, 4).map((digit) => digit + digit) : undefined;
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16));
  return [red, green, blue];
}

/** Writes `#rrggbb`. */
export function showColour(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, WCAG 2.2, 0 to 1. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, WCAG 2.2, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** `share` of the first colour on the second, 0 to 1. */
export function mix(top: Rgb, ground: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => top[index] * share + ground[index] * (1 - share);
  return [part(0), part(1), part(2)];
}

/** The colour moved towards black or white in steps of 2 % until it reaches `wanted` against every ground. */
export function moveUntil(colour: Rgb, towards: Rgb, { grounds, wanted }: { grounds: readonly Rgb[]; wanted: number }): Rgb {
  for (let share = 0; share <= 1; share += 0.02) {
    const moved = mix(towards, colour, share);
    // Rounded first: what is written as #rrggbb must hold the promise, not the fraction.
    const written = parseColour(showColour(moved)) ?? moved;
    if (grounds.every((ground) => contrast(written, ground) >= wanted)) return written;
  }
  return towards;
}
