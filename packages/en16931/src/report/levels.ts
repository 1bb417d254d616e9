// SPDX-License-Identifier: EUPL-1.2
// KoSIT decides on acceptance with levels of its own for some rules (validator-configuration-xrechnung, release 2026-01-31).
import type { Syntax } from '../model/invoice.ts';
import type { Profile } from '../rules/profile.ts';
import type { Level } from '../rules/rule.ts';

type Overrides = Readonly<Record<string, Level>>;

const warned: Overrides = { 'BR-CL-23': 'warning', 'BR-CL-21': 'warning' };
const subLines: Overrides = { 'UBL-CR-646': 'error' };
const ciiCounts: Overrides = { 'CII-SR-452': 'error', 'CII-SR-453': 'error', 'CII-SR-454': 'error' };
const widened: Overrides = {
  'BR-CL-21': 'information',
  'BR-CL-23': 'warning',
  'BR-CL-24': 'information',
  'BR-CL-10': 'information',
  'BR-CL-11': 'information',
  'BR-CL-25': 'information',
  'BR-CL-26': 'information',
};
const vehicles: Overrides = { 'BR-CL-13': 'information', ...warned };

const table: Partial<Record<Profile, Readonly<Record<Syntax, Overrides>>>> = {
  xrechnung: { 'ubl-invoice': { ...warned, ...subLines }, 'ubl-credit-note': warned, cii: { ...warned, ...ciiCounts } },
  'xrechnung-extension': {
    'ubl-invoice': { ...widened, 'BR-CO-16': 'information', 'UBL-CR-470': 'information', 'UBL-CR-646': 'information' },
    'ubl-credit-note': {},
    cii: { ...widened, ...ciiCounts },
  },
  'xrechnung-cvd': {
    'ubl-invoice': { ...vehicles, ...subLines },
    'ubl-credit-note': { ...vehicles, ...subLines },
    cii: { ...vehicles, ...ciiCounts },
  },
};

/** The eleven scenarios for which KoSIT's configuration recommends acceptance or rejection. */
export function hasScenario(profile: Profile, syntax: Syntax): boolean {
  if (profile === 'xrechnung-extension') return syntax !== 'ubl-credit-note';
  return profile === 'xrechnung' || profile === 'xrechnung-cvd' || profile === 'en16931';
}

/** The level that a scenario gives to a rule, or undefined if it leaves the rule's own. */
export function overriddenLevel(rule: string, profile: Profile, syntax: Syntax): Level | undefined {
  return table[profile]?.[syntax][rule];
}
