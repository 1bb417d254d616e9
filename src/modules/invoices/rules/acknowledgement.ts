// SPDX-License-Identifier: EUPL-1.2

/** What an acknowledgement is made of. */
export interface ReceiptFacts {
  readonly seller: string;
  readonly number: string;
  readonly receivedOn: string;
  readonly fileName: string;
  readonly content: string;
}

/** The letter that says an invoice came in: no more than that. German, as the letter of refusal. */
export function acknowledgement({ seller, number, receivedOn, fileName, content }: ReceiptFacts): string {
  return [
    `An ${seller || 'den Rechnungssteller'}`,
    '',
    `Eingang Ihrer Rechnung ${number || '(ohne Nummer)'}`,
    '',
    'Guten Tag,',
    '',
    `Ihre Rechnung ist am ${receivedOn} hier eingegangen (Datei „${fileName}“).`,
    'Diese Bestätigung sagt nur, dass sie da ist. Ob sie richtig ist, prüfen wir noch.',
    '',
    'Die Datei erkennen Sie an ihrer Prüfsumme (SHA-256):',
    content,
    '',
    'Mit freundlichen Grüßen',
  ].join('\n');
}
