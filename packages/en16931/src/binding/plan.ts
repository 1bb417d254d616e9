// SPDX-License-Identifier: EUPL-1.2
// A mapping table compiled into a tree of element names, so that reading visits every element of the document once.
import { collapse, type XmlElement } from '../xml/element.ts';
import { type Binding, type GroupRow, isGroupRow, type Row } from './binding.ts';

/** What an element must contain to be meant by a row. */
export interface Condition {
  readonly path: readonly string[];
  readonly attribute: string;
  readonly negated: boolean;
  /** In capital letters. */
  readonly values: readonly string[];
}

/** A value to take from an element or one of its attributes. */
export interface Pick {
  readonly term: string;
  readonly attribute: string;
  readonly into: string;
}

/** What to do with one kind of child element. */
export interface Step {
  readonly name: string;
  readonly condition: Condition | undefined;
  readonly repeats: boolean;
  readonly picks: Pick[];
  readonly steps: Step[];
  group: GroupPlan | undefined;
}

/** How to read one group. */
export interface GroupPlan {
  readonly id: string;
  /** Terms that are the group's element itself. */
  readonly own: Pick[];
  readonly steps: Step[];
}

const segmentForm = /^([^[@*]+)(?:\[([^\]]+)\])?(\*)?(?:@(.+))?$/;
const conditionForm = /^([^@!=]*)(?:@([^!=]+))?(!?=)(.+)$/;

/** Splits a path at its slashes, but not inside conditions. */
export function segmentsOf(path: string): string[] {
  return path.split(/\/(?![^[]*\])/);
}

function parseCondition(text: string | undefined): Condition | undefined {
  if (text === undefined) return undefined;
  const found = conditionForm.exec(text);
  if (found === null) throw new RangeError(`condition ${text}`);
  const [, path = '', attribute = '', sign, values = ''] = found;
  return { path: path === '' ? [] : path.split('/'), attribute, negated: sign === '!=', values: values.toUpperCase().split('|') };
}

/** One segment of a path in a table: name, condition, attribute. */
export function parseSegment(segment: string): { name: string; condition: Condition | undefined; attribute: string } {
  const found = segmentForm.exec(segment);
  if (found === null) throw new RangeError(`segment ${segment}`);
  return { name: found[1] ?? '', condition: parseCondition(found[2]), attribute: found[4] ?? '' };
}

function sameCondition(left: Condition | undefined, right: Condition | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function descend(steps: Step[], segment: string, alone: boolean): Step {
  const found = segmentForm.exec(segment);
  if (found === null) throw new RangeError(`segment ${segment}`);
  const [, name = '', conditionText, star] = found;
  const condition = parseCondition(conditionText);
  const known = steps.find((step) => step.name === name && sameCondition(step.condition, condition) && step.group === undefined);
  if (known !== undefined && !alone) return known;
  const step: Step = { name, condition, repeats: star !== undefined, picks: [], steps: [], group: undefined };
  steps.push(step);
  return step;
}

function addField(plan: GroupPlan, [term, path, into = '']: Exclude<Row, GroupRow>): void {
  if (path === '.') {
    plan.own.push({ term, attribute: '', into });
    return;
  }
  const segments = segmentsOf(path);
  const attribute = segmentForm.exec(segments.at(-1) ?? '')?.[4] ?? '';
  let steps = plan.steps;
  let step: Step | undefined;
  for (const segment of segments) {
    step = descend(steps, segment, false);
    steps = step.steps;
  }
  step?.picks.push({ term, attribute, into });
}

function addGroup(plan: GroupPlan, row: GroupRow): void {
  const segments = segmentsOf(row.path);
  let steps = plan.steps;
  for (const [position, segment] of segments.entries()) {
    const last = position === segments.length - 1;
    const step = descend(steps, segment, last);
    if (last) step.group = compileGroup(row.group, row.rows);
    steps = step.steps;
  }
}

function compileGroup(id: string, rows: readonly Row[]): GroupPlan {
  const plan: GroupPlan = { id, own: [], steps: [] };
  for (const row of rows) {
    if (isGroupRow(row)) addGroup(plan, row);
    else addField(plan, row);
  }
  return plan;
}

/** Compiles a mapping table. */
export function compile(binding: Binding): GroupPlan {
  return compileGroup('', binding.rows);
}

function conditionTexts(element: XmlElement, condition: Condition): string[] {
  let found: XmlElement[] = [element];
  for (const name of condition.path) found = found.flatMap((each) => each.children.filter((child) => child.name === name));
  if (condition.attribute === '') return found.map((each) => collapse(each.text).toUpperCase());
  return found.map((each) => collapse(each.attributes[condition.attribute] ?? '').toUpperCase());
}

/** Whether an element fulfils a condition. */
export function fulfils(element: XmlElement, condition: Condition | undefined): boolean {
  if (condition === undefined) return true;
  const met = conditionTexts(element, condition).some((text) => condition.values.includes(text));
  return met !== condition.negated;
}
