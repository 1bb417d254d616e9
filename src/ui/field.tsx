// SPDX-License-Identifier: EUPL-1.2
import { classNames } from './class-names.ts';
import { DateField } from './date-field.tsx';
import { describing, type FieldBase, FieldFrame } from './field-parts.tsx';
import { CheckboxField, type Choice, RadiosField } from './field-choices.tsx';

type TextKind = 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'number';

export type TextFieldProps = FieldBase & {
  type?: TextKind | undefined;
  value?: string | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined;
  maxlength?: number | undefined;
  spellcheck?: boolean | undefined;
  autofocus?: boolean | undefined;
  short?: boolean | undefined;
};
export type TextAreaFieldProps = FieldBase & {
  type: 'textarea';
  value?: string | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
};
export type SelectFieldProps = FieldBase & {
  type: 'select';
  value?: string | undefined;
  options: readonly Choice[];
  empty?: string | undefined;
};
export type CheckboxFieldProps = FieldBase & { type: 'checkbox'; checked?: boolean | undefined; value?: string | undefined };
export type RadiosFieldProps = FieldBase & { type: 'radios'; value?: string | undefined; options: readonly Choice[] };
export type DateFieldProps = FieldBase & { type: 'date'; value?: string | undefined };

export type FieldProps =
  | TextFieldProps
  | TextAreaFieldProps
  | SelectFieldProps
  | CheckboxFieldProps
  | RadiosFieldProps
  | DateFieldProps;

function TextField(props: TextFieldProps) {
  const control = (
    <input
      type={props.type ?? 'text'}
      class={classNames('input', props.short && 'input-short')}
      id={props.id ?? props.name}
      name={props.name}
      value={props.value}
      required={props.required}
      autocomplete={props.autocomplete ?? 'off'}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      spellcheck={props.spellcheck}
      autofocus={props.autofocus}
      {...describing(props)}
    />
  );
  // The island adds "show" behind a password; the row is there from the start so that nothing jumps.
  return (
    <FieldFrame field={props}>
      {props.type === 'password' ? (
        <div class="input-row" data-island="password">
          {control}
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  );
}

function TextAreaField(props: TextAreaFieldProps) {
  return (
    <FieldFrame field={props}>
      <textarea
        class="input"
        id={props.id ?? props.name}
        name={props.name}
        rows={props.rows ?? 5}
        maxlength={props.maxlength}
        required={props.required}
        {...describing(props)}
      >
        {props.value ?? ''}
      </textarea>
    </FieldFrame>
  );
}

/** Answers under their headings, in the order they came. */
function groupsOf(options: readonly Choice[]): [string | undefined, Choice[]][] {
  const groups = new Map<string | undefined, Choice[]>();
  for (const option of options) {
    const group = groups.get(option.group);
    if (group) group.push(option);
    else groups.set(option.group, [option]);
  }
  return [...groups];
}

function SelectField(props: SelectFieldProps) {
  return (
    <FieldFrame field={props}>
      <select class="input" id={props.id ?? props.name} name={props.name} required={props.required} {...describing(props)}>
        {props.empty === undefined ? null : (
          <option value="" selected={!props.value}>
            {props.empty}
          </option>
        )}
        {groupsOf(props.options).map(([group, options]) => {
          const answers = options.map((option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          ));
          return group === undefined ? answers : <optgroup label={group}>{answers}</optgroup>;
        })}
      </select>
    </FieldFrame>
  );
}

/** One question of a form: label, hint, error and the control for its kind. */
export function Field(props: FieldProps) {
  switch (props.type) {
    case 'textarea':
      return <TextAreaField {...props} />;
    case 'select':
      return <SelectField {...props} />;
    case 'checkbox':
      return <CheckboxField {...props} />;
    case 'radios':
      return <RadiosField {...props} />;
    case 'date':
      return <DateField {...props} />;
    default:
      return <TextField {...props} />;
  }
}
