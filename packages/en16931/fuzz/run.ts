// SPDX-License-Identifier: EUPL-1.2
// Coverage-guided fuzzing without further tools: node fuzz/run.ts [--seconds N] [--seed N] [--planted] prints what was found as JSON.
import { inspect, parseArgs } from 'node:util';
import { fixture } from '../src/fixtures.ts';
import { reportToCsv } from '../src/report/csv.ts';
import { reportToHtml } from '../src/report/html.ts';
import type { Report } from '../src/report/report.ts';
import { openInvoice, validate } from '../src/validate.ts';
import { writeInvoice } from '../src/write/write.ts';
import { Unreadable } from '../src/xml/unreadable.ts';
import { watchCoverage } from './coverage.ts';
import { diceOf, mutate } from './mutate.ts';

/** What a run of the fuzzer found. */
export interface Fuzzed {
  readonly runs: number;
  /** How many documents took a new way through the code and were changed further. */
  readonly kept: number;
  /** How many different ways through our functions were seen. */
  readonly ways: number;
  /** Milliseconds of the slowest document. */
  readonly slowest: number;
  readonly seed: number;
  /** The first crash: what was thrown, and the document in base64. */
  readonly crash?: { readonly message: string; readonly document: string };
}

/** How long to go on, from which seed, and what is tried. */
export interface FuzzOptions {
  readonly seconds: number;
  readonly seed: number;
  readonly target?: (bytes: Buffer) => void;
}

/** Everything that a recipient does with what came in. Only `Unreadable` may be thrown, and only where the API says so. */
export function everything(bytes: Buffer): Report {
  const report = validate(bytes, { day: '2026-11-22' });
  reportToHtml(report, 'de');
  reportToCsv(report, 'tr');
  if (report.unreadable === undefined) openInvoice(writeInvoice(openInvoice(bytes).invoice));
  return report;
}

/** A crash behind two conditions that one change seldom meets at once: the fuzzer must find it, or it looks at nothing. */
export function planted(bytes: Buffer): void {
  const rules = everything(bytes).findings.map(({ rule }) => rule);
  const some = (kind: string) => rules.some((rule) => rule.startsWith(kind));
  if (some('BR-CO-')) {
    if (some('BR-DE-')) throw new RangeError('planted');
  }
}

/** An invoice in a PDF whose streams are not packed, so that changes reach the XML. */
function pdfOf(xml: string): Buffer {
  const head =
    '%PDF-1.7\n1 0 obj << /Type /Catalog /Names << /EmbeddedFiles << /Names [ (x) 3 0 R ] >> >> /AF [ 3 0 R ] >> endobj\n';
  const file = '3 0 obj << /Type /Filespec /UF (factur-x.xml) /AFRelationship /Alternative /EF << /F 4 0 R >> >> endobj\n';
  const bytes = Buffer.from(xml);
  const stream = `4 0 obj << /Type /EmbeddedFile /Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(head + file + stream),
    bytes,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\n'),
  ]);
}

function seeds(): Buffer[] {
  const compact = (syntax: 'ubl' | 'cii') =>
    fixture(syntax)
      .split('<!--')
      .map((part) => part.slice(part.includes('-->') ? part.indexOf('-->') + 3 : 0))
      .join('')
      .replaceAll(/>\s+</g, '><');
  const [ubl, cii] = [compact('ubl'), compact('cii')];
  const credit = ubl.replaceAll('InvoiceLine', 'CreditNoteLine').replaceAll(':Invoice', ':CreditNote');
  return [...[ubl, cii, credit].map((text) => Buffer.from(text)), pdfOf(cii)];
}

/** Changes invoices until the time is over or something crashes; documents that took a new way are changed further. */
export function fuzz({ seconds, seed, target = everything }: FuzzOptions): Fuzzed {
  const coverage = watchCoverage('/packages/en16931/');
  const dice = diceOf(seed);
  const corpus = seeds();
  let [runs, slowest] = [0, 0];
  const outcome = () => ({ runs, kept: corpus.length, ways: coverage.ways(), slowest: Math.round(slowest), seed });
  try {
    for (const document of corpus) target(document);
    coverage.fresh();
    for (const end = performance.now() + seconds * 1000; performance.now() < end; runs++) {
      // What was found last is changed most: half of the picks go to the newest eighth.
      const newest = dice(2) === 0 ? Math.max(1, corpus.length >> 3) : corpus.length;
      const document = mutate(corpus[corpus.length - 1 - dice(newest)]!, corpus[dice(corpus.length)]!, dice);
      const began = performance.now();
      try {
        target(document);
      } catch (error) {
        if (!(error instanceof Unreadable))
          return { ...outcome(), crash: { message: inspect(error), document: document.toString('base64') } };
        throw new Error(`the written invoice cannot be read: ${document.toString('base64')}`, { cause: error });
      }
      slowest = Math.max(slowest, performance.now() - began);
      if (coverage.fresh() > 0 && corpus.length < 4000) corpus.push(document);
    }
    return outcome();
  } finally {
    coverage.stop();
  }
}

if (import.meta.main) {
  const options = { seconds: { type: 'string', default: '60' }, seed: { type: 'string' }, planted: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const fuzzed = fuzz({ seconds: Number(values.seconds), seed, ...(values.planted ? { target: planted } : {}) });
  console.log(JSON.stringify(fuzzed));
}
