// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, EmptyState, LinkButton, PageHead, Refusal, Table } from '../../../ui/index.ts';
import { allUnits, type UnitView, unitOptions } from '../../people/index.ts';
import { type BookLine, bookYears, listBook } from '../queries/book.ts';
import { bookCsv } from '../rules/book-csv.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { officeName } from './words.ts';

const shownLines = 200;
const mostLines = 200_000;

interface Chosen {
  readonly office: UnitView | undefined;
  readonly offices: readonly UnitView[];
  readonly year: number;
  readonly after: number;
}

/** Postbuch: what came in and went out, by number; of a year and an office, never of a person. */
export const bookPage: Page = {
  path: '/post/book',
  permission: 'post.read',
  async show(visit) {
    const { say } = visit;
    const chosen = await choose(visit);
    const { office, year, after } = chosen;
    const found = await visit.read(async (tx) => ({
      lines: office ? await listBook(tx, { office: office.id, year, after, limit: shownLines + 1 }) : [],
      years: office ? await bookYears(tx, office.id) : [],
      units: new Map((await allUnits(tx)).map((unit) => [unit.id, unit])),
    }));
    const lines = found.lines.slice(0, shownLines);
    const address = `office=${office?.id ?? ''}&year=${year}`;
    const body = (
      <>
        <PageHead
          title={say('post.book.of', { year, office: office ? `${office.code} ${office.name}` : '' })}
          lead={say('post.book.lead')}
          crumbs={[{ label: say('post.inbox.title'), href: '/post' }]}
          actions={
            office ? (
              <LinkButton icon="down" href={`/post/book/csv?${address}`} download>
                {say('post.book.csv')}
              </LinkButton>
            ) : undefined
          }
        />
        <Choose visit={visit} chosen={chosen} years={found.years} />
        {office ? null : <Refusal reason={say('post.receive.no-office')} />}
        {lines.length === 0 ? <EmptyState>{say('post.book.none')}</EmptyState> : null}
        {lines.length === 0 ? null : <Lines visit={visit} lines={lines} units={found.units} year={year} />}
        {found.lines.length > shownLines ? (
          <p>
            <a href={`/post/book?${address}&after=${lines.at(-1)?.no ?? 0}`}>{say('post.book.more')}</a>
          </p>
        ) : null}
      </>
    );
    return visit.html(frame(visit, { title: say('post.book.title'), current: '/post', body }));
  },
};

async function choose(visit: Visit): Promise<Chosen> {
  const offices = await visit.read((tx) => unitOptions(tx, { permission: 'post.read', represented: visit.caller.onBehalfOf }));
  const asked = visit.query('office');
  const office = offices.find(({ id }) => id === asked) ?? offices[0];
  const thisYear = Number(localDay(visit.runtime.clock.now()).slice(0, 4));
  const number = (name: string, otherwise: number) => {
    const value = Number(visit.query(name) ?? Number.NaN);
    return Number.isInteger(value) && value >= 0 && value < 2 ** 31 ? value : otherwise;
  };
  return { office, offices, year: number('year', thisYear), after: number('after', 0) };
}

function Choose({ visit, chosen, years }: { visit: Visit; chosen: Chosen; years: readonly number[] }) {
  const { say } = visit;
  const { offices, office, year } = chosen;
  return (
    <form action="/post/book" method="get" class="btns" aria-label={say('post.book.choose')}>
      <label for="book-office">{say('post.known.office')}</label>
      <select class="input input-short" id="book-office" name="office">
        {offices.map(({ id, code, name }) => (
          <option value={id} selected={id === office?.id}>
            {`${code} ${name}`}
          </option>
        ))}
      </select>
      <label for="book-year">{say('post.book.year')}</label>
      <select class="input input-short" id="book-year" name="year">
        {[...new Set([year, ...years])]
          .toSorted((a, b) => b - a)
          .map((one) => (
            <option value={String(one)} selected={one === year}>
              {one}
            </option>
          ))}
      </select>
      <Button small>{say('post.inbox.show')}</Button>
    </form>
  );
}

type Units = ReadonlyMap<string, UnitView>;

function fateText({ say }: Visit, line: BookLine, units: Units): string {
  if (line.fate === '') return say(`post.fate.none.${line.direction}`);
  const day = line.fateOn === null ? '' : germanDay(line.fateOn);
  return say(`post.fate.${line.fate}`, { office: officeName(units, line.fateOffice), day });
}

function Lines({ visit, lines, units, year }: { visit: Visit; lines: readonly BookLine[]; units: Units; year: number }) {
  const { say } = visit;
  return (
    <Table
      caption={say('post.book.title')}
      captionHidden
      stack
      rows={lines}
      columns={[
        { id: 'no', title: say('post.book.no'), numeric: true, names: true, cell: ({ no }) => `${no}/${year}` },
        { id: 'day', title: say('post.book.day'), cell: ({ day }) => germanDay(day) },
        {
          id: 'way',
          title: say('post.book.way'),
          cell: ({ direction, channel }) => `${say(`post.direction.${direction}`)}, ${say(`post.channel.${channel}`)}`,
        },
        { id: 'party', title: say('post.book.party'), cell: ({ party }) => party || say('post.no-sender') },
        { id: 'subject', title: say('post.known.subject'), cell: ({ subject }) => subject || '–' },
        { id: 'fate', title: say('post.book.fate'), cell: (line) => fateText(visit, line, units) },
      ]}
    />
  );
}

/** The same book as a table for other programs. */
export const bookCsvEndpoint: Endpoint = {
  method: 'GET',
  path: '/post/book/csv',
  permission: 'post.read',
  summary: 'The Postbuch of an office for a year as CSV',
  async handle(visit) {
    const { say } = visit;
    const { office, year } = await choose(visit);
    if (!office) return visit.notFound();
    const { lines, units } = await visit.read(async (tx) => ({
      lines: await listBook(tx, { office: office.id, year, limit: mostLines }),
      units: new Map((await allUnits(tx)).map((unit) => [unit.id, unit])),
    }));
    const head = ['no', 'day', 'direction', 'way', 'party', 'subject', 'fate'].map((name) =>
      say(name === 'subject' ? 'post.known.subject' : `post.book.${name}`),
    );
    const rows = lines.map((line) => [
      `${line.no}/${year}`,
      germanDay(line.day),
      say(`post.direction.${line.direction}`),
      say(`post.channel.${line.channel}`),
      line.party,
      line.subject,
      fateText(visit, line, units),
    ]);
    return new Response(bookCsv(head, rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="postbuch-${office.code}-${year}.csv"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
};
