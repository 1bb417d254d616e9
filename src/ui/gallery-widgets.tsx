// SPDX-License-Identifier: EUPL-1.2
import { Button, Buttons, LinkButton } from './button.tsx';
import { Chip, Chips, FilterChip } from './chip.tsx';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { type IconName, iconPaths } from './icon-paths.ts';
import { Menu } from './menu.tsx';
import { More } from './more.tsx';
import { PageHead } from './page-head.tsx';
import { Pagination } from './pagination.tsx';
import { Part } from './part.tsx';
import { RetentionBar } from './retention-bar.tsx';
import { SearchHit, SearchHits } from './search-hit.tsx';
import { Seats } from './seats.tsx';
import { Steps } from './steps.tsx';
import { Table } from './table.tsx';
import { TabPanels, Tabs } from './tabs.tsx';

function Pressed() {
  return (
    <Buttons>
      <Button look="main" icon="check" hotkey="m">
        Mitzeichnen
      </Button>
      <Button>Mit Bemerkung</Button>
      <Button look="quiet">Nicht mitzeichnen …</Button>
      <Button small>Klein</Button>
      <LinkButton look="icon" icon="print" label="Drucken" href="#print" />
      <Menu title="Mehr" icon="more">
        <a href="#copy">
          <Icon name="copy" />
          Verweis kopieren
        </a>
        <a href="#move">Umtragen …</a>
        <Form action="/close" look="inline">
          <button type="submit">Zu den Akten</button>
        </Form>
      </Menu>
      <LinkButton href="/help" opens="help">
        Was heißt das?
      </LinkButton>
    </Buttons>
  );
}

function Controls() {
  return (
    <Part id="controls" title="Knöpfe, Menü, Fenster">
      <div class="flow">
        <Pressed />
        <Chips>
          <Chip>offen</Chip>
          <Chip tone="now">heute</Chip>
          <Chip tone="late">seit Freitag</Chip>
          <Chip tone="done">z.d.A.</Chip>
        </Chips>
        <Chips label="Filter">
          <FilterChip href="?" on>
            Amt 32
          </FilterChip>
          <FilterChip href="?k=letter" count={121}>
            Schreiben
          </FilterChip>
          <FilterChip href="?f" icon="plus">
            Filter
          </FilterChip>
        </Chips>
        <More title="Muster: so war es bei 5 ähnlichen Vorgängen" open printed>
          <p>1. Vermerk 2. Schreiben (ab) 3. 63.2, 20 z.Mz. 4. AL 32 5. z.d.A.</p>
        </More>
      </div>
      <Dialog id="help" title="z.d.A.">
        <p>„Zu den Akten“: Der Vorgang ist fertig und wird nicht mehr geändert.</p>
      </Dialog>
    </Part>
  );
}

function Sides() {
  return (
    <Part id="sides" title="Seiten einer Sache">
      <Tabs
        label="Verwaltung"
        items={[
          { label: 'Personen', href: '#p', count: 640, current: true },
          { label: 'Stellen', href: '#s' },
          { label: 'Aktenplan', href: '#a' },
        ]}
      />
      <TabPanels
        label="Fassungen"
        panels={[
          { id: 'v3', label: 'Entwurf 3', content: <p>Dritte Fassung.</p> },
          { id: 'v2', label: 'Entwurf 2', content: <p id="inside-v2">Zweite Fassung.</p> },
          { id: 'v1', label: 'Entwurf 1', content: <p>Erste Fassung.</p> },
        ]}
      />
    </Part>
  );
}

function Pictures() {
  return (
    <Part id="pictures" title="Bilder, die erklären">
      <div class="flow">
        <Steps
          label="Stand der Maßnahme"
          steps={[
            { label: 'vorgeschlagen', state: 'done' },
            { label: 'beschlossen', state: 'done', href: '#step2' },
            { label: 'in Arbeit', state: 'now' },
            { label: 'in Betrieb', state: 'next' },
            { label: 'abgeschlossen', state: 'next' },
          ]}
        />
        <Seats
          label="Laufweg: Zeile 3 stimmt nicht"
          seats={[
            { who: 'Sie', what: 'Vermerk', mark: 'sofort', state: 'done' },
            { who: '20', what: 'z.Mz.', mark: 'bis ?', state: 'wrong' },
            { who: '63.2', what: 'z.Mz.', mark: 'bis ?', state: 'wrong', parallel: true },
            { who: '30', what: 'z.K.', mark: 'entfällt', state: 'skipped' },
            { who: 'AL 32', what: 'Schlussz.', mark: 'bis 3.12.', state: 'next' },
          ]}
        />
        <RetentionBar
          until="bis 31.12.2053,"
          because="weil 30 Jahre nach z.d.A. (Regel 63.30)"
          fromYear={2023}
          toYear={2053}
          currentYear={2033}
          assumes="ein Feld sind fünf Jahre"
        />
      </div>
    </Part>
  );
}

function Hits() {
  return (
    <Part id="hits" title="Treffer" count={214}>
      <SearchHits>
        <SearchHit
          level={3}
          title="Stellplatznachweis, Nachtrag"
          href="#hit1"
          meta="32.11-0042#3, Dokument 9 · Seite 1 von 3 · Architekturbüro Kranz, 20.11.2026"
          snippet={[
            { text: '… Gaststätte „Zum ', hit: false },
            { text: 'Anker', hit: true },
            { text: '“, Uferstraße 4: Statt bisher sechs ', hit: false },
            { text: 'Stellplätzen', hit: true },
            { text: ' werden nun acht nachgewiesen …', hit: false },
          ]}
        />
        <SearchHit level={3} title="Vermerk Ortsbesichtigung" href="#hit2" meta="32.11-0042#3, Dokument 7 · Seite 1 von 1" />
      </SearchHits>
      <Pagination page={1} pageSize={20} total={214} href={(page) => `?page=${page}`} />
    </Part>
  );
}

/** Controls, tabs, pictures, hits, all icons, a wide table that scrolls in its own box. */
export function GalleryWidgets() {
  const months = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];
  return (
    <>
      <PageHead title="Bausteine" lead="Was auf allen Seiten gleich ist" />
      <Controls />
      <Sides />
      <Pictures />
      <Hits />
      <Part id="wide" title="Breite Tabelle">
        <Table
          caption="Eingänge je Monat"
          rows={[
            { office: '32 Ordnung', base: 40 },
            { office: '63 Bauaufsicht', base: 90 },
          ]}
          columns={[
            { id: 'office', title: 'Amt', names: true, cell: (row) => row.office },
            ...months.map((month, index) => ({
              id: month,
              title: month,
              numeric: true,
              cell: (row: { base: number }) => row.base * 10 + index * 7,
            })),
          ]}
        />
      </Part>
      <Part id="icons" title="Zeichen" count={Object.keys(iconPaths).length}>
        <ul class="chips">
          {(Object.keys(iconPaths) as IconName[]).map((name) => (
            <li class="with-i small">
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}
