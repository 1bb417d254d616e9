// SPDX-License-Identifier: EUPL-1.2
// The only door of the module for others.
export type { BatchMade } from './events/batch-made.ts';
export type { InvoiceReceived } from './events/invoice-received.ts';
export type { InvoiceStep, InvoiceStepped } from './events/invoice-stepped.ts';
