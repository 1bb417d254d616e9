// SPDX-License-Identifier: EUPL-1.2
import { isPlainDate } from '@fachwerk/german-calendar';
import { Refusal } from '../../../kernel/refusal.ts';

/** What the finance system says of one order. */
export interface Confirmation {
  readonly invoice: string;
  readonly booking: string;
  readonly paidOn: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const mostLines = 1_000;

/** Reads „Kennung;Buchungsnummer;JJJJ-MM-TT“ line by line: wholly or not at all. */
export function readConfirmations(text: string): Confirmation[] | Refusal {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || lines.length > mostLines) return new Refusal('invalid', 'invoices.confirmation.count');
  const read: Confirmation[] = [];
  for (const [index, line] of lines.entries()) {
    const [invoice = '', booking = '', paidOn = ''] = line.split(';').map((part) => part.trim());
    if (!uuid.test(invoice) || booking === '' || booking.length > 60 || !isPlainDate(paidOn)) {
      return new Refusal('invalid', 'invoices.confirmation.line', { line: index + 1 }, { lines: 'invoices.confirmation.line' });
    }
    if (read.some((one) => one.invoice === invoice)) {
      return new Refusal('invalid', 'invoices.confirmation.twice', { line: index + 1 }, { lines: 'invoices.confirmation.twice' });
    }
    read.push({ invoice, booking, paidOn });
  }
  return read;
}
