// SPDX-License-Identifier: EUPL-1.2
import { explain, type Finding } from '@fachwerk/en16931';

/** What the letter is made of. */
export interface LetterFacts {
  readonly seller: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly receivedOn: string;
  readonly reason: string;
  readonly findings: readonly Pick<Finding, 'rule' | 'level' | 'source' | 'observed' | 'expected'>[];
}

const mostRules = 20;

/** The letter to the supplier: each violated rule with its id, what is wrong, and what to do. German, because it goes to German suppliers first. */
export function refusalLetter({ seller, number, issuedOn, receivedOn, reason, findings }: LetterFacts): string {
  const rules = [...new Map(findings.filter(({ level }) => level === 'error').map((one) => [one.rule, one])).values()];
  const opening = [
    `An ${seller || 'den Rechnungssteller'}`,
    '',
    `Ihre Rechnung ${number || '(ohne Nummer)'}${issuedOn && ` vom ${issuedOn}`}, hier eingegangen am ${receivedOn}`,
    '',
    'Guten Tag,',
    '',
    'wir können diese Rechnung so nicht bezahlen und weisen sie zurück.',
    `Grund: ${reason}`,
  ];
  const found = rules.slice(0, mostRules).flatMap((one, index) => {
    const { problem, remedy } = explain(one.rule, 'de');
    const place = `Zeile ${one.source.line}${one.observed === undefined ? '' : `, angegeben: ${one.observed.slice(0, 80)}`}`;
    return ['', `${index + 1}. Regel ${one.rule} (${place})`, `   Was nicht stimmt: ${problem}`, `   Was zu tun ist: ${remedy}`];
  });
  const rest =
    rules.length > mostRules
      ? [
          '',
          `Weitere Regeln: ${rules
            .slice(mostRules)
            .map(({ rule }) => rule)
            .join(', ')}`,
        ]
      : [];
  const closing = [
    '',
    'Bitte senden Sie eine berichtigte Rechnung mit neuer Nummer. Vor dem Senden können Sie sie auf unserer Seite',
    '„Rechnung prüfen“ (/rechnung-pruefen) selbst prüfen; dabei wird nichts gespeichert.',
    '',
    'Mit freundlichen Grüßen',
  ];
  return [...opening, ...found, ...rest, ...closing].join('\n');
}
