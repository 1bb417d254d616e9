// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Caller } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayActIn } from '../../people/index.ts';
import type { ItemStepped } from '../events/item-stepped.ts';
import { localDay } from '../rules/local-day.ts';
import { type ItemStep, mayStep } from '../rules/workflow.ts';
import { findItemForChange, type LockedItem } from '../store/items.ts';

/** Which item, and as which state the person saw it. */
export const itemSeen = { item: z.uuid(), lock: z.coerce.number().int().min(1).max(1_000_000) };
/** Why, in a sentence. */
export const reasonText = z.string().trim().min(3).max(500);
/** One line of text that may be empty. */
export const line = (most: number) => z.string().trim().max(most).default('');

export type PostPermission = 'post.receive' | 'post.handle' | 'post.release' | 'post.configure';

/** May the caller act in this office the way they act now? Background work may. */
export async function mayActFor(
  tx: Tx,
  caller: Caller,
  where: { readonly permission: PostPermission; readonly unit: string },
): Promise<Refusal | undefined> {
  return caller.system === undefined ? mayActIn(tx, caller, where) : undefined;
}

/** Locks the item and asks what all steps ask: is it there, does it stand there, may the caller act for the office concerned? */
export async function beginStep(
  tx: Tx,
  caller: Caller,
  wish: { readonly item: string; readonly lock: number; readonly step: ItemStep },
): Promise<LockedItem | Refusal> {
  const it = await findItemForChange(tx, wish.item);
  if (!it) return new Refusal('not-found', 'post.not-found');
  const no = mayStep(it, wish.step, wish.lock);
  if (no) return no;
  const permission = wish.step === 'released' || wish.step === 'refused' ? 'post.release' : 'post.handle';
  const unit = wish.step === 'taken-back' ? (it.from ?? it.office) : it.office;
  return (await mayActFor(tx, caller, { permission, unit })) ?? it;
}

/** The event of a step; whoever acts, it stays in the same office unless `office` says otherwise. */
export function stepped(
  it: LockedItem,
  step: ItemStep,
  at: Date,
  more: {
    office?: string;
    from?: string | null;
    note?: string;
    file?: string;
    case?: string;
    document?: string;
    place?: number | null;
    hazards?: readonly string[];
  } = {},
): ItemStepped {
  const { file, office = it.office, from = null, note = '', ...rest } = more;
  const facts = { day: localDay(at), office, from, note, ...rest };
  const unit = step === 'taken-back' ? office : it.office;
  return { type: `post.${step}`, object: `item:${it.id}`, unit, ...(file === undefined ? {} : { file }), facts };
}
