// SPDX-License-Identifier: EUPL-1.2
import { ciiRules } from '../syntax/cii-rules.ts';
import { countRules } from '../syntax/count-rules.ts';
import { restrictions } from '../syntax/forbidden.ts';
import { ublRules } from '../syntax/ubl-rules.ts';
import { codeRules } from './en/codes.ts';
import { lineRules } from './en/lines.ts';
import { requiredRules } from './en/required.ts';
import { totalRules } from './en/totals.ts';
import { vatRules } from './en/vat.ts';
import { peppolRules } from './peppol/rules.ts';
import type { AnyRule, Level, SetName, SyntaxFamily } from './rule.ts';
import { structureRules } from './structure.ts';
import { cvdRules } from './xrechnung/cvd.ts';
import { documentRules } from './xrechnung/document.ts';
import { extensionRules } from './xrechnung/extension.ts';
import { paymentRules } from './xrechnung/payment.ts';

/** The business rules of EN 16931 (BR-*). */
export const businessRules: readonly AnyRule[] = [...requiredRules, ...lineRules, ...totalRules, ...vatRules, ...codeRules];
/** The rules of the bindings beyond the restriction tables. */
export const bindingRules: readonly AnyRule[] = [...countRules, ...ublRules, ...ciiRules];
/** The rules of XRechnung by the part that an invoice announces. */
export const germanRules = {
  base: [...documentRules, ...paymentRules, ...peppolRules] as readonly AnyRule[],
  extension: extensionRules,
  cvd: cvdRules,
};

/** What the catalogue tells about a rule. */
export interface RuleInfo {
  readonly id: string;
  readonly set: SetName;
  readonly level: Level;
  readonly terms: readonly string[];
  readonly families: readonly SyntaxFamily[];
  /** For restrictions: the path that must not be there. */
  readonly path?: string;
}

function infoOf(rule: AnyRule): RuleInfo {
  const { id, set, level, terms } = rule;
  return { id, set, level, terms, families: rule.only === undefined ? ['ubl', 'cii'] : [rule.only] };
}

function restrictionInfos(family: SyntaxFamily): RuleInfo[] {
  const set: SetName = family === 'ubl' ? 'ubl-syntax' : 'cii-syntax';
  return restrictions[family].map(({ id, level, path }) => ({ id, set, level, terms: [], families: [family], path }));
}

function allInfos(): Map<string, RuleInfo> {
  const rules = [
    ...businessRules,
    ...bindingRules,
    ...germanRules.base,
    ...germanRules.extension,
    ...germanRules.cvd,
    ...structureRules,
  ];
  return new Map([...restrictionInfos('ubl'), ...restrictionInfos('cii'), ...rules.map(infoOf)].map((info) => [info.id, info]));
}

let known: Map<string, RuleInfo> | undefined;

/** Every rule by its id. */
export function ruleCatalogue(): ReadonlyMap<string, RuleInfo> {
  known ??= allInfos();
  return known;
}
