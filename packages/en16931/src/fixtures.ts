// SPDX-License-Identifier: EUPL-1.2
// Only for tests and measurements: the two invented invoices in ../fixtures, the same invoice in both syntaxes, without a finding.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The text of a fixture. */
export function fixture(syntax: 'ubl' | 'cii'): string {
  return readFileSync(path.join(here, '..', 'fixtures', `xrechnung-${syntax}.xml`), 'utf8');
}

/** The folder with the official test material, beside the repository; undefined if it is not there. */
export function officialMaterial(): string | undefined {
  const folder = path.join(here, '..', '..', '..', '..', 'shared', 'data', 'einvoice');
  return existsSync(path.join(folder, 'index.tsv')) ? folder : undefined;
}

/** What to tell when a test needs the official material and it is missing. */
export const materialMissing = 'the official test material (../shared/data/einvoice) is not here';

/** An invoice with so many lines, its totals adjusted so that it stays without a finding. */
export function withLines(syntax: 'ubl' | 'cii', lines: number): string {
  const text = fixture(syntax);
  const name = syntax === 'ubl' ? 'cac:InvoiceLine' : 'ram:IncludedSupplyChainTradeLineItem';
  const start = text.lastIndexOf(`<${name}>`);
  const end = text.lastIndexOf(`</${name}>`) + name.length + 3;
  const line = text.slice(start, end);
  const many = Array.from({ length: lines - 1 }, (_each, position) => line.replace(/>2</, `>${position + 2}<`)).join('\n');
  const base = 50n * BigInt(lines - 1);
  const cents = (euros: bigint) => `${euros}.00`;
  const tax = (base * 7n) / 100n;
  const rest = (base * 7n) % 100n;
  const seven = `${tax}.${rest.toString().padStart(2, '0')}`;
  const plus = (amount: string, more: bigint, moreCents: bigint) => {
    const total = BigInt(amount.replace('.', '')) + more * 100n + moreCents;
    return `${total / 100n}.${(total % 100n).toString().padStart(2, '0')}`;
  };
  const whole = text.slice(0, start) + many + text.slice(end);
  const totals: [RegExp, string][] = [
    [/(<(?:cbc:TaxableAmount|ram:BasisAmount)[^>]*>)50\.00/, cents(base)],
    [/(<(?:cbc:TaxAmount|ram:CalculatedAmount)[^>]*>)3\.50/, seven],
    [/(>)43\.40/, plus('39.90', tax, rest)],
    [/(>)250\.00/, cents(200n + base)],
    [/(>)260\.00/, cents(210n + base)],
    [/(>)303\.40/, plus('249.90', base + tax, rest)],
    [/(>)300\.00/, plus('246.50', base + tax, rest)],
  ];
  return totals.reduce((result, [pattern, value]) => result.replace(pattern, `$1${value}`), whole);
}
