// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';

/** One sentence: nothing is here, and what would stand here. No picture, no button. */
export function EmptyState({ children }: { children?: Child | undefined }) {
  return <p class="empty">{children}</p>;
}
