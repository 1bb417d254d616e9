// SPDX-License-Identifier: EUPL-1.2
import { numberKey } from './number-key.ts';

/** What is compared of two invoices. */
export interface Known {
  readonly id: string;
  readonly number: string;
  readonly seller: string;
  readonly sellerKey: string;
  readonly iban: string;
  readonly amount: string | null;
  readonly issuedOn: string | null;
  readonly content: string;
  readonly mail: string;
}

/** Something that a person must look at before money flows. */
export interface Warning {
  readonly kind: 'duplicate' | 'same-bytes' | 'same-amount' | 'reminder' | 'changed-iban' | 'look-alike' | 'look-alike-mail';
  /** The other invoice that it is about. */
  readonly other: string | undefined;
  readonly detail: string;
}

const reminderWords = /\b(?:Mahnung|Zahlungserinnerung|Zahlungsaufforderung|Mahnstufe|Mahngebühr|Verzugszins)/i;

/** Warns of what the rules of the standard cannot see: the same claim twice, a reminder, a new account, a sender that only looks like a known one. */
export function warningsOf(it: Known & { readonly notes: string }, others: readonly Known[]): Warning[] {
  const known = others.filter((other) => other.id !== it.id);
  const same = known.filter((other) => other.sellerKey === it.sellerKey);
  // Ids grow with time: what came later must not make the honest invoice of before look wrong.
  const before = same.filter((other) => other.id < it.id);
  const reminder = reminderWords.exec(it.notes);
  const found: (Warning | undefined)[] = [
    twice(it, known, same),
    reminder ? { kind: 'reminder', other: undefined, detail: reminder[0] } : undefined,
    newAccount(it, before),
    twin(
      it,
      known.filter((other) => other.id < it.id),
    ),
    twinMail(it, before),
  ];
  return found.filter((one) => one !== undefined);
}

/** The surest of: same bytes, same number, same amount on the same day under another number. */
function twice(it: Known, known: readonly Known[], same: readonly Known[]): Warning | undefined {
  const bytes = known.find(({ content }) => content === it.content);
  if (bytes) return { kind: 'same-bytes', other: bytes.id, detail: bytes.number };
  const number = same.find((other) => it.number !== '' && numberKey(other.number) === numberKey(it.number));
  if (number) return { kind: 'duplicate', other: number.id, detail: number.number };
  const amount = same.find((other) => it.amount !== null && other.amount === it.amount && other.issuedOn === it.issuedOn);
  return amount && { kind: 'same-amount', other: amount.id, detail: amount.number };
}

/** An account that none of the supplier's invoices had. */
function newAccount(it: Known, before: readonly Known[]): Warning | undefined {
  const old = before.find((other) => other.iban !== '' && it.iban !== '');
  const isNew = old && before.every(({ iban }) => iban !== it.iban);
  return isNew ? { kind: 'changed-iban', other: old.id, detail: old.iban } : undefined;
}

function twin(it: Known, known: readonly Known[]): Warning | undefined {
  const like = known.find((other) => other.sellerKey !== it.sellerKey && isLookAlike(it.seller, other.seller));
  return like && { kind: 'look-alike', other: like.id, detail: like.seller };
}

/** A known supplier writes from a domain that differs in a letter or two: `sonnenschein.example`, `sonnenschien.example`. */
function twinMail(it: Known, same: readonly Known[]): Warning | undefined {
  const here = domainOf(it.mail);
  const like = same.find((other) => domainOf(other.mail) !== here && isLookAlike(here, domainOf(other.mail)));
  return like && { kind: 'look-alike-mail', other: like.id, detail: domainOf(like.mail) };
}

function domainOf(mail: string): string {
  return mail.slice(mail.lastIndexOf('@') + 1);
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
