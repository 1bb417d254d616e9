// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import type { Say } from '../../../kernel/text.ts';
import { type FieldError, readDateInput } from '../../../ui/index.ts';
import type { Sentence } from '../rules/explain-retention.ts';
import { germanDay } from '../rules/local-day.ts';

/** A sentence of the explanation; its days as people write them. */
export function sentenceText(say: Say, { key, values, days = [] }: Sentence): string {
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, days.includes(name) ? germanDay(String(value)) : value]),
  );
  return say(key, shown);
}

/** The refusal as a list for the error summary: by field where fields are to blame, else as one sentence. */
export function fieldErrors({ refusal, say }: Visit): FieldError[] {
  if (!refusal) return [];
  const fields = Object.entries(refusal.fields).map(([field, key]) => ({ field, text: say(key, refusal.details) }));
  return fields.length > 0 ? fields : [{ text: say(refusal.reason, refusal.details) }];
}

/** What is wrong with one field of the refused form. */
export function errorOf({ refusal, say }: Visit, field: string): string | undefined {
  const key = refusal?.fields[field];
  return key === undefined ? undefined : say(key, refusal?.details);
}

/** What the person had typed into the refused form. */
export function typed({ entered }: Visit, field: string): string {
  const value = entered?.[field];
  return typeof value === 'string' ? value : '';
}

/** Days as people type them, as the norm writes them; what is no day stays as it was typed, and is refused. */
export function withDays(raw: Record<string, unknown>, ...fields: string[]): Record<string, unknown> {
  const days = fields.map((field) => {
    const text = raw[field];
    const read = typeof text === 'string' ? readDateInput(text) : undefined;
    return [field, read?.kind === 'date' ? read.iso : text] as const;
  });
  return { ...raw, ...Object.fromEntries(days.filter(([, value]) => value !== undefined)) };
}

/** „10 Jahre nach z.d.A.“ or „dauernd“. */
export function durationText(
  say: Say,
  { years, permanent, start }: { years: number | null; permanent: boolean; start: string },
): string {
  if (permanent) return say('disposal.duration.for-ever');
  return say('disposal.duration.years', { n: years ?? 0, start: say(`disposal.start.${start}`) });
}

/** A day, or what stands in its place. */
export function dayOr(day: string | null, otherwise: string): string {
  return day === null ? otherwise : germanDay(day);
}
