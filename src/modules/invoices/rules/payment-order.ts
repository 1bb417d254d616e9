// SPDX-License-Identifier: EUPL-1.2
import { sum, parseDecimal, formatDecimal } from '@fachwerk/en16931';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Allocation } from './allocation.ts';
import { csvCell } from './csv-cell.ts';
import { skontoOffers } from './due.ts';

/** The ten fields that a payment order must have (§ 8 (2) KomKBVO of Saxony-Anhalt; the other Länder ask for the same). */
export interface PaymentOrder {
  readonly amount: string;
  readonly reason: string;
  readonly payee: string;
  readonly codes: readonly Allocation[];
  readonly iban: string;
  readonly dueOn: string;
  readonly budgetYear: number;
  readonly certified: { readonly factual: string; readonly arithmetic: string };
  readonly orderedOn: string;
  readonly orderedBy: string;
}

/** An order with what it is found by again. */
export interface OrderRecord {
  readonly invoice: string;
  readonly reference: string;
  readonly currency: string;
  readonly order: PaymentOrder;
  /** The best cash discount that can still be had on the day of the handover. */
  readonly skonto: { readonly until: string; readonly percent: string; readonly saving: string } | null;
}

/** What an order is made of. */
export interface Ordered {
  readonly id: string;
  readonly number: string;
  readonly seller: string;
  readonly iban: string;
  readonly amount: string | null;
  readonly currency: string;
  readonly issuedOn: string | null;
  readonly dueOn: string;
  readonly terms: string;
  readonly rows: readonly Allocation[];
  /** Day and name by step. */
  readonly steps: Readonly<
    Partial<Record<'factual' | 'arithmetic' | 'ordered', { readonly day: string; readonly name: string }>>
  >;
}

/** Makes the order; refused with the first field that is missing, because the treasury would send it back. */
export function paymentOrder(it: Ordered, today: string): OrderRecord | Refusal {
  const { factual, arithmetic, ordered } = it.steps;
  const missing = [
    [it.amount === null, 'amount'],
    [it.seller === '', 'payee'],
    [it.iban === '', 'iban'],
    [it.rows.length === 0, 'codes'],
    [!factual || !arithmetic, 'certified'],
    [!ordered, 'ordered'],
  ].find(([absent]) => absent);
  if (missing || !factual || !arithmetic || !ordered || it.amount === null) {
    return new Refusal('invalid', `invoices.order-lacks.${String(missing?.[1] ?? 'ordered')}`, { number: it.number });
  }
  const [best] = skontoOffers(it, today);
  return {
    invoice: it.id,
    reference: it.number,
    currency: it.currency,
    order: {
      amount: it.amount,
      reason: `Rechnung ${it.number}`,
      payee: it.seller,
      codes: it.rows,
      iban: it.iban,
      dueOn: it.dueOn,
      budgetYear: Number(ordered.day.slice(0, 4)),
      certified: { factual: `${factual.name}, ${factual.day}`, arithmetic: `${arithmetic.name}, ${arithmetic.day}` },
      orderedOn: ordered.day,
      orderedBy: ordered.name,
    },
    skonto: best ? { until: best.until, percent: best.percent, saving: best.saving } : null,
  };
}

/** Sum of all orders of a batch. */
export function totalOf(records: readonly OrderRecord[]): string {
  return formatDecimal(sum(records.flatMap(({ order }) => parseDecimal(order.amount) ?? [])), 2);
}

const columns =
  'Rechnung;Nummer;Betrag;Waehrung;Grund;Empfaenger;IBAN;Faellig;Jahr;Buchungsstelle;Massnahme;Sachlich;Rechnerisch;Angeordnet am;Angeordnet durch;Skonto bis;Skontobetrag';

/** The batch as a table: one line for each budget code, so that the amounts add up to the total. */
export function batchToCsv(records: readonly OrderRecord[]): string {
  const lines = records.flatMap(({ invoice, reference, currency, order, skonto }) =>
    order.codes.map(({ code, amount, measure }) =>
      [
        invoice,
        reference,
        amount.replace('.', ','),
        currency,
        order.reason,
        order.payee,
        order.iban,
        order.dueOn,
        String(order.budgetYear),
        code,
        measure,
        order.certified.factual,
        order.certified.arithmetic,
        order.orderedOn,
        order.orderedBy,
        skonto?.until ?? '',
        (skonto?.saving ?? '').replace('.', ','),
      ]
        .map((value) => csvCell(value))
        .join(';'),
    ),
  );
  return `\uFEFF${[columns, ...lines].join('\r\n')}\r\n`;
}
