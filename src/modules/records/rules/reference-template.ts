// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';
import { parseTemplate, type Piece, type Slot, scopeOf } from './reference.ts';

/** What a template can be for. */
export type TemplateKind = 'file' | 'case' | 'document';

const allowed: Record<TemplateKind, readonly Slot[]> = {
  file: ['unit', 'plan.code', 'file.seq', 'YYYY'],
  case: ['file', 'case.seq', 'YYYY'],
  document: ['unit', 'case', 'doc.seq', 'YYYY'],
};

/** Without these, two objects could get the same reference. */
const needed: Record<TemplateKind, readonly Slot[]> = { file: ['file.seq'], case: ['file', 'case.seq'], document: ['case'] };
const neededForScope: Record<ReturnType<typeof scopeOf>, readonly Slot[]> = {
  plan: ['plan.code'],
  year: ['plan.code', 'YYYY'],
  unit: ['unit'],
};
const longestTemplate = 80;

/** May this template be set? It must be readable again, and never write the same for two objects. */
export function mayUseTemplate(kind: TemplateKind, template: string): Refusal | undefined {
  const pieces = template.length <= longestTemplate ? parseTemplate(template) : undefined;
  if (!pieces) return wrong('malformed');
  const slots = pieces.flatMap((piece) => ('slot' in piece ? [piece.slot] : []));
  const foreign = slots.find((slot) => !allowed[kind].includes(slot));
  if (foreign) return wrong('foreign-slot', foreign);
  const twice = slots.find((slot, index) => slots.indexOf(slot) !== index);
  if (twice) return wrong('twice', twice);
  const musts = kind === 'file' ? [...needed.file, ...neededForScope[scopeOf(template)]] : needed[kind];
  const missing = musts.find((slot) => !slots.includes(slot));
  if (missing) return wrong('missing', missing);
  return pieces.some((_, index) => touches(pieces.slice(index, index + 3))) ? wrong('touching') : undefined;
}

/** Between two slots must stand a sign, or `32.1` and `104` would read like `32.11` and `04`. */
function touches([piece, next, after]: readonly Piece[]): boolean {
  if (!piece || !next || 'literal' in piece) return false;
  if ('slot' in next) return true;
  return after !== undefined && !/[^0-9A-Za-z]/.test(next.literal);
}

function wrong(why: string, slot = ''): Refusal {
  const reason = `records.template.${why}`;
  return new Refusal('invalid', reason, slot === '' ? {} : { slot: `{${slot}}` }, { template: reason });
}
