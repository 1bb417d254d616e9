// SPDX-License-Identifier: EUPL-1.2
// Everything that users of the package may rely on.
export { type Checked, type CheckOptions, checkInvoice, checkTree } from './check.ts';
export * from './decimal.ts';
export { readTree, syntaxOf } from './binding/read.ts';
export * from './model/invoice.ts';
export { edition, type Language, type Term, termName, terms } from './model/terms.ts';
export { type Embedded, type Extracted, extractFromPdf, isPdf } from './pdf/extract.ts';
export { type FaultClass, faultClass } from './report/classes.ts';
export { reportToCsv } from './report/csv.ts';
export { reportToHtml } from './report/html.ts';
export type { Finding, Report } from './report/report.ts';
export { unreadableTexts } from './report/words.ts';
export { type RuleInfo, ruleCatalogue } from './rules/catalogue.ts';
export { type Profile, profileOf, specificationOf, specifications } from './rules/profile.ts';
export type { Level, SetName } from './rules/rule.ts';
export { type RuleSet, ruleSets, ruleSetsOn } from './rules/rule-sets.ts';
export { isIban } from './rules/xrechnung/iban.ts';
export { type Skonto, skontoOf } from './rules/xrechnung/skonto.ts';
export { explain, type Explanation } from './texts/explain.ts';
export { plainGerman } from './texts/plain.ts';
export { type Opened, openInvoice, validate, type ValidateOptions } from './validate.ts';
export { writeInvoice } from './write/write.ts';
export { decode } from './xml/decode.ts';
export type { XmlDocument, XmlElement } from './xml/element.ts';
export { type Limits, parseXml, usualLimits } from './xml/parse.ts';
export { Unreadable, type UnreadableReason } from './xml/unreadable.ts';
