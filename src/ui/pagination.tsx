// SPDX-License-Identifier: EUPL-1.2
import { classNames } from './class-names.ts';
import { useTexts } from './language.ts';

export type PaginationProps = {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  /** Counting stopped at `total`; there are more. */
  capped?: boolean | undefined;
  href: (page: number) => string;
  label?: string | undefined;
};

/** First, last, and two on each side of the current page; 0 stands for a gap. */
export function pagesToShow(page: number, last: number): number[] {
  const wanted = new Set([1, last, page - 2, page - 1, page, page + 1, page + 2].filter((n) => n >= 1 && n <= last));
  const sorted = [...wanted].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const before = sorted[index - 1] ?? 0;
    if (n - before === 2) return [n - 1, n];
    return n - before > 2 ? [0, n] : [n];
  });
}

/** Pages of a long list: the range in words, previous and next, and addresses of the pages near by. */
export function Pagination({ page, pageSize, total, capped, href, label }: PaginationProps) {
  const t = useTexts();
  const last = Math.max(1, Math.ceil(total / pageSize));
  const shown = capped ? t.moreThan(total) : total;
  return (
    <nav class="pages" aria-label={label ?? t.pages}>
      <p class="muted">{t.resultRange(Math.min(total, (page - 1) * pageSize + 1), Math.min(total, page * pageSize), shown)}</p>
      {last === 1 ? null : (
        <ul>
          {page > 1 ? (
            <li>
              <a href={href(page - 1)} rel="prev">
                {t.previous}
                <span class="hide">, {t.previousPage}</span>
              </a>
            </li>
          ) : null}
          {pagesToShow(page, last).map((n) => (
            <li class={classNames(Math.abs(n - page) > 1 && 'is-far')}>
              {n === 0 ? (
                <span aria-hidden="true">…</span>
              ) : (
                <a href={href(n)} aria-current={n === page ? 'page' : undefined} aria-label={t.pageN(n)}>
                  {n}
                </a>
              )}
            </li>
          ))}
          {page < last || capped ? (
            <li>
              <a href={href(page + 1)} rel="next">
                {t.next}
                <span class="hide">, {t.nextPage}</span>
              </a>
            </li>
          ) : null}
        </ul>
      )}
    </nav>
  );
}
