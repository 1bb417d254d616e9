// SPDX-License-Identifier: EUPL-1.2
import type { XmlNode } from '../xml/node.ts';

export type StructureRule =
  | 'missing-element'
  | 'unknown-element'
  | 'surplus-element'
  | 'wrong-value'
  | 'fixed-value'
  | 'missing-attribute'
  | 'unknown-attribute'
  | 'text-not-allowed'
  | 'elements-not-allowed';

export type ContentRule =
  | 'type-differs-from-root'
  | 'uuid-doubled'
  | 'position-doubled'
  | 'position-partly'
  | 'period-reversed'
  | 'filed-without-date'
  | 'retention-before-closing'
  | 'retention-not-over'
  | 'not-appraised-for-archive'
  | 'nothing-but-context'
  | 'package-number'
  | 'file-doubled'
  | 'file-missing'
  | 'file-surplus'
  | 'file-empty'
  | 'hash-missing'
  | 'hash-mismatch'
  | 'hash-unknown'
  | 'document-without-file'
  | 'failure-without-reason'
  | 'step-refers-nowhere'
  | 'plan-code-doubled'
  | 'package-name';

export type Rule = StructureRule | ContentRule;
export type Level = 'error' | 'warning';

/** One place where a message is not as it should be. */
export interface Finding {
  readonly rule: Rule;
  readonly level: Level;
  /** Names from the root, with positions where a name repeats. */
  readonly path: string;
  /** From one; nought where the finding is about something outside the XML text. */
  readonly line: number;
  readonly column: number;
  /** What was seen: name or value, shortened. */
  readonly observed: string;
  /** What should be there, where that can be said. */
  readonly expected: string;
}

/** The way from the root to an element; positions are only counted when a path is asked for. */
export interface Trail {
  readonly node: XmlNode;
  readonly parent: Trail | undefined;
}

/** `/Root/Child[2]/Grandchild`. */
export function pathOf(trail: Trail): string {
  if (trail.parent === undefined) return `/${trail.node.name}`;
  const same = trail.parent.node.children.filter((child) => child.name === trail.node.name);
  const position = same.length > 1 ? `[${same.indexOf(trail.node) + 1}]` : '';
  return `${pathOf(trail.parent)}/${trail.node.name}${position}`;
}

/** Findings in the order of the text; after five hundred of one rule the rest is only counted. */
export class Findings {
  readonly list: Finding[] = [];
  readonly counts = new Map<Rule, number>();
  private readonly most = 500;

  add(rule: Rule, trail: Trail, about: { observed?: string; expected?: string; level?: Level; child?: string } = {}): void {
    const count = (this.counts.get(rule) ?? 0) + 1;
    this.counts.set(rule, count);
    if (count > this.most) return;
    const { observed = '', expected = '', level = 'error', child } = about;
    const path = child === undefined ? pathOf(trail) : `${pathOf(trail)}/${child}`;
    const { line, column } = trail.node;
    this.list.push({ rule, level, path, line, column, observed: observed.slice(0, 200), expected: expected.slice(0, 300) });
  }

  /** How many findings are not in the list. */
  omitted(): number {
    let all = 0;
    for (const count of this.counts.values()) all += count;
    return all - this.list.length;
  }
}
