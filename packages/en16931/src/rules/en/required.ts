// SPDX-License-Identifier: EUPL-1.2
// What must be there: EN 16931-1, 6.4.1 (BR-1 to BR-65), parties and document.
import { type Facts, groupOf, groupsOf, has, says, textIn, firstValue, valuesOf } from '../facts.ts';
import type { Group } from '../../model/invoice.ts';
import { type AnyRule, rule } from '../rule.ts';
import { filled, groupRule, inside, present, top, wholeInvoice, type Groups } from './shape.ts';

const seller = top('BG-4');
const representative = top('BG-11');

/** In CII the country is asked for even if the whole address is missing; in UBL only inside an address. */
function countryOf(id: string, term: string, [party, address]: readonly [string, string]): AnyRule {
  return groupRule(id, [term], {
    at: (facts) => (facts.family === 'cii' ? [facts.root] : groupsOf(groupOf(facts.root, party), address)),
    fails: (place, facts) => !says(facts.family === 'cii' ? groupOf(groupOf(facts.root, party), address) : place, term),
  });
}

function nameOf(id: string, party: string, term: string): AnyRule {
  return groupRule(id, [term], { at: wholeInvoice, fails: (root) => !says(groupOf(root, party), term) });
}

function addressOf(id: string, party: string, address: string): AnyRule {
  return groupRule(id, [address], { at: wholeInvoice, fails: (root) => groupsOf(groupOf(root, party), address).length === 0 });
}

function issueDateMissing(facts: Facts): boolean {
  const value = firstValue(facts.root, 'BT-2');
  if (value === undefined || value.text === '') return true;
  return facts.family === 'cii' && value.attributes['format'] !== '102';
}

function schemeMissing(party: Group, facts: Facts, term: string): boolean {
  if (facts.family === 'ubl') return valuesOf(party, term).some((value) => value.attributes['schemeID'] === undefined);
  const [address] = party.element.children.filter((child) => child.name === 'ram:URIUniversalCommunication');
  if (address === undefined) return false;
  return !address.children.some((child) => child.name === 'ram:URIID' && (child.attributes['schemeID'] ?? '').trim() !== '');
}

function electronicAddress(id: string, term: string, group: string): AnyRule {
  return groupRule(id, [term], { at: top(group), fails: (party, facts) => schemeMissing(party, facts, term) });
}

function payeeIsSeller(facts: Facts): boolean {
  const payee = groupOf(facts.root, 'BG-10');
  const from = groupOf(facts.root, 'BG-4');
  const meets = (own: string, other: string) =>
    valuesOf(payee, own).some((mine) => valuesOf(from, other).some((theirs) => theirs.raw === mine.raw));
  if (facts.family === 'ubl') return meets('BT-59', 'BT-28') || meets('BT-60', 'BT-29');
  return meets('BT-59', 'BT-27') || meets('BT-60', 'BT-29') || meets('BT-61', 'BT-30');
}

/** UBL names a supporting document and the invoiced object with the same element; both need an identifier. */
function referenceMissing(facts: Facts): boolean {
  const name = facts.family === 'ubl' ? 'cac:AdditionalDocumentReference' : 'ram:AdditionalReferencedDocument';
  const id = facts.family === 'ubl' ? 'cbc:ID' : 'ram:IssuerAssignedID';
  return facts.named(name).some((element) => !element.children.some((child) => child.name === id && child.text.trim() !== ''));
}

const delivery = top('BG-13');
const means = top('BG-16');

function isTransfer(code: string): boolean {
  return code === '30' || code === '58';
}

const accounts: Groups = (facts) =>
  means(facts)
    .filter((group) => isTransfer(textIn(group, 'BT-81')))
    .flatMap((group) => groupsOf(group, 'BG-17').filter((each) => !each.virtual));

/** Rules about the document, its parties, its references and its payment. */
export const requiredRules: readonly AnyRule[] = [
  groupRule('BR-01', ['BT-24'], { at: wholeInvoice, fails: (root) => !says(groupOf(root, 'BG-2'), 'BT-24') }),
  filled('BR-02', 'BT-1', wholeInvoice),
  groupRule('BR-03', ['BT-2'], { at: wholeInvoice, fails: (_root, facts) => issueDateMissing(facts) }),
  filled('BR-04', 'BT-3', wholeInvoice),
  filled('BR-05', 'BT-5', wholeInvoice),
  nameOf('BR-06', 'BG-4', 'BT-27'),
  nameOf('BR-07', 'BG-7', 'BT-44'),
  addressOf('BR-08', 'BG-4', 'BG-5'),
  countryOf('BR-09', 'BT-40', ['BG-4', 'BG-5']),
  addressOf('BR-10', 'BG-7', 'BG-8'),
  countryOf('BR-11', 'BT-55', ['BG-7', 'BG-8']),
  groupRule('BR-16', ['BG-25'], { at: wholeInvoice, fails: (root) => groupsOf(root, 'BG-25').length === 0 }),
  groupRule('BR-17', ['BT-59'], { at: top('BG-10'), fails: (payee, facts) => !has(payee, 'BT-59') || payeeIsSeller(facts) }),
  filled('BR-18', 'BT-62', representative),
  groupRule('BR-19', ['BG-12'], { at: representative, fails: (party) => groupsOf(party, 'BG-12').length === 0 }),
  groupRule('BR-20', ['BT-69'], {
    at: (facts) => (facts.family === 'cii' ? representative(facts) : inside(representative, 'BG-12')(facts)),
    fails: (place, facts) => !says(facts.family === 'cii' ? groupOf(place, 'BG-12') : place, 'BT-69'),
  }),
  groupRule('BR-49', ['BT-81'], { at: means, fails: (group) => !has(group, 'BT-81') }),
  filled('BR-50', 'BT-84', accounts),
  rule<Group>({
    id: 'BR-51',
    set: 'en16931',
    level: 'warning',
    terms: ['BT-87'],
    at: inside(means, 'BG-18'),
    fails: (card) =>
      has(card, 'BT-87') && textIn(card, 'BT-87').length > 10
        ? { observed: `${textIn(card, 'BT-87').length}`, expected: '≤ 10' }
        : false,
  }),
  groupRule('BR-52', ['BT-122'], { at: wholeInvoice, fails: (_root, facts) => referenceMissing(facts) }),
  groupRule('BR-55', ['BT-25'], {
    at: top('BG-3'),
    fails: (reference, facts) => (facts.family === 'cii' ? !says(reference, 'BT-25') : !has(reference, 'BT-25')),
  }),
  groupRule('BR-56', ['BT-63'], {
    at: representative,
    fails: (party, facts) => (facts.family === 'cii' ? !says(party, 'BT-63') : !has(party, 'BT-63')),
  }),
  groupRule('BR-57', ['BT-80'], {
    at: inside(delivery, 'BG-15'),
    fails: (place, facts) => (facts.family === 'cii' ? !says(place, 'BT-80') : !has(place, 'BT-80')),
  }),
  groupRule('BR-61', ['BT-84'], {
    at: (facts) => (facts.family === 'cii' ? accounts(facts) : means(facts)),
    fails: (group, facts) => (facts.family === 'cii' ? !has(group, 'BT-84') : transferWithoutAccount(group)),
  }),
  electronicAddress('BR-62', 'BT-34', 'BG-4'),
  electronicAddress('BR-63', 'BT-49', 'BG-7'),
  groupRule('BR-CO-26', ['BT-29', 'BT-30', 'BT-31'], {
    at: seller,
    fails: (party) => !['BT-29', 'BT-30', 'BT-31'].some((term) => has(party, term)),
  }),
  present('BR-12', 'BT-106', (facts) => facts.totals),
  present('BR-13', 'BT-109', (facts) => facts.totals),
  present('BR-14', 'BT-112', (facts) => facts.totals),
  present('BR-15', 'BT-115', (facts) => facts.totals),
];

function transferWithoutAccount(group: Parameters<typeof textIn>[0]): boolean {
  return isTransfer(textIn(group, 'BT-81')) && !groupsOf(group, 'BG-17').some((account) => has(account, 'BT-84'));
}
