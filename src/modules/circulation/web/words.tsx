// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Chip, type FieldError, readDateInput } from '../../../ui/index.ts';
import { germanDay } from '../rules/local-day.ts';

/** By when, in a word and a colour: over, today, or the day. */
export function When({ visit: { say }, due, today }: { visit: Visit; due: string | null; today: string }) {
  if (due === null) return <>{say('circulation.no-term')}</>;
  if (due < today) return <Chip tone="late">{say('circulation.since', { day: germanDay(due) })}</Chip>;
  if (due === today) return <Chip tone="now">{say('circulation.today')}</Chip>;
  return <>{germanDay(due)}</>;
}

/** The refusal as a list for the error summary: by field where fields are to blame, else as one sentence. */
export function fieldErrors({ refusal, say, enteredIn }: Visit): FieldError[] {
  if (!refusal) return [];
  const fields = Object.entries(refusal.fields).map(([field, key]) => ({
    field: `${enteredIn}-${field}`,
    text: say(key, refusal.details),
  }));
  return fields.length > 0 ? fields : [{ text: say(refusal.reason, refusal.details) }];
}

/** What the person had typed into a refused form; undefined when another form, or none, was refused. */
export function typedInto({ entered, enteredIn }: Visit, form: string, field: string): string | undefined {
  const value = enteredIn === form ? entered?.[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A date as people type it, as the norm writes it; what is no date stays as it was typed, and is refused. */
export function isoDate(value: unknown): string {
  if (typeof value !== 'string') return '';
  const read = readDateInput(value);
  return read.kind === 'date' ? read.iso : value.trim();
}
