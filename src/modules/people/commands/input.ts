// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import { readDay } from '../rules/day.ts';

/** A day as people type it, as ISO text. */
export const day = z.string().transform((typed, context) => {
  const iso = readDay(typed);
  if (iso !== undefined) return iso;
  context.addIssue({ code: 'custom', message: typed.trim() === '' ? 'kernel.invalid.missing' : 'people.invalid.day' });
  return z.NEVER;
});

/** A day, or nothing. */
export const dayOrNone = z
  .union([z.literal('').transform(() => null), z.null(), day])
  .optional()
  .transform((value) => value ?? null);

/** An id, or nothing: a choice left open in a form comes as an empty text. */
export const idOrNone = z
  .union([z.literal('').transform(() => null), z.null(), z.uuid()])
  .optional()
  .transform((value) => value ?? null);

/** One or several: a form with one tick sends a text, with two a list. */
export const several = z
  .union([z.string(), z.array(z.string()).max(2_000)])
  .transform((value) => (Array.isArray(value) ? value : [value]));

/** Text of one line, without control characters that could forge lines elsewhere. */
export const line = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\u0000-\u001f\u007f]*$/);

/** A reason in a person's own words. */
export const reason = z.string().trim().max(2_000);

/** A tick in a form. */
export const ticked = z
  .union([z.boolean(), z.literal('yes').transform(() => true), z.literal('').transform(() => false)])
  .optional()
  .transform((value) => value ?? false);
