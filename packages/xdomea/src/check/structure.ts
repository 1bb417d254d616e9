// SPDX-License-Identifier: EUPL-1.2
// In place of an XML schema: names, order, cardinalities, attributes, values, from the table of the version.
import type { ComplexType, ElementDef, Particle, Table } from '../table/table.ts';
import type { XmlNode } from '../xml/node.ts';
import type { Findings, Trail } from './finding.ts';
import { baseOf, misfit, normalized } from './values.ts';

const xsi = 'http://www.w3.org/2001/XMLSchema-instance';
const blank = /^[ \t\r\n]*$/;

/** One run over the children of one element. */
interface Matching {
  readonly children: readonly XmlNode[];
  readonly trail: Trail;
  readonly findings: Findings;
  at: number;
}

function starts(part: Particle, name: string): boolean {
  if (part.kind === 'any') return true;
  if (part.kind === 'element') return part.name === name;
  if (part.kind === 'choice') return part.parts.some((each) => starts(each, name));
  for (const each of part.parts) {
    if (starts(each, name)) return true;
    if (!optional(each)) return false;
  }
  return false;
}

function optional(part: Particle): boolean {
  if (part.min === 0) return true;
  if (part.kind === 'element' || part.kind === 'any') return false;
  return part.kind === 'choice' ? part.parts.some(optional) : part.parts.every(optional);
}

function namesIn(part: Particle): string {
  if (part.kind === 'element') return part.name;
  return part.kind === 'any' ? '*' : part.parts.map(namesIn).join(' | ');
}

const nextName = (matching: Matching): string | undefined => matching.children[matching.at]?.name;

function missing(matching: Matching, part: Particle): void {
  matching.findings.add('missing-element', matching.trail, { expected: namesIn(part) });
}

function once(matching: Matching, part: Particle): void {
  if (part.kind === 'element' || part.kind === 'any') matching.at += 1;
  else if (part.kind === 'sequence') for (const each of part.parts) match(matching, each);
  else {
    const name = nextName(matching);
    const chosen = name === undefined ? undefined : part.parts.find((each) => starts(each, name));
    if (chosen !== undefined) match(matching, chosen);
  }
}

/** Takes as many children as fit. The schemas are deterministic, so that greed is right. */
function match(matching: Matching, part: Particle): void {
  let count = 0;
  for (let name = nextName(matching); count < part.max && name !== undefined && starts(part, name); name = nextName(matching)) {
    once(matching, part);
    count += 1;
  }
  if (count >= part.min) return;
  if (part.kind === 'sequence' && count === 0) once(matching, part);
  else if (!optional(part)) missing(matching, part);
}

function checkAttributes(type: ComplexType | undefined, trail: Trail, findings: Findings): void {
  const { attributes } = trail.node;
  for (const each of attributes) {
    if (each.uri === xsi) continue;
    const known = each.uri === '' ? type?.attributes.find((own) => own.name === each.name) : undefined;
    if (known === undefined) findings.add('unknown-attribute', trail, { observed: each.name, child: `@${each.name}` });
    else if (known.fixed !== undefined && known.fixed !== each.value) {
      findings.add('fixed-value', trail, { observed: each.value, expected: known.fixed, child: `@${each.name}` });
    }
  }
  for (const own of type?.attributes ?? []) {
    if (!own.required || attributes.some((each) => each.uri === '' && each.name === own.name)) continue;
    findings.add('missing-attribute', trail, { expected: own.name, child: `@${own.name}` });
  }
}

function checkLeaf(table: Table, def: ElementDef, trail: Trail, findings: Findings): void {
  const { node } = trail;
  checkAttributes(undefined, trail, findings);
  if (node.children.length > 0) {
    findings.add('elements-not-allowed', trail, { observed: node.children[0]?.name ?? '' });
    return;
  }
  const expected = misfit(table, def.type, node.text);
  if (expected !== undefined) findings.add('wrong-value', trail, { observed: node.text, expected });
  else if (def.fixed !== undefined && !sameValue(table, def, node.text)) {
    findings.add('fixed-value', trail, { observed: node.text, expected: def.fixed });
  }
}

/** `true` and `1` are the same value of a boolean. */
function sameValue(table: Table, def: ElementDef, raw: string): boolean {
  const base = baseOf(table, def.type);
  const value = normalized(raw, base);
  return value === def.fixed || (base === 'xs:boolean' && value === 'true' && def.fixed === '1');
}

/** The children that the type knows by name and namespace; the others are reported. */
function knownChildren(table: Table, type: ComplexType, trail: Trail, findings: Findings): readonly XmlNode[] {
  const fits = (child: XmlNode): boolean => {
    const def = type.elements.get(child.name);
    return def !== undefined && child.uri === (def.qualified ? table.namespace : '');
  };
  if (trail.node.children.every(fits)) return trail.node.children;
  return trail.node.children.filter((child) => {
    const known = fits(child);
    if (!known) {
      findings.add(
        'unknown-element',
        { node: child, parent: trail },
        { observed: child.name, expected: [...type.elements.keys()].join(' | ') },
      );
    }
    return known;
  });
}

/** Checks an element against its type, and everything below it. */
export function checkElement(table: Table, def: ElementDef, trail: Trail, findings: Findings): void {
  const type = table.complex.get(def.type);
  if (type === undefined) {
    checkLeaf(table, def, trail, findings);
    return;
  }
  checkAttributes(type, trail, findings);
  if (type.open) return;
  if (!blank.test(trail.node.text)) findings.add('text-not-allowed', trail, { observed: trail.node.text.trim() });
  const children = knownChildren(table, type, trail, findings);
  const matching: Matching = { children, trail, findings, at: 0 };
  match(matching, type.content);
  for (const [index, child] of children.entries()) {
    const own: Trail = { node: child, parent: trail };
    if (index >= matching.at) findings.add('surplus-element', own, { observed: child.name, expected: namesIn(type.content) });
    const childDef = type.elements.get(child.name);
    if (childDef !== undefined) checkElement(table, childDef, own, findings);
  }
}
