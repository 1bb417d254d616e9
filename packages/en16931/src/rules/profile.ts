// SPDX-License-Identifier: EUPL-1.2
import { firstValue, groupOf, type Invoice } from '../model/invoice.ts';

const en = 'urn:cen.eu:en16931:2017';
const cius = `${en}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0`;

/** The identifiers (BT-24) of XRechnung 3.0 and of what is built on it. */
export const specifications = {
  en,
  cius,
  extension: `${cius}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`,
  cvd: `${cius}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`,
} as const;

/** What an invoice claims to be. `xrechnung-other` claims to be an XRechnung of a version that these rules are not made for. */
export type Profile =
  | 'xrechnung'
  | 'xrechnung-extension'
  | 'xrechnung-cvd'
  | 'xrechnung-other'
  | 'en16931'
  | 'peppol'
  | 'factur-x'
  | 'no-invoice'
  | 'unknown';

const exact: Readonly<Record<string, Profile>> = {
  [specifications.cius]: 'xrechnung',
  [specifications.extension]: 'xrechnung-extension',
  [specifications.cvd]: 'xrechnung-cvd',
  [specifications.en]: 'en16931',
};

/** The specification identifier exactly as given. */
export function specificationOf(invoice: Invoice): string {
  return firstValue(groupOf(invoice.root, 'BG-2'), 'BT-24')?.raw ?? '';
}

/** The profile that a specification identifier announces. MINIMUM and BASIC WL are accounting aids, no invoices. */
export function profileOf(specification: string): Profile {
  const text = specification.trim();
  const known = exact[text];
  if (known !== undefined) return known;
  if (/xrechnung/i.test(text)) return 'xrechnung-other';
  if (/:(minimum|basicwl)$/i.test(text)) return 'no-invoice';
  if (/factur-x|zugferd/i.test(text)) return 'factur-x';
  if (text.startsWith(en) && /peppol/i.test(text)) return 'peppol';
  return 'unknown';
}

/** Whether the German rules apply. */
export function isXRechnung(profile: Profile): boolean {
  return profile.startsWith('xrechnung');
}
