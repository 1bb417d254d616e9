// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';

export type Crumb = { label: Child; href: string };

/** Where this page hangs in the filing plan or in its parent; the page itself is the heading below. */
export function Crumbs({ items, label = 'Ort' }: { items: readonly Crumb[]; label?: string | undefined }) {
  return (
    <nav class="crumbs" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
