// SPDX-License-Identifier: EUPL-1.2
import {
  add,
  compare,
  type Decimal,
  decimal,
  formatDecimal,
  hundredth,
  multiply,
  parseDecimal,
  subtract,
  zero,
} from '@fachwerk/en16931';
import type { Cells } from './lists.ts';
import { numberKey, supplierKey } from './number-key.ts';

/** What an invoice says of what it is for. */
export interface Claim {
  readonly order: string;
  readonly contract: string;
  readonly seller: string;
  readonly sellerKey: string;
  readonly amount: string | null;
  readonly issuedOn: string | null;
}

/** An order or a contract of the imported list, with what other invoices took of it already. */
export interface Commitment {
  readonly cells: Cells;
  readonly used: string;
}

/** One thing in which invoice and commitment differ. */
export interface Difference {
  readonly kind: 'supplier' | 'amount' | 'expired';
  readonly invoice: string;
  readonly expected: string;
}

/** What the invoice belongs to. */
export type Match =
  | {
      readonly by: 'order' | 'contract' | 'supplier';
      readonly cells: Cells;
      readonly left: string | undefined;
      readonly differences: readonly Difference[];
    }
  | { readonly by: 'unknown-order' | 'unknown-contract'; readonly number: string };

const mostBySupplier = 5;

/**
 * Finds what an invoice is for: by the order's number (BT-13), the contract's (BT-12), and only when it names neither, by its supplier.
 * A number that nobody knows is said, because such invoices are the ones that are sent twice or to the wrong town.
 */
export function matchesOf(claim: Claim, commitments: readonly Commitment[]): Match[] {
  const named = (['order', 'contract'] as const).flatMap((kind): Match[] => {
    if (claim[kind] === '') return [];
    const found = commitments.find(
      ({ cells }) => cells['kind'] === kind && numberKey(cells['number'] ?? '') === numberKey(claim[kind]),
    );
    return [found ? matched(kind, claim, found) : { by: `unknown-${kind}`, number: claim[kind] }];
  });
  if (named.length > 0) return named;
  return commitments
    .filter(({ cells }) => isSupplier(claim, cells))
    .slice(0, mostBySupplier)
    .map((one) => matched('supplier', claim, one));
}

function matched(by: 'order' | 'contract' | 'supplier', claim: Claim, { cells, used }: Commitment): Match {
  const total = parseDecimal(cells['amount'] ?? '');
  const left = total && subtract(total, parseDecimal(used) ?? zero);
  // An order that the invoice does not name is only a hint: there is nothing to differ from.
  const differences =
    by === 'supplier' ? [] : [supplierDiffers(claim, cells), amountDiffers(claim, cells, left), isExpired(claim, cells)];
  return { by, cells, left: left && formatDecimal(left, 2), differences: differences.filter((one) => one !== undefined) };
}

/** By the number that both name, else by the name. */
function isSupplier({ seller, sellerKey }: Claim, cells: Cells): boolean {
  const id = supplierKey(cells['supplierId'] ?? '');
  return id === '' ? supplierKey(cells['supplier'] ?? '') === supplierKey(seller) : id === sellerKey;
}

function supplierDiffers(claim: Claim, cells: Cells): Difference | undefined {
  if (isSupplier(claim, cells)) return undefined;
  const id = cells['supplierId'] ?? '';
  return { kind: 'supplier', invoice: claim.seller, expected: `${cells['supplier'] ?? ''}${id && ` (${id})`}` };
}

/** What is left, and the tolerance in hundredths of the whole commitment. */
function amountDiffers({ amount }: Claim, cells: Cells, left: Decimal | undefined): Difference | undefined {
  const asked = amount === null ? undefined : parseDecimal(amount);
  const total = parseDecimal(cells['amount'] ?? '');
  if (!asked || !left || !total) return undefined;
  const tolerance = multiply(total, hundredth(parseDecimal(cells['tolerance'] ?? '') ?? decimal(0)));
  if (compare(asked, add(left, tolerance)) <= 0) return undefined;
  return { kind: 'amount', invoice: amount ?? '', expected: formatDecimal(left, 2) };
}

function isExpired({ issuedOn }: Claim, cells: Cells): Difference | undefined {
  const until = cells['until'] ?? '';
  if (until === '' || issuedOn === null || issuedOn <= until) return undefined;
  return { kind: 'expired', invoice: issuedOn, expected: until };
}
