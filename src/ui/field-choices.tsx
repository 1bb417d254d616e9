// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { describing, type FieldBase, HintAndError, OptionalNote } from './field-parts.tsx';

/** One answer among several; `hint` is its second line, `group` the heading it stands under in a list. */
export type Choice = { value: string; label: string; hint?: Child | undefined; group?: string | undefined };

/** One yes-or-no question; its label stands behind the box. */
export function CheckboxField(props: FieldBase & { checked?: boolean | undefined; value?: string | undefined }) {
  const id = props.id ?? props.name;
  return (
    <div class={classNames('field', props.error !== undefined && 'is-wrong')}>
      <HintAndError id={id} error={props.error} />
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          required={props.required}
          {...describing(props)}
        />
        <span>
          {props.label}
          {props.hint === undefined ? null : <small id={`${id}-hint`}>{props.hint}</small>}
        </span>
      </label>
    </div>
  );
}

/** Several answers, all visible, one to choose; the error summary links to the first. */
export function RadiosField(props: FieldBase & { value?: string | undefined; options: readonly Choice[] }) {
  const id = props.id ?? props.name;
  const { 'aria-describedby': described } = describing(props);
  return (
    <fieldset class={classNames('field', props.error !== undefined && 'is-wrong')} aria-describedby={described}>
      <legend>
        {props.label}
        <OptionalNote optional={props.optional} />
      </legend>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {props.options.map((option, index) => (
        <label class="choice">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${index + 1}`}
            name={props.name}
            value={option.value}
            checked={option.value === props.value}
            required={props.required}
          />
          <span>
            {option.label}
            {option.hint === undefined ? null : <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
