// SPDX-License-Identifier: EUPL-1.2

const form = /^[A-Z]{2}[0-9]{2}[A-Za-z0-9]{0,30}$/;

/** Whether a text is an IBAN: form and check digits (ISO 13616, ISO 7064 modulo 97). Blanks are allowed. */
export function isIban(text: string): boolean {
  const compact = text.replace(/\s/g, '');
  if (!form.test(compact)) return false;
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const code = character.charCodeAt(0);
    const value = code > 64 ? code - 55 : code - 48;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
