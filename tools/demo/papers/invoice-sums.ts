// SPDX-License-Identifier: EUPL-1.2

/** One thing that is charged: amounts in cents, the rate in whole percent. */
export interface Charged {
  readonly name: string;
  readonly count: number;
  readonly unit: 'H87' | 'HUR' | 'MON';
  readonly price: number;
  readonly rate: 19 | 7;
}

/** Who sends invoices. */
export interface Supplier {
  readonly name: string;
  readonly street: string;
  readonly zip: string;
  readonly town: string;
  readonly vatId: string;
  readonly iban: string;
  readonly contact: string;
  readonly mail: string;
}

/** An invoice before it is written in one of the syntaxes. */
export interface InvoiceFacts {
  readonly number: string;
  readonly supplier: Supplier;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly deliveredOn: string;
  readonly charged: readonly Charged[];
  readonly skonto?: { readonly days: number; readonly percent: string } | undefined;
  readonly order?: string | undefined;
  readonly note?: string | undefined;
  readonly iban?: string | undefined;
  /** Cents by which the amount to pay is wrong. */
  readonly wrongBy?: number | undefined;
}

/** `119.00` for 11900 cents. */
export function euros(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

/** Net, tax by rate, gross, in cents. */
export function sumsOf(charged: readonly Charged[]) {
  const rates = [...new Set(charged.map(({ rate }) => rate))].sort((a, b) => b - a);
  const taxes = rates.map((rate) => {
    const base = charged.filter((one) => one.rate === rate).reduce((sum, { count, price }) => sum + count * price, 0);
    return { rate, base, tax: Math.round((base * rate) / 100) };
  });
  const net = taxes.reduce((sum, { base }) => sum + base, 0);
  const tax = taxes.reduce((sum, one) => sum + one.tax, 0);
  return { taxes, net, tax, gross: net + tax };
}

/** An account number with its check digits (ISO 13616). */
export function ibanOf(bank: string, account: string): string {
  const digits = BigInt(`${bank}${account.padStart(10, '0')}131400`);
  return `DE${String(98n - (digits % 97n)).padStart(2, '0')}${bank}${account.padStart(10, '0')}`;
}

/** Text inside XML. */
export function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
