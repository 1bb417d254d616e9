// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { Heading } from './heading.tsx';

/** Words of a text with the hits in it: `hit` pieces are marked. Both are text, so nothing of a document can become markup. */
export type SnippetPiece = { text: string; hit: boolean };

export type SearchHitProps = {
  title: Child;
  href: string;
  meta?: Child | undefined;
  snippet?: readonly SnippetPiece[] | undefined;
  thumb?: string | undefined;
  level?: 2 | 3 | undefined;
};

/** Marked words around a hit. */
export function Snippet({ pieces }: { pieces: readonly SnippetPiece[] }) {
  return <>{pieces.map((piece) => (piece.hit ? <mark>{piece.text}</mark> : piece.text))}</>;
}

/** One hit: the page as a small picture, where it is filed, and the words around it. */
export function SearchHit({ title, href, meta, snippet, thumb, level = 2 }: SearchHitProps) {
  return (
    <li class="hit" data-row="">
      {thumb ? (
        <img class="hit-leaf" src={thumb} alt="" loading="lazy" width="42" height="59" />
      ) : (
        <svg class="leaf" viewBox="0 0 42 59" aria-hidden="true">
          <path d="M7 9h14M7 17h26M7 22h28M7 35h27M7 40h28M7 45h12" />
          <path class="leaf-mark" d="M7 27h24" />
        </svg>
      )}
      <div>
        <Heading level={level} looks="h3">
          <a href={href} data-row-link="">
            {title}
          </a>
        </Heading>
        {meta === undefined ? null : <p class="small muted">{meta}</p>}
        {snippet ? (
          <p>
            <Snippet pieces={snippet} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** Hits as a list; `start` numbers them on for later pages. */
export function SearchHits({ start, children }: { start?: number | undefined; children?: Child | undefined }) {
  return (
    <ol class="hits" start={start} data-rows="">
      {children}
    </ol>
  );
}
