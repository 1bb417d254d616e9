// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type RefusalProps = {
  /** "X wartet auf Y, fällig Z": who or what is waited for, in one sentence. */
  reason: Child;
  /** More, if one sentence is not enough: a list of what is missing. */
  children?: Child | undefined;
  /** What would help: buttons or links; the first may be the page's primary. */
  help?: Child | undefined;
  /** Stands for the whole page instead of a button. */
  page?: boolean | undefined;
  id?: string | undefined;
};

/** Stands where the button would be: the reason why there is none, and the action that would help. */
export function Refusal({ reason, children, help, page, id }: RefusalProps) {
  return (
    <div class={classNames('refusal', page && 'is-page')} id={id}>
      <p class="refusal-head">
        <Icon name="wait" />
        <span>{reason}</span>
      </p>
      {children}
      {help === undefined ? null : <div class="btns">{help}</div>}
    </div>
  );
}
