// SPDX-License-Identifier: EUPL-1.2
import { type Condition, fulfils, parseSegment } from '../binding/plan.ts';
import type { Facts } from '../rules/facts.ts';
import type { AnyRule, SyntaxFamily } from '../rules/rule.ts';
import type { XmlElement } from '../xml/element.ts';
import { type CountRow, countRows } from './counts.ts';

interface Segment {
  readonly name: string;
  readonly condition: Condition | undefined;
  readonly attribute: string;
}

function segments(path: string): Segment[] {
  return path.split(/\/(?![^[]*\])/).map(parseSegment);
}

function hasParents(element: XmlElement, parents: readonly Segment[]): boolean {
  let outer = element.parent;
  for (let position = parents.length - 1; position >= 0; position--) {
    if (outer?.name !== parents[position]!.name) return false;
    outer = outer.parent;
  }
  return true;
}

function placesOf(where: string, facts: Facts): XmlElement[] {
  if (where === '/') return [facts.element];
  return where.split(/\|(?![^[]*\])/).flatMap((path) => {
    const parts = segments(path);
    const last = parts.at(-1)!;
    return facts
      .named(last.name)
      .filter((element) => hasParents(element, parts.slice(0, -1)) && fulfils(element, last.condition));
  });
}

function count(place: XmlElement, what: readonly Segment[]): number {
  let found: XmlElement[] = [place];
  for (const segment of what) {
    found = found.flatMap((element) =>
      element.children.filter((child) => child.name === segment.name && fulfils(child, segment.condition)),
    );
  }
  const { attribute } = what.at(-1)!;
  return attribute === '' ? found.length : found.filter((element) => element.attributes[attribute] !== undefined).length;
}

function toRule(row: CountRow, family: SyntaxFamily): AnyRule {
  const what = segments(row.what);
  return {
    id: row.id,
    set: family === 'ubl' ? 'ubl-syntax' : 'cii-syntax',
    level: row.level,
    terms: [],
    only: family,
    check(facts, found) {
      for (const place of placesOf(row.where, facts)) {
        const number = count(place, what);
        if (number >= row.least && number <= row.most) continue;
        found(place, {
          observed: String(number),
          expected: row.least === 1 && row.most > 1 ? '≥ 1' : `${row.least === row.most ? '' : '≤ '}${row.most}`,
        });
      }
    },
  };
}

/** Rules that count. */
export const countRules: readonly AnyRule[] = [
  ...countRows.ubl.map((row) => toRule(row, 'ubl')),
  ...countRows.cii.map((row) => toRule(row, 'cii')),
];
