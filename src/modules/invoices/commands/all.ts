// SPDX-License-Identifier: EUPL-1.2
import type { Command } from '../../../kernel/command.ts';
import { allocateInvoice } from './allocate-invoice.ts';
import { assignInvoice } from './assign-invoice.ts';
import { cancelInvoice } from './cancel-invoice.ts';
import { certifyArithmetically } from './certify-arithmetically.ts';
import { certifyFactually } from './certify-factually.ts';
import { checkInvoice } from './check-invoice.ts';
import { confirmPayments } from './confirm-payments.ts';
import { fileInvoice } from './file-invoice.ts';
import { handOverInvoices } from './hand-over-invoices.ts';
import { importList } from './import-list.ts';
import { keepTemplate } from './keep-template.ts';
import { orderPayment } from './order-payment.ts';
import { queryInvoice } from './query-invoice.ts';
import { receiveInvoice } from './receive-invoice.ts';
import { refuseInvoice } from './refuse-invoice.ts';

/** Every command of the invoices. */
export const commands: readonly Command[] = [
  allocateInvoice,
  assignInvoice,
  cancelInvoice,
  certifyArithmetically,
  certifyFactually,
  checkInvoice,
  confirmPayments,
  fileInvoice,
  handOverInvoices,
  importList,
  keepTemplate,
  orderPayment,
  queryInvoice,
  receiveInvoice,
  refuseInvoice,
];
