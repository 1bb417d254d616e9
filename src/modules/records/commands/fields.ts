// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** A check box: forms send a word or nothing, the API sends true or false. */
export const flag = z.union([z.boolean(), z.stringbool()]).default(false);

/** Why somebody does what needs a reason. */
export const reason = z.string().trim().min(3).max(500);

/** The state that the person had before them when they decided. */
export const lock = z.coerce.number().int().min(1);

/** What is left empty in a form is nothing. */
export function orNothing<T extends z.ZodType>(field: T) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), field.nullable());
}

/** What one says of a plan unit; empty retention and disposal mean: like the unit above. */
export const planUnitWords = {
  title: z.string().trim().min(1).max(300),
  description: z.string().trim().max(2_000).default(''),
  seeAlso: z.string().trim().max(500).default(''),
  years: orNothing(z.coerce.number().int().min(0).max(200)),
  permanent: flag,
  disposal: orNothing(z.enum(['A', 'B', 'V'])),
  needsContact: flag,
};

/** Name of a file, case or document, `kind:uuid`. */
export const objectName = z.string().regex(/^(file|case|document):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** What one says of somebody who takes part in a case. */
export const contactWords = {
  role: z.string().trim().min(1).max(80),
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().max(400).default(''),
  email: z.union([z.literal(''), z.email()]).default(''),
  phone: z.string().trim().max(60).default(''),
};

/** A date that a form may leave empty to take it away. */
export const emptyDate = z.union([z.iso.date(), z.null(), z.literal('').transform(() => null)]);
