// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import type { Visit } from '../../../kernel/page.ts';
import { Field, type FieldError, type FieldProps, More, readDateInput } from '../../../ui/index.ts';

/** What the person had typed into one of several forms of a page; undefined when another form, or none, was refused. */
export function typedInto({ entered, enteredIn }: Visit, form: string, field: string): string | undefined {
  const value = enteredIn === form ? entered?.[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The refusal of whichever form of a page was refused: by field where a field is to blame, else as one sentence. */
export function pageErrors({ refusal, enteredIn, entered, say }: Visit): FieldError[] {
  if (!refusal) return [];
  const sentence = { text: say(refusal.reason, refusal.details) };
  const fields = Object.entries(refusal.fields)
    .filter(([field]) => entered !== undefined && /^[a-zA-Z]+$/.test(field))
    .map(([field, key]) => ({ field: `${enteredIn}-${field}`, text: say(key, refusal.details) }));
  return fields.length > 0 ? fields : [sentence];
}

/** A date as people type it, as the norm writes it; what is no date stays as it was typed, and is refused. */
export function isoDate(typed: string): string {
  const read = readDateInput(typed);
  return read.kind === 'date' ? read.iso : typed.trim();
}

/** One question of one of several forms: keeps what was typed, shows what was wrong, and what somebody else has written there meanwhile. */
export function Question({ visit, form, ...field }: { visit: Visit; form: string } & FieldProps) {
  const { say, refusal, enteredIn } = visit;
  const refused = enteredIn === form;
  const key = refused ? refusal?.fields[field.name] : undefined;
  const id = `${form}-${field.name}`;
  const error = key === undefined ? undefined : say(key, refusal?.details);
  const before = typedInto(visit, form, field.name);
  if (field.type === 'checkbox')
    return <Field {...field} id={id} error={error} checked={refused ? before !== undefined : field.checked} />;
  const meanwhile =
    refused && refusal?.reason === 'records.changed-meanwhile' && before !== undefined && isoDate(before) !== field.value;
  const hint = meanwhile ? say('records.now-stands', { value: field.value || '–' }) : field.hint;
  return <Field {...field} id={id} error={error} hint={hint} value={before ?? field.value} />;
}

/** A form that is one touch away; open when it was just refused. */
export function Folded({ visit, form, title, children }: { visit: Visit; form: string; title: Child; children: Child }) {
  return (
    <More title={title} open={visit.enteredIn === form}>
      {children}
    </More>
  );
}
