// SPDX-License-Identifier: EUPL-1.2
import { describing, type FieldBase, FieldFrame } from './field-parts.tsx';
import { showDateInput } from './date-input.ts';
import { useTexts } from './language.ts';

/** A day, typed as people write it; `value` is ISO or what was typed before. Read it on the server with `readDateInput`. */
export function DateField(props: FieldBase & { value?: string | undefined }) {
  const t = useTexts();
  const field = { ...props, hint: props.hint ?? (props.compact ? undefined : t.dateHint) };
  return (
    <FieldFrame field={field}>
      <div class="date-box input-row" data-island="date">
        <input
          type="text"
          class="input input-short"
          id={props.id ?? props.name}
          name={props.name}
          value={showDateInput(props.value ?? '')}
          inputmode="numeric"
          autocomplete="off"
          required={props.required}
          {...describing(field)}
        />
      </div>
    </FieldFrame>
  );
}
