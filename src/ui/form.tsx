// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { FormKey } from './form-key.tsx';

export type FormProps = {
  action: string;
  method?: 'post' | 'get' | undefined;
  id?: string | undefined;
  label?: string | undefined;
  /** Key of a form shown again after a refusal; a fresh form draws its own. */
  formKey?: string | undefined;
  /** Name under which the island keeps a draft in this browser; one per thing being written, for example `note:42`. */
  draft?: string | undefined;
  /** Hidden values sent along. */
  values?: Readonly<Record<string, string>> | undefined;
  /** `form` spaces its fields, `buttons` is a row of buttons, `inline` adds nothing. */
  look?: 'form' | 'buttons' | 'inline' | undefined;
  class?: string | undefined;
  children?: Child | undefined;
};

const looks = { form: 'form', buttons: 'btns', inline: undefined };

/** A form: posts with an idempotency key, leaves checking to the server, which answers in sentences. */
export function Form({
  action,
  method = 'post',
  id,
  label,
  formKey,
  draft,
  values = {},
  look = 'form',
  class: extra,
  children,
}: FormProps) {
  return (
    <form
      action={action}
      method={method}
      id={id}
      aria-label={label}
      class={classNames(looks[look], extra)}
      novalidate
      data-draft={draft}
    >
      {method === 'post' ? <FormKey value={formKey} /> : null}
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
