// SPDX-License-Identifier: EUPL-1.2
import {
  COVERED_YEARS,
  dateOf,
  holidayOn,
  isLand,
  isPlainDate,
  type Land,
  type PlainDate,
  plainDate,
} from '@fachwerk/german-calendar';
import { z } from 'zod';
import type { Command } from '../command.ts';
import type { Tx } from '../database.ts';
import type { Event } from '../event.ts';
import { newId } from '../id.ts';
import { Refusal } from '../refusal.ts';
import { holidayChanges } from './store.ts';
import type { StoredHolidayChange } from './tracked-deadline.ts';

/** Permission to enter holidays; a module registers it. */
export const changeHolidaysPermission = 'kernel.change-holidays';

const covered = {
  first: dateOf({ year: COVERED_YEARS.first, month: 1, day: 1 }),
  last: dateOf({ year: COVERED_YEARS.last, month: 12, day: 31 }),
};

const input = z.strictObject({
  land: z
    .string()
    .refine(isLand)
    .transform((land) => land as Land),
  municipality: z.union([z.literal(''), z.string().regex(/^\d{8}$/)]).default(''),
  date: z
    .string()
    .refine((text) => isPlainDate(text) && text >= covered.first && text <= covered.last)
    .transform((text) => text as PlainDate),
  change: z.enum(['added', 'dropped', 'as-by-law']),
  name: z.string().trim().max(120).default(''),
  source: z.string().trim().max(200).default(''),
});

/** What is entered: a new or abolished holiday, or (`as-by-law`) an earlier entry taken back. */
export type HolidayInput = z.infer<typeof input>;

/** A holiday of a Land or a municipality was entered, or the entry withdrawn. */
export interface HolidayChanged extends Event {
  readonly type: 'kernel.holiday-changed';
  readonly facts: {
    id: string;
    land: string;
    municipality: string;
    date: string;
    change: HolidayInput['change'];
    name: string;
    source: string;
  };
}

/** Enters what the law newly ordered; the reaction {@link import('./move-deadlines.ts').whenHolidayIsChangedMoveDeadlines} moves the deadlines. */
export const changeHoliday: Command<HolidayInput, HolidayChanged> = {
  name: 'kernel.change-holiday',
  permission: changeHolidaysPermission,
  input: input as z.ZodType<HolidayInput>,
  async decide({ input, tx }) {
    const known = await holidayChanges(tx, input.land);
    const earlier = known.find(({ date, municipality }) => date === input.date && municipality === input.municipality);
    const refusal = decideHolidayChange(input, earlier);
    if (refusal) return refusal;
    return [changed(earlier?.id ?? newId(), input)];
  },
  async apply(tx, { facts }) {
    if (facts.change === 'as-by-law') await tx.query('delete from kernel.holiday_change where id = $1', [facts.id]);
    else await insertChange(tx, facts);
  },
};

/** Whether a change of a holiday makes sense: a second entry or one that changes nothing would only hide an error. */
export function decideHolidayChange(input: HolidayInput, earlier: StoredHolidayChange | undefined): Refusal | undefined {
  if (input.change === 'as-by-law') return earlier ? undefined : new Refusal('conflict', 'kernel.deadline.no-such-change');
  if (earlier) return new Refusal('conflict', 'kernel.deadline.same-holiday');
  if (input.name === '' || input.source === '') return missing(input);
  const byLaw = holidayOn(plainDate(input.date), { land: input.land }) !== undefined;
  const wholeLand = input.municipality === ''; // a municipality may drop or add what the Land has only there
  return wholeLand && byLaw === (input.change === 'added')
    ? new Refusal('conflict', 'kernel.deadline.by-law-already')
    : undefined;
}

function missing({ name, source }: HolidayInput): Refusal {
  const key = 'kernel.invalid.missing';
  return new Refusal(
    'invalid',
    'kernel.invalid-input',
    {},
    { ...(name === '' ? { name: key } : {}), ...(source === '' ? { source: key } : {}) },
  );
}

function changed(id: string, { land, municipality, date, change, name, source }: HolidayInput): HolidayChanged {
  return {
    type: 'kernel.holiday-changed',
    object: `holiday-change:${id}`,
    facts: { id, land, municipality, date, change, name, source },
  };
}

async function insertChange(
  tx: Tx,
  { id, land, municipality, date, change, name, source }: HolidayChanged['facts'],
): Promise<void> {
  await tx.query(
    'insert into kernel.holiday_change (id, land, municipality, on_date, change, name, source) values ($1, $2, $3, $4, $5, $6, $7)',
    [id, land, municipality, date, change, name, source],
  );
}
