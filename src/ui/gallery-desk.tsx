// SPDX-License-Identifier: EUPL-1.2
import { Button, LinkButton } from './button.tsx';
import { Chip } from './chip.tsx';
import { EmptyState } from './empty-state.tsx';
import { Form } from './form.tsx';
import { ListRow, type ListRowProps, ListRows } from './list-row.tsx';
import { PageHead } from './page-head.tsx';
import { Pagination } from './pagination.tsx';
import { Part } from './part.tsx';
import { Plot } from './plot.tsx';
import { Progress } from './progress.tsx';
import { type Seat, Seats } from './seats.tsx';
import { Table } from './table.tsx';
import { Toast } from './toast.tsx';

const seats: readonly Seat[] = [
  { who: '66.2', what: 'Entwurf', mark: '20.11.', state: 'done' },
  { who: '32.2', what: 'z.Mz.', mark: '23.11.', state: 'done' },
  { who: '32.1 Sie', what: 'z.Mz.', mark: 'bis heute', state: 'now' },
  { who: '30', what: 'z.Mz.', mark: 'bis 27.11.', state: 'next' },
  { who: 'AL 66', what: 'Schlussz.', mark: 'danach', state: 'next' },
];

const small = (text: string, hotkey?: string) => (
  <Form action="/do" look="inline">
    <Button small hotkey={hotkey}>
      {text}
    </Button>
  </Form>
);

function InHand() {
  return (
    <>
      <Seats label="Laufweg: jetzt bei Ihnen, Platz 3 von 5" seats={seats} />
      <p>
        Es geht um Ihren Teil: Reihe C verliert zwei Stellplätze der Gastronomie <span class="nowrap">(Seite 4).</span> Geändert
        seit Ihrer letzten Sicht: <a href="#changes">2 Absätze</a>
      </p>
      <Form action="/sign" look="buttons">
        <Button look="main" hotkey="m">
          Mitzeichnen
        </Button>
        <Button name="with" value="remark">
          Mit Bemerkung
        </Button>
        <Button look="quiet" name="with" value="no">
          Nicht mitzeichnen …
        </Button>
      </Form>
    </>
  );
}

const open = (
  <LinkButton look="quiet" small href="/case">
    Öffnen <kbd aria-hidden="true">↵</kbd>
  </LinkButton>
);

const orders: readonly ListRowProps[] = [
  {
    here: true,
    want: 'Mitzeichnen',
    title: 'Wochenmarkt 2027, Neuordnung der Stände',
    href: '/case',
    meta: '66.20-0118#7 · von 66.2 Straßenverwaltung',
    by: <Chip tone="now">heute</Chip>,
    action: open,
    children: <InHand />,
  },
  {
    want: 'Überarbeiten',
    title: 'Bescheid Spielhalle „Royal“, Abstandsregel',
    href: '#r2',
    meta: '32.12-0017#5 · zurück von AL 32: „§ 16 AG GlüStV noch prüfen“',
    by: 'morgen',
    action: small('Verfügen'),
  },
  {
    want: 'Stellung nehmen',
    title: 'Bebauungsplan 61 „Mühlenwiese“: Lärm der Außengastronomie',
    href: '#r3',
    meta: '61.21-0009#2 · von 61.1 Stadtplanung',
    by: 'Fr, 27.11.',
    action: small('Antworten'),
  },
  {
    want: 'Nachfragen',
    title: 'Führungszeugnis Spielhalle „Royal“ noch nicht da',
    href: '#r4',
    meta: '32.12-0017#5 · Wv. vom 20.11.',
    by: <Chip tone="late">seit Freitag</Chip>,
    action: small('Erledigt', 'e'),
  },
  {
    want: 'Entscheiden',
    title: 'Gaststättenerlaubnis „Zum Anker“',
    href: '#r5',
    meta: '32.11-0042#3 · gilt sonst als erteilt (§ 6a GewO)',
    by: 'Do, 3.12.',
    byMeta: 'noch 7 Arbeitstage',
    action: small('Öffnen'),
  },
];

function Orders() {
  return (
    <Part id="orders" title="Aufträge an mich" count={5}>
      <ListRows>
        {orders.map((order) => (
          <ListRow {...order} />
        ))}
      </ListRows>
    </Part>
  );
}

function Mail() {
  return (
    <Part id="mail" title="Post für mich" count={2} right={<a href="/post">alle im Posteingang</a>}>
      <ListRows>
        <ListRow
          want="Ablegen"
          title="Nachtrag zum Stellplatznachweis"
          href="#m1"
          meta="Architekturbüro Kranz · passt zu 32.11-0042#3, Zeichen auf Seite 1"
          by={<Chip tone="now">heute</Chip>}
          action={small('Ablegen')}
        />
        <ListRow
          gone
          want="Abgelegt"
          title="Gewerbeanmeldung Kiosk am Brückenkopf"
          href="#m2"
          meta="zu 32.14-0203#1 · gerade eben"
          action={small('Rückgängig')}
        />
      </ListRows>
    </Part>
  );
}

type Milestone = { name: string; proof: string; state: string; due: string };
const milestones: readonly Milestone[] = [
  { name: '1 Aktenplan gilt', proof: 'Aktenplan 32, Fassung 2026', state: 'erreicht', due: '1.6.' },
  { name: '2 Post findet ihre Akte', proof: 'Trefferquote 90 %, 4 Wochen lang', state: '93 %', due: '1.10.' },
  { name: '3 Erste 100 Vorgänge z.d.A.', proof: 'gezählt in 32.1 und 32.2', state: '64 von 100', due: '18.12.' },
];

function Milestones() {
  return (
    <Part id="table" title="Meilensteine" count={4}>
      <Table
        caption="Meilensteine, aus dem Betrieb belegt"
        captionHidden
        stack
        rows={milestones}
        here={(row) => row.state.includes('von')}
        columns={[
          {
            id: 'name',
            title: 'Meilenstein',
            names: true,
            cell: (row) => row.name,
            sortHref: '?sort=-name',
            sorted: 'ascending',
          },
          { id: 'proof', title: 'Beleg', cell: (row) => row.proof },
          { id: 'state', title: 'Stand', numeric: true, cell: (row) => row.state, sortHref: '?sort=state' },
          { id: 'due', title: 'fällig', cell: (row) => row.due, sortHref: '?sort=due' },
        ]}
      />
      <Pagination page={7} pageSize={20} total={1000} capped href={(page) => `?page=${page}`} label="Seiten der Meilensteine" />
    </Part>
  );
}

function Overview() {
  const load = [6, 3, 4, 2, 5, 1, 4, 9, 2, 3];
  const days = ['Di', 'Mi', 'Do', 'Fr', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Mo'];
  const dates = ['24.', '25.', '26.', '27.', '30.', '1.', '2.', '3.', '4.', '7.'];
  const mark = (index: number) =>
    index === 0 ? { state: 'now' as const, more: 'heute' } : index === 7 ? { state: 'full' as const, more: 'voll' } : {};
  const columns = load.map((value, index) => ({ value, label: days[index], below: dates[index], ...mark(index) }));
  return (
    <aside class="side" aria-label="Überblick">
      <Part id="load" title="Wiedervorlagen, zwei Wochen">
        <Plot label="Wiedervorlagen je Tag" columns={columns} />
      </Part>
      <Part id="background" title="Läuft im Hintergrund">
        <Progress
          title="Stapel „Gaststätten 1998–2004“"
          label="Gelesene Seiten"
          value={37}
          max={120}
          sentence="37 von 120 Seiten gelesen, läuft weiter, auch wenn Sie weggehen"
        />
      </Part>
      <Part id="questions" title="Meine Rückfragen">
        <EmptyState>Keine offen. Was Sie mit bR fragen, steht hier, bis jemand antwortet.</EmptyState>
      </Part>
    </aside>
  );
}

/** The desk: rows in all their states, table, plot, progress, toast. */
export function GalleryDesk() {
  return (
    <>
      <PageHead
        title="Dienstag, 24. November"
        lead={
          <>
            15 Dinge warten auf Sie, 8 davon heute. Nächste Frist mit Rechtsfolge:{' '}
            <a href="/case">Do, 3.12., Erlaubnis „Zum Anker“</a>
          </>
        }
        actions={
          <LinkButton href="#new" icon="plus" hotkey="n">
            Neuer Vorgang
          </LinkButton>
        }
      />
      <div class="with-side">
        <div>
          <Orders />
          <Mail />
          <Milestones />
        </div>
        <Overview />
      </div>
      <Toast undo={{ action: '/undo', values: { act: '17' } }}>Abgelegt zu 32.14-0203#1.</Toast>
    </>
  );
}
