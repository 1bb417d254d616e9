// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useTexts } from './language.ts';

/** One page as a picture with its text; without a picture yet, the text stands alone. */
export type ViewerPage = {
  number: number;
  image?: { src: string; width: number; height: number };
  thumb?: string | undefined;
  /** Text layer; `Child` so that hits can be marked. */
  text?: Child | undefined;
  /** Address of this page, when pages are shown one at a time. */
  href?: string | undefined;
};

export type PageViewerProps = {
  /** Name of the document, for the pictures' alternative. */
  title: string;
  pages: readonly ViewerPage[];
  current?: number | undefined;
  /** Stands on the first page like a stamp: "Eingang 24. Nov. 2026". */
  stamp?: Child | undefined;
  /** The texts stand open, for example when the pictures are still being made. */
  textOpen?: boolean | undefined;
  /** Instead of pictures that are not there yet or never will be. */
  note?: Child | undefined;
};

function Thumb({ page, current }: { page: ViewerPage; current: boolean }) {
  const t = useTexts();
  return (
    <li>
      <a
        href={page.href ?? `#page-${page.number}`}
        aria-current={current ? 'page' : undefined}
        aria-label={t.pageN(page.number)}
        data-page={page.number}
      >
        {page.thumb ? (
          <img src={page.thumb} alt="" loading="lazy" width="42" height="59" />
        ) : (
          <svg viewBox="0 0 42 59" aria-hidden="true">
            <path d="M7 9h14M7 17h26M7 22h28M7 27h24M7 35h27M7 40h28M7 45h12" />
          </svg>
        )}
        {page.number}
      </a>
    </li>
  );
}

function Sheet({ page, props }: { page: ViewerPage; props: PageViewerProps }) {
  const t = useTexts();
  const { image } = page;
  return (
    <figure class="paper" id={`page-${page.number}`} data-sheet={page.number} tabindex={-1}>
      {page.number === 1 && props.stamp !== undefined ? <figcaption class="stamp">{props.stamp}</figcaption> : null}
      {image ? (
        <img
          src={image.src}
          width={image.width}
          height={image.height}
          loading={page.number === 1 ? 'eager' : 'lazy'}
          alt={`${props.title}, ${t.pageN(page.number)}`}
        />
      ) : null}
      {page.text === undefined ? null : (
        <details class="paper-text" open={props.textOpen || image === undefined}>
          <summary>
            <Icon name="chev" small />
            {t.textOfPage(page.number)}
          </summary>
          <div class="paper-words">{page.text}</div>
        </details>
      )}
    </figure>
  );
}

/** The paper in the middle: thumbnails at the side, pages as pictures, their words below to copy and to hear. The island adds zoom and page keys. */
export function PageViewer(props: PageViewerProps) {
  const t = useTexts();
  const { pages, current = 1 } = props;
  return (
    <div class="viewer" data-island="viewer">
      <div class={classNames('reading', pages.length < 2 && 'is-single')}>
        {pages.length < 2 ? null : (
          <nav class="rail" aria-label={t.pages}>
            <ol>
              {pages.map((page) => (
                <Thumb page={page} current={page.number === current} />
              ))}
            </ol>
          </nav>
        )}
        <div class="reading-pages">
          {props.note}
          {pages.map((page) => (
            <Sheet page={page} props={props} />
          ))}
        </div>
      </div>
    </div>
  );
}
