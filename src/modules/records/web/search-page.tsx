// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Chips,
  EmptyState,
  ErrorSummary,
  FilterChip,
  PageHead,
  SearchHit,
  SearchHits,
  type SnippetPiece,
} from '../../../ui/index.ts';
import { countedHits, findByReference, type SearchHitLine, search } from '../queries/search.ts';
import { ownSearches } from '../queries/saved-searches.ts';
import { sortKeyOf } from '../rules/reference.ts';
import { readSearch } from '../rules/search-words.ts';
import { pageErrors, typedInto } from './form-parts.tsx';
import { NamedReferences, pageOf, referencesNamedIn } from './named-references.tsx';
import { savedSearchActions, SavedSearches, SaveSearch } from './saved-searches.tsx';
import { showDate, stateText } from './words.ts';

/** Suche: one box, hits with snippet and page. */
export const searchPage: Page = {
  path: '/search',
  permission: 'records.read',
  async show(visit) {
    const { say } = visit;
    const typed = (typedInto(visit, 'save', 'query') ?? visit.query('q') ?? '').trim();
    const began = performance.now();
    const hits = typed === '' ? [] : await visit.read((tx) => search(tx, readSearch(typed)));
    const seconds = ((performance.now() - began) / 1000).toLocaleString('de-DE', { maximumFractionDigits: 2 });
    const { own, named } = await visit.read(async (tx) => ({
      own: await ownSearches(tx),
      named: await referencesNamedIn(tx, typed),
    }));
    const errors = pageErrors(visit);
    const total = hits[0]?.hits ?? 0;
    const lead =
      typed === ''
        ? say('records.search.hint')
        : say('records.search.count', { n: total >= countedHits ? `${countedHits.toLocaleString('de-DE')}+` : total, seconds });
    return visit.html(
      frame(visit, {
        title: typed === '' ? say('records.search.title') : `„${typed}“`,
        current: '/search',
        searchValue: typed,
        errors: errors.length,
        body: (
          <>
            <PageHead title={typed === '' ? say('records.search.title') : `„${typed}“`} lead={lead} />
            {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
            {typed === '' ? null : <Filters visit={visit} typed={typed} />}
            {typed === '' ? null : <SaveSearch visit={visit} query={typed} own={own} />}
            <NamedReferences visit={visit} named={named} />
            {typed !== '' && hits.length + named.length === 0 ? <EmptyState>{say('records.search.none')}</EmptyState> : null}
            <SearchHits>
              {hits.map((hit) => (
                <Hit visit={visit} hit={hit} />
              ))}
            </SearchHits>
            <SavedSearches visit={visit} own={own} />
          </>
        ),
      }),
    );
  },
  actions: savedSearchActions,
};

function Filters({ visit: { say }, typed }: { visit: Visit; typed: string }) {
  const kinds = readSearch(typed).kinds;
  const toggled = (word: string, on: boolean) =>
    `/search?q=${encodeURIComponent(on ? typed.replace(new RegExp(`\\s*art:${word}`, 'i'), '').trim() : `${typed} art:${word}`)}`;
  return (
    <Chips label={say('records.search.filter')}>
      {(
        [
          ['document', 'dokument'],
          ['case', 'vorgang'],
          ['file', 'akte'],
        ] as const
      ).map(([kind, word]) => (
        <FilterChip href={toggled(word, kinds.includes(kind))} on={kinds.includes(kind)}>
          {say(`records.search.kind.${kind}`)}
        </FilterChip>
      ))}
    </Chips>
  );
}

function Hit({ visit, hit }: { visit: Visit; hit: SearchHitLine }) {
  const { say } = visit;
  const place = hit.page === null ? '' : ` · ${say('records.search.page', { n: hit.page, all: hit.pages ?? hit.page })}`;
  const detail = hit.kind === 'document' ? hit.detail : stateText(say, hit.kind, hit.detail);
  const meta: Child = `${hit.reference} · ${detail}${place}${hit.date ? ` · ${showDate(hit.date)}` : ''}`;
  return (
    <SearchHit title={hit.title} href={addressOf(hit)} meta={meta} snippet={hit.snippet ? piecesOf(hit.snippet) : undefined} />
  );
}

function addressOf({ kind, id, page }: Pick<SearchHitLine, 'kind' | 'id' | 'page'>): string {
  const paths = { file: 'files', case: 'cases', document: 'documents' } as const;
  return `/${paths[kind]}/${id}${page === null ? '' : `#page-${page}`}`;
}

/** The database marks hits with two control characters that no text can contain; here they become elements, never markup. */
function piecesOf(snippet: string): SnippetPiece[] {
  return snippet
    .split('\u0002')
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, hit: false }];
      const [hit = '', ...rest] = part.split('\u0003');
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false },
      ];
    })
    .filter(({ text }) => text !== '');
}

const suggested = 6;

/** What the palette offers while somebody types: references to jump to, then hits, then the whole search. */
export const suggestEndpoint: Endpoint = {
  method: 'GET',
  path: '/search/suggest',
  permission: 'records.read',
  summary: 'Suggestions while typing: references, files, cases, documents',
  async handle(visit) {
    const { say } = visit;
    const typed = visit.query('q')?.trim() ?? '';
    if (typed === '') return visit.context.json({ groups: [] });
    const { named, jumps, hits } = await visit.read(async (tx) => ({
      named: await referencesNamedIn(tx, typed),
      jumps: /\d/.test(typed) ? await findByReference(tx, sortKeyOf(typed), suggested) : [],
      hits: await search(tx, readSearch(typed), { limit: suggested, last: true, snippets: false }),
    }));
    const first = named.map(({ object, reference, subject }) => ({ object, reference, subject, id: object.split(':')[1] ?? '' }));
    const seen = new Set([...jumps, ...first].map(({ id }) => id));
    const go = [
      ...jumps
        .filter(({ id }) => !first.some((one) => one.id === id))
        .map(({ kind, id, reference, subject }) => ({ kind, id, reference, title: subject, page: null })),
      ...hits.filter(({ id }) => !seen.has(id)),
    ].slice(0, suggested + 2);
    const meant = first.map(({ object, reference, subject }) => ({
      title: `${reference} ${subject}`.trim(),
      detail: say(`records.search.kind.${object.split(':')[0]}`),
      href: pageOf(object),
      icon: object.startsWith('document:') ? 'file' : 'folder',
    }));
    const found = go.map((hit) => ({
      title: `${hit.reference} ${hit.title}`.trim(),
      detail: say(`records.search.kind.${hit.kind}`),
      href: addressOf(hit),
      icon: hit.kind === 'document' ? 'file' : 'folder',
    }));
    const items = [...meant, ...found].slice(0, suggested + 2);
    const all = {
      title: say('records.search.all', { typed }),
      detail: say('records.search.title'),
      href: `/search?q=${encodeURIComponent(typed)}`,
      icon: 'search',
    };
    return visit.context.json({
      groups: [
        ...(items.length > 0 ? [{ title: say('records.search.jump'), items }] : []),
        { title: say('records.search.in-text'), items: [all] },
      ],
    });
  },
};
