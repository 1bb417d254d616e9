// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

/** What need not be read at once, one touch away. */
export function More({ title, open, children }: { title: Child; open?: boolean | undefined; children?: Child | undefined }) {
  return (
    <details class="more" open={open}>
      <summary>
        <Icon name="chev" small />
        {title}
      </summary>
      <div class="more-body flow">{children}</div>
    </details>
  );
}
