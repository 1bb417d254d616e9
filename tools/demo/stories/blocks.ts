// SPDX-License-Identifier: EUPL-1.2
import type { Block } from '../papers/letter.ts';

/**
 * The lines of a text as parts of a paper: `## ` heading, `1. ` item, `| a | b` row, `---` new page,
 * `@lageplan 6` drawing with so many parking bays.
 */
export function blocksOf(lines: readonly string[]): Block[] {
  return lines.filter((line) => line.trim() !== '').map(blockOf);
}

function blockOf(line: string): Block {
  if (line === '---') return { kind: 'break' };
  if (line.startsWith('@lageplan')) return { kind: 'plan', bays: Number(line.slice(10) || '5') };
  if (line.startsWith('## ')) return { kind: 'heading', text: line.slice(3) };
  const [, mark, item] = /^(\d+\.) (.*)$/.exec(line) ?? [];
  if (mark !== undefined && item !== undefined) return { kind: 'item', mark, text: item };
  const [, left, right] = /^\| ([^|]+) \| (.*)$/.exec(line) ?? [];
  if (left !== undefined && right !== undefined) return { kind: 'row', left, right };
  return { kind: 'text', text: line };
}

/** Puts the salutation first; without one the first sentence begins with a capital letter. */
export function withSalutation(blocks: readonly Block[], salutation: string | undefined): Block[] {
  if (salutation !== undefined) return [{ kind: 'text', text: salutation }, ...blocks];
  const [first, ...rest] = blocks;
  if (first?.kind !== 'text') return [...blocks];
  return [{ kind: 'text', text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

/** What stands below every decision that somebody may contest (§ 58 VwGO). */
export const remedy: readonly Block[] = [
  { kind: 'heading', text: 'Ihre Rechte' },
  {
    kind: 'text',
    text: 'Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Klage beim Verwaltungsgericht, Gerichtsstraße 2, 48100 Münsterberg, erheben (§ 74 VwGO). Rufen Sie uns vorher gern an: Vieles lässt sich ohne Gericht klären. Die Frist verlängert sich dadurch nicht.',
  },
];
