// SPDX-License-Identifier: EUPL-1.2
import { classNames } from './class-names.ts';
import { type IconName, iconPaths } from './icon-paths.ts';

export type IconProps = { name: IconName; small?: boolean | undefined; class?: string | undefined };

/** A drawing beside a word; it never carries a meaning alone, so screen readers skip it. */
export function Icon({ name, small, class: extra }: IconProps) {
  return (
    <svg class={classNames('i', small && 'i-s', extra)} viewBox="0 0 20 20" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
