// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';

export type Fact = { term: Child; value: Child };

/** Terms and what is so, in two columns; a fact without a value is left out, not shown empty. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl class="facts">
      {items
        .filter((item) => item.value !== undefined && item.value !== null && item.value !== '')
        .map((item) => (
          <>
            <dt>{item.term}</dt>
            <dd>{item.value}</dd>
          </>
        ))}
    </dl>
  );
}
