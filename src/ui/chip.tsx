// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { useTexts } from './language.ts';

export type ChipTone = 'plain' | 'now' | 'late' | 'done';
export type ChipProps = { tone?: ChipTone | undefined; icon?: IconName | undefined; children?: Child | undefined };

const toneIcons: Partial<Record<ChipTone, IconName>> = { now: 'clock', late: 'alert', done: 'check' };

/** A state in one or two words; colour is doubled by the word and a drawing. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
  const drawing = icon ?? toneIcons[tone];
  return (
    <span class={classNames('chip', tone !== 'plain' && `is-${tone}`)}>
      {drawing ? <Icon name={drawing} small /> : null}
      <span>{children}</span>
    </span>
  );
}

export type FilterChipProps = {
  href: string;
  on?: boolean | undefined;
  count?: number | string | undefined;
  icon?: IconName | undefined;
  children?: Child | undefined;
};

/** A filter as a link: its address is the list with the filter set, or, when it is on, without it. */
export function FilterChip({ href, on, count, icon, children }: FilterChipProps) {
  const t = useTexts();
  return (
    <a class={classNames('chip', on && 'is-on')} href={href}>
      {icon ? <Icon name={icon} small /> : null}
      <span>{children}</span>
      {count === undefined ? null : <span class="muted">{count}</span>}
      {on ? (
        <>
          <Icon name="x" small />
          <span class="hide">{t.remove}</span>
        </>
      ) : null}
    </a>
  );
}

/** Chips in a row, with a label when they are filters. */
export function Chips({ label, children }: { label?: string | undefined; children?: Child | undefined }) {
  return (
    <div class={classNames('chips', label !== undefined && 'filters')} role={label ? 'group' : undefined} aria-label={label}>
      {children}
    </div>
  );
}
