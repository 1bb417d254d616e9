// SPDX-License-Identifier: EUPL-1.2
import type { StepKind } from '../kinds.ts';
import { compact } from './fold.ts';
import type { Token } from './tokens.ts';

/** How clerks write each kind; dots, blanks and capitals do not matter. */
const spellings: Readonly<Record<StepKind, string>> = {
  memo: 'Vermerk, Verm., Vm., Aktenvermerk, AV, Gesprächsvermerk, Telefonvermerk, Notiz',
  'take-note':
    'z.K., zK, zur Kenntnis, zur Kenntnisnahme, Kenntnisnahme, Kenntnis, z.Kts., z.Ktn., z.Kg., z.gfl.K., z.g.K., um Kenntnisnahme, nachr., nachrichtlich, n.z.K., zKn, KN, cc',
  comment:
    'z.St., z.Stn., zStN, StN, Stellungnahme, zur Stellungnahme, um Stellungnahme, z.Stllgn., Stellungn., z. Stellungn., Äußerung, um Äußerung, zur Äußerung, z.Ä.',
  process:
    'z.B., zB, z.Bearb., Bearbeitung, zur Bearbeitung, z.w.B., z.w.V., zwV, zur weiteren Veranlassung, Veranlassung, z.w.Bearb., z.E., zur Erledigung, Erledigung, um Erledigung, zur weiteren Bearbeitung, zust., zuständigkeitshalber, bearbeiten, erledigen',
  cosign:
    'z.Mz., zMz, Mz, Mitzeichnung, zur Mitzeichnung, um Mitzeichnung, z.Mitz., Mitz., Mitzeichn., z. Mitzeichn., mitzeichnen, mitz., Mitzeichng., z.MZ, mit der Bitte um Mitzeichnung, m.d.B. um Mitzeichnung',
  'final-sign':
    'Schlusszeichnung, Schlußzeichnung, Schlussz., Schlußz., z.Sz., Sz, zur Schlusszeichnung, z.Schlussz., SchlZ, schlusszeichnen, Schlusszeichn., z.U., zU, zur Unterschrift, Unterschrift, z. Unterschr., unterschreiben, zur Zeichnung, Zeichnung, z. Zeichn., z.Zchng.',
  'reserved-sign': 'Zeichnungsvorbehalt, Schlusszeichnung vorbehalten, Zeichnung vorbehalten, vorbehalten, Vorbehalt',
  dispatch:
    'ab, absenden, Absendung, abs., Versand, versenden, z. Versand, zum Versand, abschicken, zur Post, z. Post, auslaufen, Reinschrift, Reinschrift fertigen, ab am, Ausgang',
  consult: 'bR, b.R., bitte Rücksprache, Rücksprache, um Rücksprache, zur Rücksprache, z.R., Rspr., Rü., Rückspr.',
  call: 'bA, b.A., bitte Anruf, Anruf, um Anruf, anrufen, bitte anrufen',
  'show-before': 'vA, v.A., vor Abgang, v. Abg., vor Abg., vor Auslauf, v. Ausl.',
  'show-after': 'nA, n.A., nach Abgang, n. Abg., nach Abg., nach Auslauf, n. Ausl.',
  'follow-up': 'Wv., WV, W.V., Wvl., WVL, Wiedervorlage, zur Wiedervorlage, wieder vorlegen, Wiedervorl., z.Wvl.',
  'to-case': 'z.V., zV, z.Vg., zVg, zum Vorgang, z. Vorg., z.d.V., zum Vorg.',
  'set-aside': 'Wl, Wgl., weglegen, Weglage, z. Wegl.',
  close: 'z.d.A., zdA, z.A., zA, zu den Akten, zur Akte, z.d. Akten, zdA-Verfügung, ablegen, abschließen, z.d.A, ad acta, a.a.',
};

const kinds = new Map<string, StepKind>(
  (Object.entries(spellings) as [StepKind, string][]).flatMap(([kind, words]) =>
    words.split(', ').map((word) => [compact(word), kind] as const),
  ),
);

/** Words that mean a kind only where nothing clearer stands. */
const weak: ReadonlySet<string> = new Set([
  'ab',
  'av',
  'cc',
  'anruf',
  'ausgang',
  'notiz',
  'kenntnis',
  'vorbehalt',
  'vorbehalten',
  'zeichnung',
]);
/** Letters and mails are dispatched even where nobody writes „ab“. */
const outgoing: ReadonlySet<string> = new Set([
  'schreiben',
  'brief',
  'bescheid',
  'email',
  'mail',
  'antwort',
  'antwortschreiben',
  'reinschrift',
  'fax',
]);
const longest = 4;

/** A kind that stands in a list of tokens. */
export interface KindAt {
  readonly kind: StepKind;
  readonly at: number;
  readonly count: number;
}

/** The kind of an instruction: the first clear one, else a weak one, else a letter to be sent. */
export function findKind(tokens: readonly Token[]): KindAt | undefined {
  let faint: KindAt | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const found = kindAt(tokens, at);
    if (found && !found.weak) return found;
    faint ??= found;
  }
  return faint ?? letterAt(tokens);
}

function kindAt(tokens: readonly Token[], at: number): (KindAt & { weak: boolean }) | undefined {
  let joined = '';
  let found: (KindAt & { weak: boolean }) | undefined;
  for (let count = 1; count <= longest; count += 1) {
    const token = tokens[at + count - 1];
    if (token?.kind !== 'word') break;
    const word = compact(token.text);
    if (word === '') break;
    joined += word;
    const kind = kinds.get(joined);
    if (kind) found = { kind, at, count, weak: weak.has(joined) };
  }
  return found;
}

function letterAt(tokens: readonly Token[]): KindAt | undefined {
  const first = tokens[0];
  return first?.kind === 'word' && outgoing.has(compact(first.text)) ? { kind: 'dispatch', at: 0, count: 0 } : undefined;
}
