// SPDX-License-Identifier: EUPL-1.2
import { describing, type FieldBase, FieldFrame } from './field-parts.tsx';
import type { Choice } from './field-choices.tsx';

export type ComboboxProps = FieldBase & {
  /** Text in the field. */
  value?: string | undefined;
  /** Answers known from the start: a `datalist` without script. */
  options?: readonly Choice[] | undefined;
  /** Address that answers `?q=` with `{"items":[{"value":"…","label":"…","detail":"…"}]}`. */
  url?: string | undefined;
  /** Name of a hidden field for the chosen answer's value; empty when the person typed something of their own. */
  valueName?: string | undefined;
  chosen?: string | undefined;
};

/** A text field with suggestions: what is typed is always sent, choosing is a comfort. The server resolves the text when no value came along. */
export function Combobox(props: ComboboxProps) {
  const id = props.id ?? props.name;
  return (
    <FieldFrame field={props}>
      <div class="combo" data-island="combobox" data-url={props.url}>
        <input
          type="text"
          class="input"
          id={id}
          name={props.name}
          value={props.value}
          list={props.options ? `${id}-options` : undefined}
          autocomplete="off"
          required={props.required}
          {...describing(props)}
        />
        {props.valueName ? <input type="hidden" name={props.valueName} value={props.chosen ?? ''} data-chosen="" /> : null}
        {props.options ? (
          <datalist id={`${id}-options`}>
            {props.options.map((option) => (
              <option value={option.label} data-value={option.value} />
            ))}
          </datalist>
        ) : null}
      </div>
    </FieldFrame>
  );
}
