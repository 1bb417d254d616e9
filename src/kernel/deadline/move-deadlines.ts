// SPDX-License-Identifier: EUPL-1.2
import type { DeadlineRule, Land, PlainDate } from '@fachwerk/german-calendar';
import { z } from 'zod';
import type { Command } from '../command.ts';
import type { Tx } from '../database.ts';
import type { Event, Json } from '../event.ts';
import { idPattern } from '../id.ts';
import type { Reaction } from '../reaction.ts';
import { Refusal } from '../refusal.ts';
import { deadlineRule } from './rule-schema.ts';
import { computeAgain } from './rules.ts';
import { holidayChanges, lockDeadline, openDeadlines, saveDeadline } from './store.ts';
import type { StoredHolidayChange, TrackedDeadline } from './tracked-deadline.ts';

/** A deadline whose end a change of the law moves. */
export interface DeadlineMove {
  readonly deadline: TrackedDeadline;
  /** undefined while it rests: only its later end will differ. */
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}

/** What changed: the holidays of a Land, or one rule (for deadlines that began on or after a day; older ones keep their version). */
export type ChangedLaw = { readonly land: Land } | { readonly rule: DeadlineRule; readonly startedFrom: PlainDate };

/** Deadlines that a change moves. To be asked as background work: a person's rights would hide files of others, and their deadlines would be missed. */
export async function movedDeadlines(tx: Tx, changed: ChangedLaw): Promise<DeadlineMove[]> {
  const rule = 'rule' in changed ? changed.rule : undefined;
  const open = await openDeadlines(tx, 'rule' in changed ? { ruleId: changed.rule.id } : { land: changed.land });
  const concerned = 'rule' in changed ? open.filter(({ start }) => start >= changed.startedFrom) : open;
  const holidays = await holidaysByLand(tx, new Set(concerned.map(({ place }) => place.land)));
  return concerned.flatMap((deadline) => {
    const again = computeAgain(deadline, holidays.get(deadline.place.land) ?? [], rule);
    return again.due === deadline.due && rule === undefined ? [] : [{ deadline, from: deadline.due, to: again.due }];
  });
}

const input = z.strictObject({ id: z.string().regex(idPattern), rule: deadlineRule.optional() });

/** The end of a deadline was moved by a change of the law; the file's history shows it. */
export interface DeadlineMoved extends Event {
  readonly type: 'kernel.deadline-moved';
  readonly facts: { readonly id: string; readonly from: string | null; readonly to: string | null; readonly rule: Json };
}

/** Computes one deadline again, by the holidays as they are now and, if given, a newer version of its rule. Background work only. */
export const moveDeadline: Command<z.infer<typeof input>, DeadlineMoved> = {
  name: 'kernel.move-deadline',
  permission: 'kernel.move-deadline',
  input,
  async decide({ input: { id, rule }, caller, tx }) {
    if (caller.system === undefined) return new Refusal('not-permitted', 'kernel.deadline.by-system-only');
    const deadline = await lockDeadline(tx, id);
    if (!deadline) return new Refusal('not-found', 'kernel.not-found');
    const after = await computedNow(tx, deadline, rule);
    return after.due === deadline.due && rule === undefined ? [] : [moved(deadline, after, rule)];
  },
  async apply(tx, { facts }) {
    const deadline = await lockDeadline(tx, facts.id);
    if (deadline) await saveDeadline(tx, await computedNow(tx, deadline, deadlineRule.nullable().parse(facts.rule) ?? undefined));
  },
};

async function computedNow(tx: Tx, deadline: TrackedDeadline, rule: DeadlineRule | undefined): Promise<TrackedDeadline> {
  return computeAgain(deadline, await holidayChanges(tx, deadline.place.land), rule);
}

function moved(before: TrackedDeadline, after: TrackedDeadline, rule: DeadlineRule | undefined): DeadlineMoved {
  const { id, file, unit } = before;
  return {
    type: 'kernel.deadline-moved',
    object: `deadline:${id}`,
    ...(file === undefined ? {} : { file }),
    ...(unit === undefined ? {} : { unit }),
    facts: { id, from: before.due ?? null, to: after.due ?? null, rule: rule ? { ...rule } : null },
  };
}

async function holidaysByLand(tx: Tx, laender: ReadonlySet<Land>): Promise<ReadonlyMap<Land, StoredHolidayChange[]>> {
  const byLand = new Map<Land, StoredHolidayChange[]>();
  for (const land of laender) byLand.set(land, await holidayChanges(tx, land));
  return byLand;
}

/** A new or withdrawn holiday moves the deadlines of its Land, each in an act of its own: one that fails does not hold up the others. */
export const whenHolidayIsChangedMoveDeadlines: Reaction = {
  name: 'kernel.when-holiday-is-changed-move-deadlines',
  on: ['kernel.holiday-changed'],
  async react({ runtime, entry, act }) {
    const land = entry.personal?.facts['land'] as Land | undefined;
    if (land === undefined) return; // erased: the change was made long ago
    const as = { person: null, system: 'kernel.deadlines' };
    const moves = await runtime.database.read(as, runtime.clock.now(), (tx) => movedDeadlines(tx, { land }));
    for (const { deadline } of moves) await act(moveDeadline, { id: deadline.id }, deadline.id);
  },
};
