// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export type HeadingLevel = 1 | 2 | 3 | 4;
export type HeadingProps = {
  level: HeadingLevel;
  id?: string | undefined;
  looks?: 'h2' | 'h3' | undefined;
  class?: string | undefined;
  children?: Child | undefined;
};

/** A heading; `level` is its place in the outline, `looks` only its size. */
export function Heading({ level, id, looks, class: extra, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} class={classNames(looks, extra)}>
      {children}
    </Tag>
  );
}
