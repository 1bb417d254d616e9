// SPDX-License-Identifier: EUPL-1.2
import { contrast, mix, moveUntil, parseColour, type Rgb, showColour } from './contrast.ts';

/** The colours a city may choose: those of what one can act on. All other roles have one meaning in every city. */
export type CityColours = { act?: string | undefined; actDark?: string | undefined };

/** A stylesheet of its own, empty when nothing was chosen or everything was refused; `problems` in German for the log and the doctor. */
export type CityLook = { css: string; problems: string[] };

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** Grounds on which links and buttons stand: surface and sunk of tokens.css and dark.css. */
const lightGrounds: readonly Rgb[] = [white, [243, 244, 247]];
const darkGrounds: readonly Rgb[] = [
  [19, 21, 37],
  [29, 32, 52],
];
/** WCAG 2.2, success criterion 1.4.3, level AA. */
const enough = 4.5;

type Side = { setting: string; grounds: readonly Rgb[]; towards: Rgb; on: string };
const lightSide: Side = { setting: 'FACHWERK_CITY_COLOUR', grounds: lightGrounds, towards: black, on: 'hellem' };
const darkSide: Side = { setting: 'FACHWERK_CITY_COLOUR_DARK', grounds: darkGrounds, towards: white, on: 'dunklem' };

function check(text: string, side: Side): { colour: Rgb } | { problem: string } {
  const colour = parseColour(text);
  if (!colour) return { problem: `${side.setting}: „${text}“ ist keine Farbe. Schreiben Sie sie wie #2044aa.` };
  const worst = Math.min(...side.grounds.map((ground) => contrast(colour, ground)));
  if (worst >= enough) return { colour };
  const better = showColour(moveUntil(colour, side.towards, { grounds: side.grounds, wanted: enough }));
  const ratio = (Math.floor(worst * 10) / 10).toString().replace('.', ',');
  return {
    problem:
      `${side.setting}: ${text} hat auf ${side.on} Grund nur ${ratio}:1 Kontrast, nötig sind 4,5:1 (WCAG 2.2, 1.4.3). ` +
      `Die Farbe wird nicht verwendet. Die nächste, die geht: ${better}.`,
  };
}

function lightRoles(act: Rgb): string {
  const strong = mix(black, act, 0.2);
  return `--act:${showColour(act)};--act-strong:${showColour(strong)};--act-soft:${showColour(mix(act, white, 0.07))};--mark:${showColour(mix(act, white, 0.17))}`;
}

function darkRoles(act: Rgb): string {
  const ground: Rgb = [19, 21, 37];
  const strong = mix(white, act, 0.3);
  return `--act:${showColour(act)};--act-strong:${showColour(strong)};--act-soft:${showColour(mix(act, ground, 0.12))};--mark:${showColour(mix(act, ground, 0.26))}`;
}

/** The city's stylesheet: overrides of the act roles in both themes; without a dark colour one is made from the light one. */
export function cityLook(colours: CityColours): CityLook {
  const problems: string[] = [];
  const accept = (text: string | undefined, side: Side): Rgb | undefined => {
    if (text === undefined || text === '') return undefined;
    const result = check(text, side);
    if ('colour' in result) return result.colour;
    problems.push(result.problem);
    return undefined;
  };
  const light = accept(colours.act, lightSide);
  const chosenDark = accept(colours.actDark, darkSide);
  const dark = chosenDark ?? (light ? moveUntil(light, white, { grounds: darkGrounds, wanted: 7 }) : undefined);
  const rules: string[] = [];
  if (light) rules.push(`:root,[data-theme="light"]{${lightRoles(light)}}`);
  if (dark)
    rules.push(
      `[data-theme="dark"]{${darkRoles(dark)}}@media (prefers-color-scheme:dark){:root:not([data-theme]){${darkRoles(dark)}}}`,
    );
  // Only for screens: on paper everything is black.
  return { css: rules.length > 0 ? `@media screen{${rules.join('')}}` : '', problems };
}
