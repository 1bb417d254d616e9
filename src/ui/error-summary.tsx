// SPDX-License-Identifier: EUPL-1.2
import { useTexts } from './language.ts';

/** `field` is the id of the control the link leads to; `text` names the field and says what to do. */
export type FieldError = { field?: string | undefined; text: string };

/** First in the form after a refusal: what is wrong, each a link to its field. Takes the focus. Nothing when there is no error. */
export function ErrorSummary({ errors, title }: { errors: readonly FieldError[]; title?: string | undefined }) {
  const t = useTexts();
  if (errors.length === 0) return null;
  return (
    <div class="errors" role="alert" tabindex={-1} autofocus aria-labelledby="errors-head" data-takes-focus="">
      <h2 id="errors-head">{title ?? t.errorTitle(errors.length)}</h2>
      <ul>
        {errors.map((error) => (
          <li>{error.field ? <a href={`#${error.field}`}>{error.text}</a> : <span class="late strong">{error.text}</span>}</li>
        ))}
      </ul>
    </div>
  );
}
