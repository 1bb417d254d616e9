// SPDX-License-Identifier: EUPL-1.2

/** Values that a reference template may name. */
export interface ReferenceParts {
  readonly unit?: string;
  readonly plan?: string;
  readonly file?: string;
  readonly fileNo?: number;
  readonly case?: string;
  readonly caseNo?: number;
  readonly documentNo?: number;
  readonly year?: number;
}

/** What a reference can be made of. */
export type Slot = 'unit' | 'plan.code' | 'file' | 'file.seq' | 'case' | 'case.seq' | 'doc.seq' | 'YYYY';

/** Within what files are counted: their place in the plan, that and the year, or their lead unit. */
export type CountingScope = 'plan' | 'year' | 'unit';

/** One piece of a template: literal text, or a slot with the least number of its digits and what it is counted within. */
export type Piece =
  | { readonly literal: string }
  | { readonly slot: Slot; readonly width: number; readonly scope?: CountingScope };

const slots: readonly Slot[] = ['unit', 'plan.code', 'file', 'file.seq', 'case', 'case.seq', 'doc.seq', 'YYYY'];
const scopes: readonly CountingScope[] = ['plan', 'year', 'unit'];
const widestNumber = 12;

/** Takes a template such as `{plan.code}-{file.seq:4}` or `{unit}/{file.seq:4:unit}` apart. Undefined when it names something unknown. */
export function parseTemplate(template: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let rest = template;
  while (rest !== '') {
    const open = rest.indexOf('{');
    if (open !== 0) {
      const literal = open < 0 ? rest : rest.slice(0, open);
      if (literal.includes('}')) return undefined;
      pieces.push({ literal });
      rest = rest.slice(literal.length);
      continue;
    }
    const close = rest.indexOf('}');
    const piece = close < 0 ? undefined : slotPiece(rest.slice(1, close));
    if (!piece) return undefined;
    pieces.push(piece);
    rest = rest.slice(close + 1);
  }
  return pieces;
}

function slotPiece(inner: string): Piece | undefined {
  const [name = '', width = '0', scope, ...more] = inner.split(':');
  const slot = slots.find((known) => known === name);
  if (!slot || more.length > 0 || !/^\d{1,2}$/.test(width) || Number(width) > widestNumber) return undefined;
  if (scope === undefined) return { slot, width: Number(width) };
  const within = scopes.find((known) => known === scope);
  return within && slot === 'file.seq' ? { slot, width: Number(width), scope: within } : undefined;
}

/** Within what a file template counts. */
export function scopeOf(template: string): CountingScope {
  const counted = parseTemplate(template)?.find((piece) => 'slot' in piece && piece.slot === 'file.seq');
  return (counted && 'slot' in counted ? counted.scope : undefined) ?? 'plan';
}

/** Name of the counter that a file at this place draws from. */
export function counterOf(template: string, place: { planUnit: string; leadUnit: string; year: number }): string {
  const scope = scopeOf(template);
  if (scope === 'unit') return `file:unit:${place.leadUnit}`;
  return scope === 'year' ? `file:${place.planUnit}:${place.year}` : `file:${place.planUnit}`;
}

/** Writes a reference. Throws where a template asks for what this object does not have: templates are checked when they are set. */
export function writeReference(template: string, parts: ReferenceParts): string {
  const pieces = parseTemplate(template);
  if (!pieces) throw new Error(`reference template is malformed: ${template}`);
  return pieces
    .map((piece) => ('literal' in piece ? piece.literal : slotValue(piece.slot, parts).padStart(piece.width, '0')))
    .join('');
}

function slotValue(slot: Slot, parts: ReferenceParts): string {
  const values: Record<Slot, string | number | undefined> = {
    unit: parts.unit,
    'plan.code': parts.plan,
    file: parts.file,
    'file.seq': parts.fileNo,
    case: parts.case,
    'case.seq': parts.caseNo,
    'doc.seq': parts.documentNo,
    YYYY: parts.year,
  };
  const value = values[slot];
  if (value === undefined) throw new Error(`reference template needs ${slot}`);
  return String(value);
}

/** Key that sorts references as people read them: every number is padded to eight digits. */
export function sortKeyOf(reference: string): string {
  return reference.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(8, '0'));
}
