// SPDX-License-Identifier: EUPL-1.2

/** What a sender is recognised by: the mailbox, else the name without case, titles and signs. Empty when nobody is named. */
export function senderKey(sender: string, address: string): string {
  const mailbox = address.trim().toLowerCase();
  if (mailbox !== '') return mailbox;
  return nameKey(sender);
}

/** A name as it is compared: „Architekturbüro Kranz GmbH & Co. KG“ and „ARCHITEKTURBÜRO KRANZ“ are one. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\b(?:dr|prof|dipl-ing|dipl|ing|herrn?|frau|gmbh|mbh|ag|kg|ohg|gbr|ug|eg|co|e\.?\s?v)\b\.?/g, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
