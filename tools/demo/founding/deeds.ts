// SPDX-License-Identifier: EUPL-1.2
import { momentOf } from '../calendar.ts';
import { diceFor } from '../dice.ts';
import type { CaseStory, ContactStory, FileStory, PaperStory } from '../stories/story.ts';
import type { Colleague } from '../town/staff.ts';

/** What somebody did, without when. */
export type What =
  | { readonly kind: 'open-file' }
  | { readonly kind: 'name'; readonly post: string }
  | { readonly kind: 'protect'; readonly level: 1 | 2 }
  | { readonly kind: 'classify' }
  | { readonly kind: 'open-case'; readonly case: CaseStory }
  | { readonly kind: 'contact'; readonly case: CaseStory; readonly contact: ContactStory }
  | { readonly kind: 'assign'; readonly case: CaseStory; readonly post: string }
  | { readonly kind: 'register'; readonly case: CaseStory; readonly paper: PaperStory; readonly parent: PaperStory | undefined }
  | { readonly kind: 'version'; readonly case: CaseStory; readonly paper: PaperStory; readonly no: number }
  | { readonly kind: 'sign'; readonly case: CaseStory; readonly paper: PaperStory }
  | { readonly kind: 'withdraw'; readonly case: CaseStory; readonly paper: PaperStory; readonly reason: string }
  | { readonly kind: 'wait'; readonly case: CaseStory }
  | { readonly kind: 'close-case'; readonly case: CaseStory }
  | { readonly kind: 'close-file' };

/** One act in the life of a file. */
export type Deed = What & { readonly at: Date; readonly actor: Colleague };

/** The life of a file as acts in the order in which they happened; none of them later than `now`. */
export function deedsOf(file: FileStory, now: Date): Deed[] {
  const dice = diceFor('hours', file.reference);
  const deeds = [...fileDeeds(file), ...file.cases.flatMap(caseDeeds), ...closingDeeds(file)];
  const timed = deeds.map(({ day, ...deed }, order) => ({ ...deed, order, at: momentOf(day, dice.int(0, 500)) }));
  timed.sort((one, other) => (sameDay(one.at, other.at) ? one.order - other.order : one.at.getTime() - other.at.getTime()));
  let last = 0;
  return timed.map(({ order: _, ...deed }) => {
    last = Math.max(last + 60_000, deed.at.getTime());
    return { ...deed, at: new Date(Math.min(last, now.getTime())) } as Deed;
  });
}

const day = 86_400_000;

function sameDay(one: Date, other: Date): boolean {
  return Math.floor(one.getTime() / day) === Math.floor(other.getTime() / day);
}

type Dated = What & { readonly day: PaperStory['day']; readonly actor: Colleague };

function fileDeeds(file: FileStory): Dated[] {
  const { openedOn, opener, protection } = file;
  const at = { day: openedOn, actor: opener };
  const named = new Set([opener, ...file.cases.map(({ clerk }) => clerk)].map(({ posts }) => posts[0]!.id));
  return [
    { kind: 'open-file', ...at },
    ...(protection === 0 ? [] : [...named].map((post) => ({ kind: 'name' as const, post, ...at }))),
    ...(protection === 0 ? [] : [{ kind: 'protect' as const, level: protection, ...at }]),
    ...(file.restricted ? [{ kind: 'classify' as const, ...at }] : []),
  ];
}

function caseDeeds(it: CaseStory): Dated[] {
  const { startedOn, clerk, papers, state, filedOn, contacts } = it;
  const at = { case: it, day: startedOn, actor: clerk };
  const last = papers.at(-1)?.day ?? startedOn;
  return [
    { kind: 'open-case', ...at },
    ...contacts.map((contact) => ({ kind: 'contact' as const, contact, ...at })),
    ...(state === 'draft' ? [] : [{ kind: 'assign' as const, post: clerk.posts[0]!.id, ...at }]),
    ...papers.flatMap((paper) => paperDeeds(it, paper, undefined)),
    ...(state === 'waiting' ? [{ kind: 'wait' as const, ...at, day: last }] : []),
    ...(filedOn === undefined ? [] : [{ kind: 'close-case' as const, ...at, day: filedOn }]),
  ];
}

function paperDeeds(it: CaseStory, paper: PaperStory, parent: PaperStory | undefined): Dated[] {
  const at = { case: it, paper, day: paper.day, actor: paper.actor };
  return [
    { kind: 'register', ...at, parent },
    ...paper.attachments.flatMap((attachment) => paperDeeds(it, attachment, paper)),
    ...paper.versions.slice(1).map((_, index) => ({ kind: 'version' as const, ...at, no: index + 2 })),
    ...(paper.signer ? [{ kind: 'sign' as const, ...at, actor: paper.signer }] : []),
    ...(paper.withdrawn === undefined ? [] : [{ kind: 'withdraw' as const, ...at, reason: paper.withdrawn }]),
  ];
}

function closingDeeds({ closedOn, opener }: FileStory): Dated[] {
  return closedOn === undefined ? [] : [{ kind: 'close-file', day: closedOn, actor: opener }];
}
