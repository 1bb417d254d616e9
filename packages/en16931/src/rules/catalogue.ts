// SPDX-License-Identifier: EUPL-1.2
import { countRules } from '../syntax/count-rules.ts';
import { ciiRules } from '../syntax/cii-rules.ts';
import { ublRules } from '../syntax/ubl-rules.ts';
import { codeRules } from './en/codes.ts';
import { lineRules } from './en/lines.ts';
import { requiredRules } from './en/required.ts';
import { totalRules } from './en/totals.ts';
import { vatRules } from './en/vat.ts';
import type { AnyRule } from './rule.ts';

/** The business rules of EN 16931 (BR-*). */
export const businessRules: readonly AnyRule[] = [...requiredRules, ...lineRules, ...totalRules, ...vatRules, ...codeRules];
/** The rules of the bindings beyond the restriction tables. */
export const bindingRules: readonly AnyRule[] = [...countRules, ...ublRules, ...ciiRules];
