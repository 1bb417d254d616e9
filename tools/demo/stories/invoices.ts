// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate } from '@fachwerk/german-calendar';
import { workingDay } from '../calendar.ts';
import { type Charged, ibanOf, type InvoiceFacts, type Supplier } from '../papers/invoice-sums.ts';

/** How far an invoice has come by the day of the founding. */
export type InvoiceGoal = 'received' | 'checked' | 'assigned' | 'factual' | 'arithmetic' | 'ordered' | 'paid' | 'refused';

/** One invoice of the town. */
export interface InvoiceStory {
  readonly facts: InvoiceFacts;
  readonly receivedOn: PlainDate;
  readonly goal: InvoiceGoal;
  readonly rows: string;
  /** It comes as a PDF; what its page says otherwise than its data. */
  readonly shown?: Partial<InvoiceFacts>;
  readonly reason?: string;
}

type Party = readonly [
  name: string,
  street: string,
  zip: string,
  town: string,
  vatId: string,
  bank: string,
  account: string,
  contact: string,
];

function supplier([name, street, zip, town, vatId, bank, account, contact]: Party): Supplier {
  const mail = `rechnung@${name
    .toLowerCase()
    .split(' ')[1]
    ?.replaceAll(/[^a-z]/g, '')}.example`;
  return { name, street, zip, town, vatId, iban: ibanOf(bank, account), contact, mail };
}

const office = supplier([
  'Bürobedarf Sonnenschein GmbH',
  'Lindenweg 7',
  '59990',
  'Waldbrück',
  'DE123456788',
  '51210800',
  '1245126199',
  'Petra Sommer',
]);
const carpenter = supplier([
  'Tischlerei Eichhorst KG',
  'Am Sägewerk 2',
  '59872',
  'Meschede',
  'DE211345679',
  '46451250',
  '771204',
  'Henrik Eichhorst',
]);
const cleaner = supplier([
  'Gebäudereinigung Klarsicht GmbH',
  'Industriestraße 31',
  '59821',
  'Arnsberg',
  'DE298877651',
  '41462295',
  '30455178',
  'Olga Brandt',
]);
const software = supplier([
  'Softwarehaus Nordlicht AG',
  'Hafenkai 12',
  '24103',
  'Kiel',
  'DE187654329',
  '21050170',
  '1002003',
  'Malte Jensen',
]);

const sheets: Charged = { name: 'Kopierpapier A4, 500 Blatt', count: 60, unit: 'H87', price: 429, rate: 19 };
const folders: Charged = { name: 'Aktenordner, breit', count: 40, unit: 'H87', price: 215, rate: 19 };
const code = '11.1.01.5431000; Rest';

interface Wish {
  readonly number: string;
  readonly from: Supplier;
  /** Days before today. */
  readonly issued: number;
  readonly charged: readonly Charged[];
  readonly goal: InvoiceGoal;
  readonly more?: Partial<InvoiceFacts>;
  readonly shown?: Partial<InvoiceFacts>;
  readonly rows?: string;
  readonly reason?: string;
}

const skonto = (days: number, percent = '2.00') => ({ skonto: { days, percent } });

const wishes: readonly Wish[] = [
  {
    number: '2026-0412',
    from: office,
    issued: 40,
    charged: [sheets],
    goal: 'paid',
    more: { ...skonto(14), order: 'A-2026-031' },
  },
  {
    number: 'KS-8817',
    from: cleaner,
    issued: 36,
    charged: [{ name: 'Unterhaltsreinigung, ein Monat', count: 1, unit: 'MON', price: 184_000, rate: 19 }],
    goal: 'paid',
    rows: '11.1.03.5241000; Rest',
  },
  {
    number: 'NL-55210',
    from: software,
    issued: 12,
    charged: [{ name: 'Pflege Gewerberegister, Quartal', count: 1, unit: 'H87', price: 312_500, rate: 19 }],
    goal: 'ordered',
    rows: '11.1.05.5431500; Rest',
  },
  {
    number: '2026-0455',
    from: office,
    issued: 9,
    charged: [sheets, folders],
    goal: 'arithmetic',
    more: { ...skonto(14), order: 'A-2026-031' },
    rows: '11.1.01.5431000; Pos. 1\n11.1.02.5431000; Rest',
  },
  {
    number: 'E-1093',
    from: carpenter,
    issued: 8,
    charged: [{ name: 'Tresen Bürgerbüro, Monteurstunde', count: 18, unit: 'HUR', price: 6_200, rate: 19 }],
    goal: 'factual',
    more: { ...skonto(10, '3.00'), order: 'A-2026-044' },
  },
  {
    number: 'KS-8931',
    from: cleaner,
    issued: 6,
    charged: [{ name: 'Unterhaltsreinigung, ein Monat', count: 1, unit: 'MON', price: 184_000, rate: 19 }],
    goal: 'assigned',
  },
  {
    number: 'FB-310',
    from: office,
    issued: 5,
    charged: [{ name: 'Kommentar zur Gewerbeordnung', count: 2, unit: 'H87', price: 9_800, rate: 7 }],
    goal: 'checked',
  },
  { number: '2026-0461', from: office, issued: 4, charged: [folders], goal: 'received', more: skonto(7, '3.00') },
  {
    number: 'E-1101',
    from: carpenter,
    issued: 4,
    charged: [{ name: 'Regal Aktenkeller', count: 3, unit: 'H87', price: 41_000, rate: 19 }],
    goal: 'received',
    more: { wrongBy: 100, order: 'A-2026-099' },
  },
  {
    number: '2026-0412/M',
    from: office,
    issued: 3,
    charged: [sheets],
    goal: 'received',
    more: { note: '1. Mahnung zu Rechnung 2026-0412', iban: ibanOf('50010517', '0648489890') },
  },
  {
    number: 'NL-55233',
    from: software,
    issued: 3,
    charged: [{ name: 'Schulung, ein Tag', count: 1, unit: 'H87', price: 98_000, rate: 19 }],
    goal: 'received',
    shown: { iban: ibanOf('37040044', '532013000'), number: 'NL-55233' },
  },
  {
    number: 'E-1088',
    from: carpenter,
    issued: 14,
    charged: [{ name: 'Türblatt Sitzungssaal', count: 1, unit: 'H87', price: 74_500, rate: 19 }],
    goal: 'refused',
    more: { wrongBy: -500 },
    reason: 'Der Zahlbetrag passt nicht zu den Positionen.',
  },
];

/** The invoices of the weeks before a day, oldest first. */
export function invoiceStories(today: PlainDate): InvoiceStory[] {
  return wishes.map(({ number, from, issued, charged, goal, more, shown, rows = code, reason }) => {
    const issuedOn = workingDay(addDays(today, -issued));
    const facts = {
      number,
      supplier: from,
      issuedOn,
      dueOn: addDays(issuedOn, 30),
      deliveredOn: addDays(issuedOn, -2),
      charged,
      ...more,
    };
    const receivedOn = workingDay(addDays(issuedOn, issued > 3 ? 1 : 0));
    return { facts, receivedOn, goal, rows, ...(shown ? { shown } : {}), ...(reason ? { reason } : {}) };
  });
}

/** What the finance department keeps beside: orders and contracts, routing, budget codes, limits. */
export const invoiceLists = {
  commitments: `Art;Nummer;Lieferant;Kennung;Betrag;Toleranz;Bis;Stelle;Buchungsstelle
Auftrag;A-2026-031;Bürobedarf Sonnenschein GmbH;DE123456788;800,00;5;31.12.2027;32.1;11.1.01.5431000
Auftrag;A-2026-044;Tischlerei Eichhorst KG;DE211345679;1.200,00;;31.12.2027;32.1;11.1.02.5431000
Vertrag;V-2024-007;Gebäudereinigung Klarsicht GmbH;DE298877651;;;31.12.2028;32.1;11.1.03.5241000
Vertrag;V-2022-019;Softwarehaus Nordlicht AG;DE187654329;;;31.12.2028;32.1;11.1.05.5431500`,
  routing: `Merkmal;Wert;Stelle
Leitweg;32100;32.1
Lieferant;DE298877651;32.1`,
  limits: `Stelle;Rolle;Betrag
32;Leitung;10.000,00
32.1;Leitung;2.500,00`,
} as const;
