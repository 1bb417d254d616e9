// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { ErrorSummary, Field, type FieldError, type FieldProps, LinkButton, Notice, Refusal } from '../../../ui/index.ts';

/** What the person had typed into a refused form; a page may have several, only the refused one gets it back. */
export function typed({ entered, enteredIn }: Visit, form: string, field: string): string | undefined {
  const value = enteredIn === form ? entered?.[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Several ticks of a refused form. */
export function ticked({ entered, enteredIn }: Visit, form: string, field: string): readonly string[] | undefined {
  if (enteredIn !== form) return undefined;
  const value = entered?.[field];
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
}

/** The refusal of one form as a list: by field where fields are to blame, else as one sentence. */
export function formErrors({ refusal, enteredIn, say }: Visit, form: string): FieldError[] {
  if (!refusal || enteredIn !== form) return [];
  const fields = Object.entries(refusal.fields).map(([field, key]) => ({
    field: `${form}-${field}`,
    text: say(key, refusal.details),
  }));
  return fields.length > 0 ? fields : [{ text: say(refusal.reason, refusal.details) }];
}

/** Number of errors on the page, for its title. */
export function errorCount({ refusal }: Visit): number {
  return refusal ? Math.max(1, Object.keys(refusal.fields).length) : 0;
}

/** First in the form after a refusal. What needs a fresh proof of identity says where to give it. */
export function FormErrors({ visit, form }: { visit: Visit; form: string }) {
  const { refusal, enteredIn, say, context } = visit;
  if (refusal?.reason !== 'people.prove-again' || enteredIn !== form) return <ErrorSummary errors={formErrors(visit, form)} />;
  const back = context.req.path.slice(0, context.req.path.lastIndexOf('/'));
  return (
    <Refusal
      reason={say(refusal.reason, refusal.details)}
      help={
        <LinkButton look="main" href={`/sign-in/again?to=${encodeURIComponent(back)}`}>
          {say('people.again.link')}
        </LinkButton>
      }
    />
  );
}

/** One question of one of several forms on a page: keeps what was typed, shows what was wrong. */
export function Question({ visit, form, ...field }: { visit: Visit; form: string } & FieldProps) {
  const { say, refusal, enteredIn } = visit;
  const key = enteredIn === form ? refusal?.fields[field.name] : undefined;
  const before = typed(visit, form, field.name);
  const id = `${form}-${field.name}`;
  const error = key === undefined ? undefined : say(key, refusal?.details);
  if (field.type === 'checkbox')
    return <Field {...field} id={id} error={error} checked={enteredIn === form ? before !== undefined : field.checked} />;
  const secret = field.type === 'password';
  return <Field {...field} id={id} error={error} value={secret ? undefined : (before ?? field.value)} />;
}

/** Says what just happened, when the address brings a word for it. */
export function DoneNotice({ visit: { query, say } }: { visit: Visit }) {
  const word = query('done');
  if (word === undefined || !/^[a-z-]{3,40}$/.test(word)) return null;
  const text = say(`people.done.${word}`);
  return text.startsWith('people.done.') ? null : (
    <Notice tone="done" live>
      <p>{text}</p>
    </Notice>
  );
}
