// SPDX-License-Identifier: EUPL-1.2
import { readTree } from './binding/read.ts';
import type { Invoice } from './model/invoice.ts';
import { germanRules } from './rules/catalogue.ts';
import { ask, askBusinessRules, askSyntax, type Violation } from './rules/engine.ts';
import { gatherFacts } from './rules/facts.ts';
import { isXRechnung, type Profile, profileOf, specificationOf } from './rules/profile.ts';
import { structureRules } from './rules/structure.ts';
import type { XmlElement } from './xml/element.ts';

/** An invoice with everything that the rules found, before levels are adjusted and texts are added. */
export interface Checked {
  readonly invoice: Invoice;
  readonly profile: Profile;
  readonly violations: readonly Violation[];
}

/** How to check. */
export interface CheckOptions {
  /** The profile that the recipient demands, whatever the invoice announces. */
  readonly demand?: Profile;
}

/** Reads an element tree and asks all rules that its profile calls for. Throws `Unreadable` if the root is no invoice. */
export function checkTree(root: XmlElement, options: CheckOptions = {}): Checked {
  return checkInvoice(readTree(root), options);
}

/** Asks all rules that the profile of an invoice calls for. */
export function checkInvoice(invoice: Invoice, options: CheckOptions = {}): Checked {
  const facts = gatherFacts(invoice);
  const profile = options.demand ?? profileOf(specificationOf(invoice));
  const violations = [...ask(structureRules, facts), ...askSyntax(facts), ...askBusinessRules(facts)];
  if (isXRechnung(profile)) violations.push(...ask(germanRules.base, facts));
  if (profile === 'xrechnung-extension') violations.push(...ask(germanRules.extension, facts));
  if (profile === 'xrechnung-cvd') violations.push(...ask(germanRules.cvd, facts));
  return { invoice, profile, violations };
}
