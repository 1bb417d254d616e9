// SPDX-License-Identifier: EUPL-1.2

/** What a step asks for (Verfügung), in the marks that clerks write: z.K., z.St., z.B., z.Mz., Schlusszeichnung … */
export const stepKinds = [
  'memo',
  'take-note',
  'comment',
  'process',
  'cosign',
  'final-sign',
  'reserved-sign',
  'dispatch',
  'consult',
  'call',
  'show-before',
  'show-after',
  'follow-up',
  'to-case',
  'set-aside',
  'close',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What somebody wrote beside their step. */
export const marks = [
  'written',
  'seen',
  'commented',
  'no-comment',
  'processed',
  'cosigned',
  'cosigned-with-remark',
  'refused',
  'signed',
  'returned',
  'dispatched',
  'spoken',
  'done',
] as const;
export type Mark = (typeof marks)[number];

const marksOf: Readonly<Record<StepKind, readonly Mark[]>> = {
  memo: ['written'],
  'take-note': ['seen'],
  comment: ['commented', 'no-comment'],
  process: ['processed'],
  cosign: ['cosigned', 'cosigned-with-remark', 'refused'],
  'final-sign': ['signed'],
  'reserved-sign': ['signed'],
  dispatch: ['dispatched'],
  consult: ['spoken'],
  call: ['spoken'],
  'show-before': ['seen'],
  'show-after': ['seen'],
  'follow-up': ['done'],
  'to-case': ['done'],
  'set-aside': ['done'],
  close: ['done'],
};

/** The marks that answer a kind; the first is the usual one. */
export function marksFor(kind: StepKind): readonly Mark[] {
  return marksOf[kind];
}

const withWords: ReadonlySet<Mark> = new Set(['commented', 'cosigned-with-remark', 'refused', 'returned']);

/** These marks mean nothing without a sentence. */
export function needsWords(mark: Mark): boolean {
  return withWords.has(mark);
}

/** A signature under the draft: a later change of the draft makes it open again (e. g. § 19 AGO, Anlage 2 GGO). */
export function isSignature(kind: StepKind): boolean {
  return kind === 'cosign' || isFinalSignature(kind);
}

/** The final signature, reserved or not. */
export function isFinalSignature(kind: StepKind): boolean {
  return kind === 'final-sign' || kind === 'reserved-sign';
}

const ownWork: ReadonlySet<StepKind> = new Set(['memo', 'dispatch', 'follow-up', 'to-case', 'set-aside', 'close']);

/** Work of whoever gives the order when no addressee is named. */
export function isOwnWork(kind: StepKind): boolean {
  return ownWork.has(kind);
}

/** How a kind is written in an order. */
export const shortForms: Readonly<Record<StepKind, string>> = {
  memo: 'Vermerk',
  'take-note': 'z.K.',
  comment: 'z.St.',
  process: 'z.B.',
  cosign: 'z.Mz.',
  'final-sign': 'Schlusszeichnung',
  'reserved-sign': 'Schlusszeichnung +',
  dispatch: 'ab',
  consult: 'bR',
  call: 'bA',
  'show-before': 'vA',
  'show-after': 'nA',
  'follow-up': 'Wv.',
  'to-case': 'z.V.',
  'set-aside': 'Wl',
  close: 'z.d.A.',
};
