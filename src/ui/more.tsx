// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

interface MoreProps {
  title: Child;
  open?: boolean | undefined;
  /** True for what the page says, which stands on paper too; false for a tool, usually a form, which does not. */
  printed?: boolean;
  children?: Child | undefined;
}

/** What need not be read at once, one touch away. */
export function More({ title, open, printed, children }: MoreProps) {
  return (
    <details class={printed ? 'more' : 'more tool'} open={open}>
      <summary>
        <Icon name="chev" small />
        {title}
      </summary>
      <div class="more-body flow">{children}</div>
    </details>
  );
}
