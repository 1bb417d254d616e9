// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { SearchWords } from '../rules/search-words.ts';

/** One hit, as the list shows it. */
export interface SearchHitLine {
  readonly object: string;
  readonly kind: 'file' | 'case' | 'document';
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  readonly detail: string;
  readonly date: string | null;
  /** Page on which the words stand, and the words around them with U+0002 … U+0003 about each hit. */
  readonly page: number | null;
  readonly pages: number | null;
  readonly snippet: string | null;
  readonly hits: number;
}

/** Hits are counted up to here; above it the page says „mehr als“. */
export const countedHits = 1000;
const shown = 25;

/** Searches in what the caller may see. `last` treats the last word as unfinished, for suggestions while typing. */
export async function search(
  tx: Tx,
  typed: SearchWords,
  options: { limit?: number; last?: boolean; snippets?: boolean } = {},
): Promise<SearchHitLine[]> {
  const { words, without, kinds, plan, unitCodes, since, until } = typed;
  const { limit = shown, last = false, snippets = true } = options;
  return tx.query<SearchHitLine>(
    `with asked as materialized (select records.search_query($1, $2, $3) as query),
          units as (select case when $4::text[] is null then null else coalesce(array_agg(k.unit), '{}') end as ids
                      from people.units_known() k where $4::text[] is not null and exists (select from unnest($4::text[]) u where k.code = u or k.code like u || '.%')),
          found as materialized (
            select h.*, a.query from asked a, units u, lateral records.search(a.query, $5, $6, u.ids, $7, $8, $9) h)
     select h.object, h.kind, h.id, coalesce(d.title, c.subject, f.subject) as title,
            coalesce(c.reference, f.reference, '') as reference,
            case h.kind when 'document' then d.kind when 'case' then c.state else f.state end as detail,
            coalesce(d.received_on, d.dated_on, c.started_on, f.opened_on) as date,
            p.no as page, v.page_count as pages, p.snippet, h.hits::int as hits
       from found h
       join records.files f on f.id = h.file_id
       left join records.documents d on h.kind = 'document' and d.id = h.id
       left join records.cases c on c.id = case h.kind when 'case' then h.id when 'document' then d.case_id end
       left join records.versions v on v.document_id = d.id and v.no = d.versions
       left join lateral (
         select g.no, ts_headline('german', g.text, h.query, $10) as snippet
           from records.pages g where $11 and g.version_id = v.id and g.vector @@ h.query
          order by ts_rank(g.vector, h.query) desc, g.no limit 1) p on true
      order by h.rank desc, date desc nulls last, h.object`,
    [
      words,
      without,
      last,
      unitCodes.length > 0 ? unitCodes : null,
      kinds.length > 0 ? kinds : null,
      plan.length > 0 ? plan : null,
      since ?? null,
      until ?? null,
      limit,
      'StartSel=\u0002, StopSel=\u0003, MaxWords=28, MinWords=12, MaxFragments=2, FragmentDelimiter=" … "',
      snippets,
    ],
  );
}

/** A file or case whose reference begins so: the way to jump. */
export function findByReference(
  tx: Tx,
  sortPrefix: string,
  limit: number,
): Promise<{ kind: 'file' | 'case'; id: string; reference: string; subject: string }[]> {
  return tx.query(
    `select * from (
       (select 'file' as kind, id, reference, subject, sort_key from records.files where sort_key >= $1 and sort_key < $1 || chr(1114111) order by sort_key limit $2)
       union all
       (select 'case', id, reference, subject, sort_key from records.cases where sort_key >= $1 and sort_key < $1 || chr(1114111) order by sort_key limit $2)) s
     order by sort_key limit $2`,
    [sortPrefix, limit],
  );
}
