// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Caller, Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import type { Event } from '../../../kernel/event.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { actingIn } from '../../records/index.ts';
import type { FollowUpMoved } from '../events/case-followed-up.ts';
import { plainDate } from '@fachwerk/german-calendar';
import { daysAfter, nextInSeries, spans } from '../rules/follow-up-days.ts';
import { localDay } from '../rules/local-day.ts';
import { markStep } from '../rules/order.ts';
import { applyFollowUpMoved, findFollowUpForChange, type LockedFollowUp } from '../store/follow-ups.ts';
import { applyOrderStepped } from '../store/orders.ts';
import { sittingAt } from '../store/sitting.ts';
import { findOrder, orderStepped } from './order-step.ts';
import type { OrderStepped } from '../events/order-stepped.ts';

const seen = { followUp: z.uuid(), lock: z.coerce.number().int().min(1) };
const moved = z.strictObject({
  ...seen,
  span: z.enum(spans).optional(),
  due: z.union([z.iso.date(), z.literal('')]).default(''),
});
const finished = z.strictObject({ ...seen, ends: z.enum(['once', 'series']).default('once') });

/** The follow-up, for whoever it is put before and for those who may write in the file. */
async function findFollowUp(tx: Tx, caller: Caller, wish: { followUp: string; lock: number }): Promise<LockedFollowUp | Refusal> {
  const it = await findFollowUpForChange(tx, wish.followUp);
  if (!it) return new Refusal('not-found', 'circulation.follow-up-not-found');
  if (it.state !== 'open') return new Refusal('conflict', 'circulation.follow-up-is-over');
  if (it.lock !== wish.lock) return new Refusal('conflict', 'circulation.follow-up-changed');
  const { now } = await sittingAt(tx, caller, { unit: it.unit, function: it.function, head: false, label: '' });
  const no = now ? undefined : await actingIn(tx, caller, { file: it.file, permission: 'records.write' });
  return no ?? it;
}

function event(it: LockedFollowUp, type: FollowUpMoved['type'], facts: { due: string; state: 'open' | 'done' }): FollowUpMoved {
  return { type, object: `follow-up:${it.id}`, file: it.file, unit: it.unit, facts: { ...facts, note: '' } };
}

/** Wiedervorlage verlegen. */
export const moveFollowUp: Command<z.infer<typeof moved>, FollowUpMoved> = {
  name: 'circulation.move-follow-up',
  permission: 'circulation.act',
  input: moved,
  async decide({ input: { span, due: day, ...wish }, caller, at, tx }) {
    const it = await findFollowUp(tx, caller, wish);
    if (it instanceof Refusal) return it;
    const today = localDay(at);
    const due = span === undefined ? day : daysAfter(today, span);
    if (due === '') return new Refusal('invalid', 'circulation.no-day', {}, { due: 'circulation.no-day' });
    if (due < today) return new Refusal('invalid', 'circulation.day-is-over', {}, { due: 'circulation.day-is-over' });
    return [event(it, 'circulation.follow-up-moved', { due, state: 'open' })];
  },
  apply: applyFollowUpMoved,
};

/** Wiedervorlage erledigen: a series goes on with its next day, unless it is to end; the order that set it goes on, too. */
export const finishFollowUp: Command<z.infer<typeof finished>, Event> = {
  name: 'circulation.finish-follow-up',
  permission: 'circulation.act',
  input: finished,
  async decide({ input: { ends, ...wish }, caller, at, tx }) {
    const it = await findFollowUp(tx, caller, wish);
    if (it instanceof Refusal) return it;
    if (it.series !== null && ends === 'once') {
      const due = nextInSeries(plainDate(it.first), it.series, localDay(at));
      return [event(it, 'circulation.follow-up-done', { due, state: 'open' })];
    }
    const done = event(it, 'circulation.follow-up-done', { due: it.due, state: 'done' });
    const order = it.order === null ? undefined : await findOrder(tx, it.order);
    if (order instanceof Refusal) return order;
    const step = order?.steps.find(({ id, state }) => id === it.step && state === 'current');
    if (!order || !step) return [done];
    const marked = { step: step.id, person: caller.person, represented: caller.onBehalfOf ?? null, words: '' };
    const steps = markStep(order.steps, step.id, { mark: 'done', version: null });
    const state = order.state === 'returned' ? { state: 'returned' as const } : {};
    return [done, orderStepped(order, 'order-marked', at, { steps, marked, ...state })];
  },
  apply: (tx, one) =>
    one.type.startsWith('circulation.follow-up')
      ? applyFollowUpMoved(tx, one as FollowUpMoved)
      : applyOrderStepped(tx, one as OrderStepped),
};
