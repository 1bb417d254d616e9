// SPDX-License-Identifier: EUPL-1.2
import type { Reaction } from '../../../kernel/reaction.ts';
import { fileInvoice } from '../commands/file-invoice.ts';

/** z.d.A. in the E-Akte ends the way of the invoice, too. */
export const whenCaseIsFiledFileItsInvoice: Reaction = {
  name: 'invoices.when-case-is-filed-file-its-invoice',
  on: ['records.case-filed'],
  async react({ entry, act }) {
    await act(fileInvoice, { case: entry.object.slice('case:'.length) });
  },
};
