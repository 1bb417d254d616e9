// SPDX-License-Identifier: EUPL-1.2

/** What is compared of two invoices. */
export interface Known {
  readonly id: string;
  readonly number: string;
  readonly seller: string;
  readonly sellerKey: string;
  readonly iban: string;
}

/** Something that a person must look at before money flows. */
export interface Warning {
  readonly kind: 'duplicate' | 'reminder' | 'changed-iban' | 'look-alike';
  /** The other invoice that it is about. */
  readonly other: string | undefined;
  readonly detail: string;
}

const reminderWords = /\b(?:Mahnung|Zahlungserinnerung|Mahnstufe|Mahngebühr)/i;

/** Warns of what the rules of the standard cannot see: the same claim twice, a reminder, a new account, a name that only looks like a known one. */
export function warningsOf(it: Known & { readonly notes: string }, others: readonly Known[]): Warning[] {
  const same = others.filter((other) => other.id !== it.id && other.sellerKey === it.sellerKey);
  const found: Warning[] = [];
  const double = same.find((other) => numberKey(other.number) === numberKey(it.number));
  if (double && it.number !== '') found.push({ kind: 'duplicate', other: double.id, detail: double.number });
  const reminder = reminderWords.exec(it.notes);
  if (reminder) found.push({ kind: 'reminder', other: undefined, detail: reminder[0] });
  const before = same.find((other) => other.iban !== '' && it.iban !== '');
  if (before && same.every(({ iban }) => iban !== it.iban)) {
    found.push({ kind: 'changed-iban', other: before.id, detail: before.iban });
  }
  const twin = others.find((other) => other.sellerKey !== it.sellerKey && isLookAlike(it.seller, other.seller));
  if (twin) found.push({ kind: 'look-alike', other: twin.id, detail: twin.seller });
  return found;
}

/** Spaces, signs and leading zeros make no other number. */
function numberKey(number: string): string {
  return number
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replace(/^0+/, '');
}

function isLookAlike(left: string, right: string): boolean {
  const [a, b] = [left.toLowerCase().slice(0, 60), right.toLowerCase().slice(0, 60)];
  return a.length >= 6 && Math.abs(a.length - b.length) <= 2 && distance(a, b) <= 2;
}

/** Levenshtein: how many letters differ. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
