// SPDX-License-Identifier: EUPL-1.2
import type { Report } from '@fachwerk/en16931';
import { Refusal } from '../../../kernel/refusal.ts';
import { takeForm } from '../../records/index.ts';
import { bytesOf, readInvoice } from '../adapters/read-invoice.ts';

/** What a supplier's own file says of itself; nothing of it is kept. */
export interface Checked {
  readonly name: string;
  readonly report: Report;
}

/** Public uploads are smaller than clerks': anybody may send them. */
const mostPublicBytes = 5 * 1024 * 1024;

/** Checks one file in memory and forgets it. */
export async function checkForSupplier(
  form: { headers: Headers; body: ReadableStream<Uint8Array> | null },
  day: string,
): Promise<Checked | Refusal> {
  let checked: Checked | undefined;
  const no = await takeForm(form, async ({ name, source }) => {
    if (checked) return new Refusal('invalid', 'invoices.check.one-only');
    const bytes = await bytesOf(source, mostPublicBytes);
    if (!bytes) return new Refusal('too-large', 'invoices.check.too-large');
    checked = { name: name.slice(0, 200), report: readInvoice(bytes, day).report };
    return undefined;
  });
  return no ?? checked ?? new Refusal('invalid', 'records.upload.none-chosen');
}
