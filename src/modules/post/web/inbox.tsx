// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import type { Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import {
  Chips,
  EmptyState,
  ErrorSummary,
  FilterChip,
  Icon,
  LinkButton,
  ListRow,
  ListRows,
  Notice,
  PageViewer,
  SplitView,
  type ViewerPage,
} from '../../../ui/index.ts';
import { actingScope, allUnits, type UnitView } from '../../people/index.ts';
import { type Drawer, drawers, type InboxLine, listInbox } from '../queries/inbox.ts';
import { findItemView, type ItemView } from '../queries/item-view.ts';
import { germanDay } from '../rules/local-day.ts';
import { Facts } from './item-facts.tsx';
import { channelIcons, errorsOf, officeName, senderText, subjectText } from './words.ts';

/** What the three panes share. */
export interface Inbox {
  readonly drawer: Drawer;
  readonly lines: readonly InboxLine[];
  readonly item: ItemView | undefined;
  readonly units: ReadonlyMap<string, UnitView>;
  /** Offices in whose name the caller may act on post. */
  readonly mine: ReadonlySet<string>;
  readonly office: string | undefined;
}

/** Reads the caller's inboxes and the item in hand: the one asked for, else the first. */
export function findInbox(visit: Visit, wanted?: string): Promise<Inbox> {
  const { caller } = visit;
  return visit.read(async (tx) => {
    const mine = await actingScope(tx, caller, 'post.read');
    const units = new Map((await allUnits(tx)).map((unit) => [unit.id, unit]));
    const asked = visit.query('office');
    const office = asked !== undefined && mine.has(asked) ? asked : undefined;
    const item = wanted === undefined ? undefined : await findItemView(tx, wanted);
    const drawer = drawers.find((one) => one === visit.query('drawer')) ?? (item ? drawerOf(item, mine) : 'open');
    const lines = await listInbox(tx, office === undefined ? [...mine] : [office], drawer);
    const first = wanted === undefined && lines[0] ? await findItemView(tx, lines[0].id) : item;
    return { drawer, lines, item: first, units, mine, office };
  });
}

function drawerOf(item: ItemView, mine: ReadonlySet<string>): Drawer {
  if (item.state === 'quarantined') return 'quarantine';
  if (item.state === 'assigned' || item.state === 'done') return 'done';
  return mine.has(item.office) ? 'open' : 'given';
}

/** The page: list, paper, what can be done. */
export function inboxPageOf(visit: Visit, inbox: Inbox, { notice }: { notice?: Child } = {}) {
  const { say } = visit;
  const { item } = inbox;
  const errors = errorsOf(visit);
  const title = item ? subjectText(say, item) : say('post.inbox.title');
  return frame(visit, {
    title,
    current: '/post',
    layout: 'panes',
    errors: errors.length,
    body: (
      <>
        <h1 class="hide">{say('post.inbox.title')}</h1>
        {notice}
        <ErrorSummary errors={errors} />
        <SplitView
          panes={[
            {
              id: 'list',
              title: say(`post.drawer.${inbox.drawer}`),
              tools: <ListTools visit={visit} />,
              foldLabel: say('post.inbox.unfold'),
              content: <List visit={visit} inbox={inbox} />,
            },
            {
              id: 'paper',
              title,
              tools: item ? <PaperTools visit={visit} item={item} /> : undefined,
              well: true,
              content: item ? <Paper visit={visit} item={item} /> : <EmptyState>{say('post.inbox.nothing-chosen')}</EmptyState>,
            },
            {
              id: 'facts',
              title: item ? say('post.inbox.stands', { state: say(`post.state.${item.state}`) }) : say('post.inbox.what-next'),
              content: item ? (
                <Facts visit={visit} inbox={inbox} item={item} />
              ) : (
                <EmptyState>{say('post.inbox.done')}</EmptyState>
              ),
            },
          ]}
        />
      </>
    ),
  });
}

function ListTools({ visit: { say, caller } }: { visit: Visit }) {
  if (!caller.permissions.has('post.receive')) return null;
  return (
    <LinkButton small class="right" icon="up" hotkey="n" href="/post/receive">
      {say('post.receive.link')}
    </LinkButton>
  );
}

function List({ visit, inbox }: { visit: Visit; inbox: Inbox }) {
  const { say, caller } = visit;
  const { drawer, lines, item, office, mine, units } = inbox;
  const where = office === undefined ? '' : `&office=${office}`;
  const offices = [...mine].map((id) => units.get(id)).filter((unit) => unit !== undefined && !unit.retired);
  return (
    <>
      <Chips label={say('post.inbox.drawers')}>
        {drawers.map((one) => (
          <FilterChip href={`/post?drawer=${one}${where}`} on={one === drawer}>
            {say(`post.drawer.${one}`)}
          </FilterChip>
        ))}
      </Chips>
      {lines.length === 0 ? <EmptyState>{say(`post.drawer.none.${drawer}`)}</EmptyState> : null}
      <ListRows plain label={say('post.inbox.title')}>
        {lines.map((line) => (
          <Line visit={visit} inbox={inbox} line={line} here={line.id === item?.id} />
        ))}
      </ListRows>
      <nav aria-label={say('post.inbox.more')} class="flow gap-part">
        <p>
          <a href={`/post/book${office === undefined ? '' : `?office=${office}`}`}>{say('post.book.title')}</a>
          {' · '}
          <a href="/post/routes">{say('post.routes.title')}</a>
        </p>
        {offices.length > 1 && offices.length <= 40 && caller.permissions.has('post.read') ? (
          <form action="/post" method="get" class="form">
            <div class="field">
              <label for="inbox-office">{say('post.inbox.office')}</label>
              <select class="input" id="inbox-office" name="office">
                <option value="">{say('post.inbox.all-offices')}</option>
                {offices.map((unit) => (
                  <option value={unit?.id} selected={unit?.id === office}>
                    {`${unit?.code} ${unit?.name}`}
                  </option>
                ))}
              </select>
            </div>
            <div class="btns">
              <button type="submit" class="btn btn-s">
                {say('post.inbox.show')}
              </button>
            </div>
          </form>
        ) : null}
      </nav>
    </>
  );
}

function Line({ visit: { say }, inbox, line, here }: { visit: Visit; inbox: Inbox; line: InboxLine; here: boolean }) {
  const { drawer, office, mine, units } = inbox;
  const where = office === undefined ? '' : `&office=${office}`;
  const state = line.state === 'new' ? '' : say(`post.state.${line.state}`);
  const at = mine.size > 1 ? officeName(units, line.office).split(' ')[0] : '';
  return (
    <ListRow
      here={here}
      title={
        <>
          <Icon name={channelIcons[line.channel]} small /> <span class="hide">{say(`post.channel.${line.channel}`)}, </span>
          {senderText(say, line)}
        </>
      }
      href={`/post/items/${line.id}?drawer=${drawer}${where}`}
      meta={subjectText(say, line)}
      by={germanDay(line.receivedOn)}
      byMeta={[state, at].filter((word) => word !== '').join(' · ')}
    />
  );
}

function PaperTools({ visit: { say }, item }: { visit: Visit; item: ItemView }) {
  if (item.content === null || item.hazards.length > 0) return null;
  return (
    <LinkButton look="quiet" small class="right" icon="down" href={`/post/items/${item.id}/content`} download={item.fileName}>
      {say('post.item.download')}
    </LinkButton>
  );
}

function Paper({ visit: { say }, item }: { visit: Visit; item: ItemView }) {
  const address = (what: string, page: number) => `/post/items/${item.id}/${what}/${page}`;
  const pages: ViewerPage[] = item.pages.map(({ no, text, pictured, width, height }) => ({
    number: no,
    ...(pictured ? { image: { src: address('pages', no), width, height }, thumb: address('thumbnails', no) } : {}),
    ...(text ? { text } : {}),
  }));
  return (
    <PageViewer
      title={subjectText(say, item)}
      pages={pages}
      note={
        noteOf(item) === undefined ? undefined : (
          <Notice tone={toneOf(item)}>{say(noteOf(item) ?? '', { place: item.place })}</Notice>
        )
      }
      stamp={say('post.item.stamp', { date: germanDay(item.receivedOn) })}
    />
  );
}

function noteOf(item: ItemView): string | undefined {
  if (item.state === 'quarantined' || item.hazards.length > 0) return 'post.item.locked';
  if (item.channel === 'paper') return item.place === '' ? 'post.item.on-paper' : 'post.item.on-paper-at';
  return item.reading === 'read' ? undefined : `post.reading.${item.reading}`;
}

function toneOf({ state, reading }: ItemView): 'late' | 'info' {
  return state === 'quarantined' || reading === 'failed' ? 'late' : 'info';
}
