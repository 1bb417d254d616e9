// SPDX-License-Identifier: EUPL-1.2
import { decimalPlaces, type Facts } from '../rules/facts.ts';
import type { AnyRule } from '../rules/rule.ts';
import { childrenNamed, collapse, select, textOf, type XmlElement } from '../xml/element.ts';
import { distinct, ending, everyElement, first, named, syntaxRule, wholeDocument } from './parts.ts';

function moneyWithManyDecimals(facts: Facts): XmlElement[] {
  return ending('Amount')(facts).filter((element) => {
    if (element.local.endsWith('PriceAmount')) return false;
    const price = element.parent?.name === 'cac:AllowanceCharge' && element.parent.parent?.name === 'cac:Price';
    return !price && decimalPlaces(textOf(element)) > 2;
  });
}

function type130(element: XmlElement): boolean {
  return first(element, 'cbc:DocumentTypeCode') === '130';
}

function typeCodeWrong(element: XmlElement, facts: Facts): boolean {
  const code = first(element, 'cbc:DocumentTypeCode');
  if (code === '130' || (facts.element.local === 'CreditNote' && code === '50')) return false;
  return code !== undefined || select(element, 'cbc:ID').some((id) => id.attributes['schemeID'] !== undefined);
}

/** The payee has to be somebody else than the seller; a payee without a name fails as well. */
function payeeName(element: XmlElement, facts: Facts): boolean {
  const names = select(element, 'cac:PartyName/cbc:Name');
  const seller = select(facts.element, 'cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName');
  return names.some((name) => seller.some((other) => other.text !== name.text));
}

function payeeRule(id: string, tooMany: (element: XmlElement) => boolean): AnyRule {
  return syntaxRule(id, 'error', {
    at: named('cac:PayeeParty'),
    fails: (element, facts) => tooMany(element) || !payeeName(element, facts),
  });
}

function idsOtherThanSepa(element: XmlElement): number {
  return select(element, 'cac:PartyIdentification/cbc:ID').filter(
    (id) => (id.attributes['schemeID'] ?? 'SEPA').toUpperCase() !== 'SEPA',
  ).length;
}

function sepaIds(facts: Facts): XmlElement[] {
  return facts
    .named('cac:PartyIdentification')
    .flatMap((each) => childrenNamed(each, 'cbc:ID'))
    .filter((id) => id.attributes['schemeID']?.toUpperCase() === 'SEPA');
}

function namesBesidePaymentMeans(facts: Facts): XmlElement[] {
  return [...everyElement(facts.element)].filter(
    (element) => element.attributes['name'] !== undefined && element.name !== 'cbc:PaymentMeansCode',
  );
}

/** Rules of the UBL binding that are neither a list of forbidden elements nor a count. */
export const ublRules: readonly AnyRule[] = [
  syntaxRule('UBL-CR-002', 'warning', {
    at: named('cbc:UBLVersionID'),
    fails: (element, facts) => element.parent === facts.element && element.text !== '2.1',
  }),
  syntaxRule('UBL-CR-412', 'warning', {
    at: (facts) => (facts.element.name === 'cn:CreditNote' ? [] : select(facts.element, 'cac:PaymentMeans/cbc:PaymentDueDate')),
    fails: () => true,
  }),
  syntaxRule('UBL-CR-665', 'warning', {
    at: named('cac:AdditionalDocumentReference'),
    fails: (element) => !type130(element) && select(element, 'cbc:ID').some((id) => id.attributes['schemeID'] !== undefined),
  }),
  syntaxRule('UBL-CR-666', 'error', {
    at: named('cac:AdditionalDocumentReference'),
    fails: (element) => type130(element) && select(element, 'cac:Attachment').length > 0,
  }),
  syntaxRule('UBL-CR-673', 'error', {
    at: named('cac:AdditionalDocumentReference'),
    fails: (element) => type130(element) && select(element, 'cbc:DocumentDescription').length > 0,
  }),
  syntaxRule('UBL-DT-01', 'error', {
    at: moneyWithManyDecimals,
    fails: (element) => ({ observed: collapse(element.text), expected: '≤ 2' }),
  }),
  syntaxRule('UBL-DT-06', 'error', {
    at: ending('BinaryObject'),
    fails: (element) => element.attributes['mimeCode'] === undefined,
  }),
  syntaxRule('UBL-DT-07', 'error', {
    at: ending('BinaryObject'),
    fails: (element) => element.attributes['filename'] === undefined,
  }),
  syntaxRule('UBL-DT-18', 'warning', { at: namesBesidePaymentMeans, fails: () => true }),
  payeeRule('UBL-SR-19', (element) => select(element, 'cac:PartyName/cbc:Name').length > 1),
  payeeRule('UBL-SR-20', (element) => idsOtherThanSepa(element) > 1),
  payeeRule('UBL-SR-21', (element) => select(element, 'cac:PartyLegalEntity/cbc:CompanyID').length > 1),
  syntaxRule('UBL-SR-29', 'error', { at: (facts) => sepaIds(facts).slice(1), fails: () => true }),
  syntaxRule('UBL-SR-43', 'error', { at: named('cac:AdditionalDocumentReference'), fails: typeCodeWrong }),
  syntaxRule('UBL-SR-44', 'error', { at: wholeDocument, fails: (_element, facts) => distinct(facts.named('cbc:PaymentID')) > 1 }),
  syntaxRule('UBL-SR-47', 'error', {
    at: wholeDocument,
    fails: (_element, facts) => distinct(facts.named('cbc:PaymentMeansCode')) > 1,
  }),
  syntaxRule('UBL-SR-53', 'error', {
    at: named('cac:PartyTaxScheme'),
    fails: (element) => select(element, 'cac:TaxScheme/cbc:ID').length === 0 || select(element, 'cbc:CompanyID').length === 0,
  }),
];
