// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** A check box: forms send a word or nothing, programs send true or false. */
export const flag = z.union([z.boolean(), z.stringbool()]).default(false);

/** Why, in a sentence. */
export const reasonText = z.string().trim().min(3).max(500);

/** What is left empty in a form is nothing. */
export function orNothing<T extends z.ZodType>(field: T) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), field.nullable());
}

/** A day that may be left out. */
export const emptyDate = z.union([z.iso.date(), z.null(), z.literal('').transform(() => null)]);
