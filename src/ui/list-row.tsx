// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

export type ListRowProps = {
  title: Child;
  href: string;
  /** What is wanted of me, one or two words: "Mitzeichnen". Left out in plain lists. */
  want?: Child | undefined;
  /** Reference and reason, second line. */
  meta?: Child | undefined;
  /** By when: a date or a chip. */
  by?: Child | undefined;
  byMeta?: Child | undefined;
  /** What can be done in place: small buttons, each in its own form. */
  action?: Child | undefined;
  /** The row in hand: it stands open below and may hold the page's filled button. */
  here?: boolean | undefined;
  /** Done just now: stays, tinted, with "Rückgängig" as its action. */
  gone?: boolean | undefined;
  /** What stands in the opened row. */
  children?: Child | undefined;
  id?: string | undefined;
};

/** One row of a work list: what is wanted, of what, by when, do it. `j` and `k` walk through rows, `Enter` opens. */
export function ListRow({ title, href, want, meta, by, byMeta, action, here, gone, children, id }: ListRowProps) {
  const open = children !== undefined && children !== null && children !== false;
  return (
    <li
      id={id}
      class={classNames(here && 'is-here', gone && 'is-gone', open && 'has-open')}
      aria-current={here ? 'true' : undefined}
      data-row=""
    >
      <div class="row">
        {want === undefined ? null : (
          <span class={classNames('row-want', gone && 'with-i')}>
            {gone ? <Icon name="check" /> : null}
            {want}
          </span>
        )}
        <p class="row-what">
          <a class="row-link" href={href} data-row-link="">
            {title}
          </a>
          {meta === undefined ? null : <span class="row-meta">{meta}</span>}
        </p>
        <span class="row-by">
          {by}
          {byMeta === undefined ? null : <span class="row-meta">{byMeta}</span>}
        </span>
        <div class="row-do">{action}</div>
      </div>
      {open ? <div class="row-open">{children}</div> : null}
    </li>
  );
}

/** A list of rows; `plain` rows have no "what is wanted". */
export function ListRows({
  plain,
  label,
  children,
}: {
  plain?: boolean | undefined;
  label?: string | undefined;
  children?: Child | undefined;
}) {
  return (
    <ol class={classNames('rows', plain && 'rows-plain')} aria-label={label} data-rows="">
      {children}
    </ol>
  );
}
