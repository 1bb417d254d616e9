// SPDX-License-Identifier: EUPL-1.2
import { dateOf, everyGroup, firstValue, type Group, type Invoice, textIn, valuesOf } from '@fachwerk/en16931';

/** One value with the business term that it is. */
export interface Said {
  readonly term: string;
  readonly text: string;
}

/** What an invoice says, to be looked at: plain data that is kept with it, so that no page ever reads XML again. */
export interface Picture {
  readonly syntax: string;
  readonly groups: readonly { readonly id: string; readonly said: readonly Said[] }[];
  readonly lines: readonly {
    readonly no: string;
    readonly item: string;
    readonly quantity: string;
    readonly unit: string;
    readonly price: string;
    readonly amount: string;
    readonly vat: string;
  }[];
  readonly vat: readonly { readonly category: string; readonly rate: string; readonly base: string; readonly tax: string }[];
  readonly totals: readonly Said[];
  readonly attachments: readonly { readonly name: string; readonly about: string; readonly type: string }[];
  readonly mostLinesShown: boolean;
}

/** What the desk needs at a glance. */
export interface Glance {
  readonly number: string;
  readonly seller: string;
  readonly sellerKey: string;
  readonly iban: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly issuedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly terms: string;
  readonly buyerReference: string;
  readonly order: string;
  readonly contract: string;
  /** Where the seller is written to (BT-43, else BT-34). */
  readonly mail: string;
  readonly notes: string;
}

const mostLines = 10_000;
const longest = 2_000;
/** In the order in which the sums are added up: lines, allowances, charges, net, tax, gross, paid, rounding, to pay. */
const sums = ['BT-106', 'BT-107', 'BT-108', 'BT-109', 'BT-110', 'BT-112', 'BT-113', 'BT-114', 'BT-115'];
const elsewhere = new Set(['BG-22', 'BG-23', 'BG-24', 'BG-25']);

/** The picture of an invoice. */
export function pictureOf({ root, syntax }: Invoice): Picture {
  const lines = all(root, 'BG-25');
  const totals = all(root, 'BG-22')[0];
  return {
    syntax,
    groups: headGroups(root),
    lines: lines.slice(0, mostLines).map(lineOf),
    vat: all(root, 'BG-23').map((group) => ({
      category: within(group, 'BT-118'),
      rate: within(group, 'BT-119'),
      base: textIn(group, 'BT-116'),
      tax: textIn(group, 'BT-117'),
    })),
    totals: sums.map((term) => ({ term, text: textIn(totals, term) })).filter(({ text }) => text !== ''),
    attachments: all(root, 'BG-24').map((group) => {
      const file = firstValue(group, 'BT-125');
      return {
        name: cut(file?.attributes['filename'] ?? textIn(group, 'BT-122')),
        about: cut(textIn(group, 'BT-123')),
        type: cut(file?.attributes['mimeCode'] ?? ''),
      };
    }),
    mostLinesShown: lines.length > mostLines,
  };
}

/** Groups wherever the syntax puts them: UBL hangs the VAT breakdown below a total of its own. */
function all(root: Group, id: string): Group[] {
  return [...everyGroup(root)].filter((group) => group.id === id);
}

function headGroups(root: Group): Picture['groups'] {
  const found: { id: string; said: Said[] }[] = [];
  const visit = (group: Group) => {
    const said = [...group.values]
      .filter(([term]) => term.startsWith('BT-'))
      .flatMap(([term, values]) => values.map(({ text }) => ({ term, text: cut(text) })))
      .filter(({ text }) => text !== '');
    if (said.length > 0) found.push({ id: group.id, said });
    for (const [id, groups] of group.groups) if (!elsewhere.has(id)) for (const inner of groups.slice(0, 100)) visit(inner);
  };
  visit(root);
  return found;
}

/** The first value of a term in a group or anywhere below it. */
function within(group: Group, term: string): string {
  const texts = [...everyGroup(group)].map((inner) => textIn(inner, term));
  return cut(texts.find((text) => text !== '') ?? '');
}

function lineOf(line: Group): Picture['lines'][number] {
  const said = (term: string) => within(line, term);
  return {
    no: said('BT-126'),
    item: said('BT-153'),
    quantity: said('BT-129'),
    unit: said('BT-130'),
    price: said('BT-146'),
    amount: said('BT-131'),
    vat: [said('BT-151'), said('BT-152')].filter((text) => text !== '').join(' '),
  };
}

function cut(text: string): string {
  return text.slice(0, longest);
}

function mailOf(seller: Group | undefined): string {
  const groups = seller ? [...everyGroup(seller)] : [];
  const found = ['BT-43', 'BT-34'].flatMap((term) => groups.map((group) => textIn(group, term)));
  return (found.find((text) => text.includes('@')) ?? '').trim().toLowerCase().slice(0, 200);
}

/** The values that the desk sorts, warns and pays by. */
export function glanceAt({ root }: Invoice): Glance {
  const seller = all(root, 'BG-4')[0];
  const name = cut(textIn(seller, 'BT-27')).slice(0, 300);
  const known = ['BT-31', 'BT-32', 'BT-30'].map((term) => textIn(seller, term)).find((text) => text !== '');
  const totals = all(root, 'BG-22')[0];
  const amount = textIn(totals, 'BT-115');
  const accounts = [...everyGroup(root)].map((group) => textIn(group, 'BT-84')).filter((text) => text !== '');
  return {
    number: textIn(root, 'BT-1').slice(0, 200),
    seller: name,
    sellerKey: (known ?? name).toUpperCase().replaceAll(/\s/g, '').slice(0, 300),
    iban: (accounts[0] ?? '').replaceAll(' ', '').slice(0, 60),
    amount: /^-?\d{1,15}(\.\d{1,2})?$/.test(amount) ? amount : null,
    currency: textIn(root, 'BT-5').slice(0, 10),
    issuedOn: dateOf(firstValue(root, 'BT-2')),
    dueOn: dateOf(firstValue(root, 'BT-9')),
    terms: firstValue(root, 'BT-20')?.raw ?? '',
    buyerReference: textIn(root, 'BT-10').slice(0, 100),
    order: textIn(root, 'BT-13').slice(0, 100),
    contract: textIn(root, 'BT-12').slice(0, 100),
    mail: mailOf(seller),
    notes: all(root, 'BG-1')
      .flatMap((group) => valuesOf(group, 'BT-22').map(({ text }) => text))
      .join(' ')
      .slice(0, longest),
  };
}
