// SPDX-License-Identifier: EUPL-1.2

/** What a number is compared by: spaces, signs, capitals and leading zeros make no other number. */
export function numberKey(number: string): string {
  const plain = number.toLowerCase().replaceAll(/[^0-9a-zäöüß]/g, '');
  let start = 0;
  while (plain[start] === '0') start += 1;
  return plain.slice(start);
}

/** What a supplier is recognised by: VAT, tax or register number, else the name; as `glanceAt` makes it. */
export function supplierKey(text: string): string {
  return text.toUpperCase().replaceAll(/\s/g, '').slice(0, 300);
}
