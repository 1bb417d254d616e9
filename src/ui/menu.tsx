// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export type MenuProps = {
  /** What the button says; with `icon` alone give `label`. */
  title?: Child | undefined;
  label?: string | undefined;
  icon?: IconName | undefined;
  small?: boolean | undefined;
  /** The list hangs at the right edge of the button. */
  end?: boolean | undefined;
  /** Links, and buttons in their forms. */
  children?: Child | undefined;
};

/** A button with a list of things to do; opens without script, the island adds arrow keys, Escape and closing by a click outside. */
export function Menu({ title, label, icon, small, end, children }: MenuProps) {
  return (
    <details class={classNames('menu', end && 'menu-end')} data-island="menu">
      <summary class={classNames('btn', small && 'btn-s', title === undefined && 'btn-icon')} aria-label={label}>
        {icon ? <Icon name={icon} /> : null}
        {title}
      </summary>
      <div class="menu-list">{children}</div>
    </details>
  );
}
