// SPDX-License-Identifier: EUPL-1.2
import { type Checked, type CheckOptions, checkInvoice } from './check.ts';
import { readTree } from './binding/read.ts';
import type { Invoice } from './model/invoice.ts';
import { type Extracted, extractFromPdf, isPdf } from './pdf/extract.ts';
import { makeReport, type Report, reportUnreadable } from './report/report.ts';
import { profileOf, specificationOf } from './rules/profile.ts';
import { decode } from './xml/decode.ts';
import { type Limits, parseXml, usualLimits } from './xml/parse.ts';
import { Unreadable } from './xml/unreadable.ts';

/** How to validate. */
export interface ValidateOptions extends CheckOptions {
  /** The day whose rules are asked, `YYYY-MM-DD`; today if it is missing. */
  readonly day?: string;
  readonly limits?: Limits;
}

/** A document that could be read. */
export interface Opened {
  readonly invoice: Invoice;
  /** Set if the document is a PDF: all files that it carries and its metadata. */
  readonly pdf?: Extracted;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function readXml(text: string, limits: Limits): Invoice {
  const invoice = readTree(parseXml(text.startsWith('\uFEFF') ? text.slice(1) : text, limits).root);
  const specification = specificationOf(invoice);
  if (profileOf(specification) === 'no-invoice') throw new Unreadable('not-an-invoice', specification.slice(0, 120));
  return invoice;
}

function readPdf(bytes: Uint8Array, limits: Limits): Opened {
  const pdf = extractFromPdf(bytes);
  if (pdf.invoice === undefined) throw new Unreadable('pdf-without-invoice', `${pdf.files.length}`);
  return { invoice: readXml(decode(pdf.invoice.data), limits), pdf };
}

/** Reads an XML invoice (bytes or text) or the invoice inside a PDF into the semantic model. Throws `Unreadable`. */
export function openInvoice(input: Uint8Array | string, limits: Limits = usualLimits): Opened {
  if (typeof input === 'string') return { invoice: readXml(input, limits) };
  if (input.length > limits.size) throw new Unreadable('size', String(input.length));
  return isPdf(input) ? readPdf(input, limits) : { invoice: readXml(decode(input), limits) };
}

/** Validates an invoice: XML (bytes or text) or a PDF that carries one. Never throws for what a document contains. */
export function validate(input: Uint8Array | string, options: ValidateOptions = {}): Report {
  const day = options.day ?? today();
  let checked: Checked;
  try {
    checked = checkInvoice(openInvoice(input, options.limits).invoice, options);
  } catch (error) {
    if (error instanceof Unreadable) return reportUnreadable(error, day);
    throw error;
  }
  return makeReport(checked, day);
}
