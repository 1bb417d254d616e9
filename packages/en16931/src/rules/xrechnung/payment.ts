// SPDX-License-Identifier: EUPL-1.2
// XRechnung 3.0.2, national rules about payment.
import type { Group } from '../../model/invoice.ts';
import { inside, top, wholeInvoice } from '../en/shape.ts';
import { type Facts, firstValue, groupOf, groupsOf, has, textIn } from '../facts.ts';
import type { AnyRule } from '../rule.ts';
import { isIban } from './iban.ts';
import { rulesOf } from './shape.ts';

const { about } = rulesOf('xrechnung');
const means = top('BG-16');

function meansOf(...codes: string[]): (facts: Facts) => Group[] {
  return (facts) => means(facts).filter((group) => codes.includes(textIn(group, 'BT-81')));
}

function hasCard(group: Group): boolean {
  return groupsOf(group, 'BG-18').length > 0;
}

function hasTransfer(group: Group): boolean {
  return groupsOf(group, 'BG-17').some((account) => !account.virtual);
}

/** A bank of the payee without an account counts in CII for one of the rules. */
function hasTransferOrBank(group: Group): boolean {
  return (
    groupsOf(group, 'BG-17').length > 0 ||
    group.element.children.some((child) => child.name === 'ram:PayerSpecifiedDebtorFinancialInstitution')
  );
}

/** In UBL the mandate belongs to the payment means; in CII its parts are spread over the settlement. */
function hasMandate(group: Group, facts: Facts): boolean {
  if (facts.family === 'ubl') return groupsOf(group, 'BG-19').length > 0;
  const spread = groupOf(facts.root, 'BG-19');
  return has(spread, 'BT-89') || has(spread, 'BT-90') || has(groupOf(group, 'BG-19'), 'BT-91');
}

function anyMandate(facts: Facts): readonly Group[] {
  return inside(means, 'BG-19')(facts);
}

function creditorMissing(_root: Group, facts: Facts): boolean {
  const spread = groupOf(facts.root, 'BG-19');
  const mandates = anyMandate(facts);
  if (facts.family === 'ubl') return mandates.length > 0 && !has(spread, 'BT-90');
  const others = has(spread, 'BT-89') || mandates.some((each) => has(each, 'BT-91'));
  return (others || has(spread, 'BT-90')) && !(others && has(spread, 'BT-90'));
}

function debitedAccountMissing(_root: Group, facts: Facts): boolean {
  const spread = groupOf(facts.root, 'BG-19');
  const mandates = anyMandate(facts);
  const account = mandates.some((each) => has(each, 'BT-91'));
  if (facts.family === 'ubl') return mandates.length > 0 && !account;
  const others = has(spread, 'BT-89') || has(spread, 'BT-90');
  return (others || account) && !(others && account);
}

function creditAccount(group: Group): string {
  if (group.element.name === 'cac:PaymentMeans') return firstValue(groupOf(group, 'BG-17'), 'BT-84')?.raw ?? '';
  const account = groupsOf(group, 'BG-17').find((each) => !each.virtual)?.element;
  return account?.children.find((child) => child.name === 'ram:IBANID')?.text ?? '';
}

/** Rules about payment. */
export const paymentRules: readonly AnyRule[] = [
  about('BR-DE-19', ['BT-84'], {
    at: meansOf('58'),
    level: 'warning',
    fails: (group) => (isIban(creditAccount(group)) ? false : { observed: creditAccount(group).slice(0, 40) }),
  }),
  about('BR-DE-20', ['BT-91'], {
    at: meansOf('59'),
    level: 'warning',
    fails: (group) => {
      const account = firstValue(groupOf(group, 'BG-19'), 'BT-91')?.raw ?? '';
      return isIban(account) ? false : { observed: account.slice(0, 40) };
    },
  }),
  about('BR-DE-23-a', ['BG-17'], { at: meansOf('30', '58'), fails: (group) => !hasTransfer(group) }),
  about('BR-DE-23-b', ['BG-18', 'BG-19'], {
    at: meansOf('30', '58'),
    fails: (group, facts) => hasCard(group) || hasMandate(group, facts),
  }),
  about('BR-DE-24-a', ['BG-18'], { at: meansOf('48', '54', '55'), fails: (group) => !hasCard(group) }),
  about('BR-DE-24-b', ['BG-17', 'BG-19'], {
    at: meansOf('48', '54', '55'),
    fails: (group, facts) => hasTransfer(group) || hasMandate(group, facts),
  }),
  about('BR-DE-25-a', ['BG-19'], { at: meansOf('59'), fails: (group, facts) => !hasMandate(group, facts) }),
  about('BR-DE-25-b', ['BG-17', 'BG-18'], { at: meansOf('59'), fails: (group) => hasTransferOrBank(group) || hasCard(group) }),
  about('BR-DE-30', ['BT-90'], { at: wholeInvoice, fails: creditorMissing }),
  about('BR-DE-31', ['BT-91'], { at: wholeInvoice, fails: debitedAccountMissing }),
];
