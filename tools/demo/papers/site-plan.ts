// SPDX-License-Identifier: EUPL-1.2
import { type Dice, diceFor } from '../dice.ts';
import { draw, type Flow, keepRoom, setLine } from './flow.ts';

const frame = { left: 80, width: 430, height: 380 } as const;

/** A site plan 1:500 as surveyors draw it: street, plots, houses, parking bays, north. What stands where depends on the words before it. */
export function drawSitePlan(flow: Flow, bays: number): void {
  keepRoom(flow, frame.height + 40);
  const top = flow.y;
  const dice = diceFor('site plan', flow.pages.at(-1)!.words.join(' '));
  draw(flow, [ground(top), ...plots(top, dice), ...parking(top, bays), north(top)].join(' '));
  const label = (text: string, x: number, y: number) => setLine(flow, text, { size: 7.5, x, y: top + y });
  label('Flurstück 118/4', frame.left + 24, 40);
  label(`Stellplätze 1 bis ${bays}`, frame.left + 24, 258);
  label('Zufahrt', frame.left + 310, 300);
  label('Lageplan, Maßstab 1:500', frame.left, frame.height + 8);
  flow.y = top + frame.height + 30;
}

function box(x: number, y: number, [width, height]: readonly [number, number]): string {
  return `${frame.left + x} ${y} ${width} ${height} re`;
}

function ground(top: number): string {
  const street = `0.93 g ${box(0, top + 320, [frame.width, 60])} f`;
  return `${street} 0.3 G 0.8 w ${box(0, top, [frame.width, frame.height])} S [6 3] 0 d ${frame.left} ${top + 350} m ${frame.left + frame.width} ${top + 350} l S [] 0 d`;
}

function plots(top: number, dice: Dice): string[] {
  const corner = dice.int(180, 250);
  const house = [dice.int(90, 140), dice.int(70, 110)] as const;
  return [
    `0.4 G 0.6 w ${frame.left + corner} ${top} m ${frame.left + corner} ${top + 320} l S`,
    `0.82 g 0.2 G 1 w ${box(30, top + 60, house)} B`,
    `0.88 g ${box(corner + 40, top + 90, [house[1], house[0]])} B`,
    `0.9 g ${box(30, top + 60 + house[1] + 14, [46, 30])} B`,
  ];
}

function parking(top: number, bays: number): string[] {
  return Array.from({ length: bays }, (_, index) => `0.2 0.4 0.6 RG 0.7 w ${box(24 + 17 * index, top + 270, [15, 34])} S`);
}

function north(top: number): string {
  const [x, y] = [frame.left + frame.width - 30, top + 24];
  return `0 g ${x} ${y} m ${x - 6} ${y + 26} l ${x} ${y + 20} l ${x + 6} ${y + 26} l f`;
}
