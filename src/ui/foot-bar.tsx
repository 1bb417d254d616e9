// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { useTexts } from './language.ts';

/** One cell: a part of this page, its count large above its name; `main` is the primary act, only in the last cell. */
export type FootBarItem = { href: string; count?: string | number | undefined; label: Child; main?: boolean | undefined };

/** The bar at the foot of a phone: the parts of this page, nothing else. */
export function FootBar({ items }: { items: readonly FootBarItem[] }) {
  const t = useTexts();
  return (
    <nav class="parts" aria-label={t.partsOfPage}>
      {items.map((item) => (
        <a href={item.href} class={item.main ? 'is-main' : undefined}>
          {item.count === undefined ? null : <b>{item.count}</b>}
          <span>{item.label}</span>
        </a>
      ))}
    </nav>
  );
}
