// SPDX-License-Identifier: EUPL-1.2
import type { DeadlineRule } from '@fachwerk/german-calendar';
import { z } from 'zod';

const core = {
  id: z.string().min(1).max(80),
  name: z.string().min(1).max(120),
  legalSource: z.string().min(1).max(200),
  unit: z.enum(['days', 'working-days', 'weeks', 'months', 'quarters', 'half-years', 'years']),
  amount: z.int().min(1).max(1_000),
  plusHalfMonth: z.literal(true).exactOptional(),
  workWeek: z.enum(['mon-fri', 'mon-sat']).exactOptional(),
  holidaySource: z.string().min(1).max(200).exactOptional(),
};

const forward = z.strictObject({
  ...core,
  direction: z.literal('forward').exactOptional(),
  startKind: z.enum(['event', 'start-of-day']),
  extendOnHoliday: z.boolean(),
});

const backward = z.strictObject({
  ...core,
  direction: z.literal('backward'),
  lastDay: z.enum(['before-period', 'counted-day']),
  onHoliday: z.enum(['keep', 'earlier', 'later']),
});

/** A deadline rule as input of a command or read back from the database. */
export const deadlineRule: z.ZodType<DeadlineRule> = z.union([forward, backward]);
