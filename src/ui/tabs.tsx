// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';

/** One tab that is a page of its own. */
export type TabLink = { label: Child; href: string; count?: number | undefined; current?: boolean | undefined };

/** Sides of one thing, each with its own address: links, the current one marked. */
export function Tabs({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count === undefined ? null : <span class="count">{item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One panel that stands in this page already. */
export type TabPanel = { id: string; label: string; content: Child };

/** Sides of one thing in one page: without script they stand below each other with links to them; the island shows one at a time. */
export function TabPanels({ label, panels }: { label: string; panels: readonly TabPanel[] }) {
  return (
    <div data-island="tabs">
      <nav class="tabs" aria-label={label}>
        <ul>
          {panels.map((panel) => (
            <li>
              <a href={`#${panel.id}`}>{panel.label}</a>
            </li>
          ))}
        </ul>
      </nav>
      {panels.map((panel) => (
        <section class="tab-panel" id={panel.id} aria-label={panel.label}>
          {panel.content}
        </section>
      ))}
    </div>
  );
}
