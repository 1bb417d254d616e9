// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';

/** What every kind of field has. */
export type FieldBase = {
  name: string;
  label: Child;
  /** Defaults to `name`; the error summary links to it. */
  id?: string | undefined;
  hint?: Child | undefined;
  /** One sentence: what is wrong and what to do. */
  error?: Child | undefined;
  /** Marked in words; required is the rule and not marked. */
  optional?: boolean | undefined;
  required?: boolean | undefined;
  /** Label beside the control, for short facts in an aside. */
  compact?: boolean | undefined;
};

/** Attributes that tie a control to its hint and its error. */
export function describing(field: FieldBase) {
  const id = field.id ?? field.name;
  const described = classNames(field.hint !== undefined && `${id}-hint`, field.error !== undefined && `${id}-error`);
  return { 'aria-describedby': described, 'aria-invalid': field.error === undefined ? undefined : ('true' as const) };
}

/** "(freiwillig)" behind a label. */
export function OptionalNote({ optional }: { optional?: boolean | undefined }) {
  const t = useTexts();
  return optional ? <span class="field-note"> ({t.optional})</span> : null;
}

/** Hint, then error: both stand before the control, where they are read before typing. */
export function HintAndError({ id, hint, error }: { id: string; hint?: Child | undefined; error?: Child | undefined }) {
  return (
    <>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="wrong" id={`${id}-error`}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}

/** Label, hint, error and the control in this order. */
export function FieldFrame({ field, children }: { field: FieldBase; children?: Child | undefined }) {
  const id = field.id ?? field.name;
  return (
    <div class={classNames('field', field.compact && 'field-s', field.error !== undefined && 'is-wrong')}>
      <label for={id}>
        {field.label}
        <OptionalNote optional={field.optional} />
      </label>
      <HintAndError id={id} hint={field.hint} error={field.error} />
      {children}
    </div>
  );
}
