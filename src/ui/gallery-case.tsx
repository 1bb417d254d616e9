// SPDX-License-Identifier: EUPL-1.2
import { Button, LinkButton } from './button.tsx';
import { Chip } from './chip.tsx';
import { Facts } from './facts.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { LifeLine } from './life-line.tsx';
import { Cover } from './page-head.tsx';
import { PageViewer } from './page-viewer.tsx';
import { Part } from './part.tsx';
import { Refusal } from './refusal.tsx';
import { RetentionBar } from './retention-bar.tsx';
import { Seats } from './seats.tsx';
import { SplitView } from './split-view.tsx';
import { Tree, type TreeNode } from './tree.tsx';

const documents = [
  'Antrag, online',
  'Eingangsbestätigung',
  'Pachtvertrag',
  'Führungszeugnis',
  'Auskunft GZR, 12.11.',
  'Stellungnahme 63.2',
  'Vermerk Ortsbesichtigung',
];

const nodes: readonly TreeNode[] = [
  {
    id: 'c1',
    number: '#1',
    label: 'Erlaubnis 2009, Vorpächter',
    meta: 'z.d.A. 12.5.2009 · 14 Dokumente',
    href: '#c1',
    more: '/fragment',
  },
  {
    id: 'c2',
    number: '#2',
    label: 'Außenfläche, Anzeige',
    meta: 'z.d.A. 14.3.2023 · 9 Dokumente',
    children: [{ id: 'c2d1', number: '1', label: 'Anzeige', href: '#c2d1' }],
  },
  {
    id: 'c3',
    number: '#3',
    label: 'Gaststättenerlaubnis',
    meta: 'offen · 9 Dokumente',
    href: '#c3',
    open: true,
    children: [
      ...documents.map((label, index) => ({ id: `d${index + 1}`, number: String(index + 1), label, href: `#d${index + 1}` })),
      { id: 'd8', number: '8', label: 'Erlaubnis, Entwurf 3', meta: 'in Mitzeichnung', href: '#d8', current: true },
      { id: 'd9', number: '9', label: 'Stellplatznachweis, Nachtrag', meta: 'neu, heute', href: '#d9' },
    ],
  },
];

const words = `Stadt Waldbrück
Ordnungsamt

Erlaubnis zum Betrieb einer Schank- und Speisewirtschaft

Sehr geehrte Frau Yıldırım,
auf Ihren Antrag vom 3. September 2026 erteile ich Ihnen nach § 2 Absatz 1 des Gaststättengesetzes die Erlaubnis, die Gaststätte „Zum Anker“ zu betreiben.`;

/** A picture of a page that needs no file: grey lines on white. */
export const pagePicture =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><path fill="#fff" d="M0 0h210v297H0z"/><path stroke="#b2b6cc" stroke-width="3" d="M25 30h60M25 60h160M25 72h150M25 84h155M25 110h160M25 122h140M25 134h150"/></svg>',
  );

const image = { src: pagePicture, width: 840, height: 1188 };

function Standing() {
  return (
    <>
      <Seats
        label="Laufweg, 4 Plätze"
        seats={[
          { who: '32.1', what: 'Entwurf', mark: '20.11.', state: 'done' },
          { who: '63.2', what: 'z.Mz.', mark: '23.11.', state: 'done' },
          { who: '20', what: 'z.Mz.', mark: 'bis Do', state: 'now' },
          { who: 'AL 32', what: 'Schlussz.', mark: 'danach', state: 'next' },
        ]}
        say="Seit Mo, 23.11., bei Herrn Sommer (für Frau Dr. Petrik)"
      />
      <div class="sub-gap">
        <Refusal
          reason="Schlusszeichnen wartet auf die Mitzeichnung der Kämmerei, fällig Do, 26.11."
          help={
            <Form action="/remind" look="buttons">
              <Button look="main">Kämmerei erinnern</Button>
              <LinkButton look="quiet" href="#due">
                Frist ändern
              </LinkButton>
            </Form>
          }
        />
      </div>
      <Part id="facts" title="Fakten" gap right={<a href="#edit">Ändern</a>}>
        <Facts
          items={[
            { term: 'Beteiligte', value: 'Hülya Yıldırım, Antragstellerin; Architekturbüro Kranz' },
            { term: 'Frist', value: 'Do, 3.12., sonst gilt sie als erteilt (§ 6a GewO)' },
            { term: 'Leer', value: '' },
            {
              term: 'Verweis',
              value: (
                <>
                  <a href="#ref">63.30-1187#1</a> Nutzungsänderung
                </>
              ),
            },
            { term: 'Wv.', value: 'Fr, 27.11., Rückmeldung Kämmerei' },
          ]}
        />
      </Part>
      <Part id="life" title="Verlauf" right={<a href="/proof">Beweis</a>}>
        <LifeLine
          entries={[
            {
              text: 'Nachtrag eingegangen, Dokument 9',
              at: { iso: '2026-11-24T08:41', text: 'heute, 08:41' },
              who: 'Poststelle',
              state: 'now',
            },
            { text: '63.2 hat mitgezeichnet', at: { iso: '2026-11-23', text: 'Mo, 23.11.' }, who: 'Weidel', state: 'done' },
            { text: 'Frist versäumt', at: { iso: '2026-11-20', text: 'Fr, 20.11.' }, state: 'late' },
            { text: 'Vorgang eröffnet aus Online-Antrag', at: { iso: '2026-09-03', text: '3.9.2026' }, who: 'Fachwerk' },
          ]}
        />
      </Part>
    </>
  );
}

/** A case: cover with retention, tree, paper, its standing. */
export function GalleryCase() {
  return (
    <>
      <Cover
        reference="32.11-0042#3"
        title="Gaststättenerlaubnis „Zum Anker“, Uferstraße 4"
        crumbs={[
          { label: '32 Ordnung', href: '#32' },
          { label: '32.11 Gaststätten', href: '#3211' },
          { label: '0042 Uferstraße 4', href: '#0042' },
        ]}
        crumbsLabel="Ort im Aktenplan"
        chips={
          <>
            <Chip tone="now" icon="seats">
              in Mitzeichnung
            </Chip>
            <span class="small muted">Federführung 32.1 · eröffnet 3.9.2026 · 9 Dokumente</span>
            <span class="small soon with-i">
              <Icon name="clock" small />
              entscheiden bis Do, 3.12.
            </span>
          </>
        }
        keep={
          <RetentionBar
            until="bis 31.12.2036,"
            because="weil 10 Jahre nach z.d.A. (Regel 32.11)"
            fromYear={2026}
            toYear={2036}
            currentYear={2026}
            open
            assumes="gerechnet mit z.d.A. noch in diesem Jahr"
          />
        }
      />
      <SplitView
        narrow
        id="case-panes"
        panes={[
          {
            id: 'akte',
            title: 'Akte 32.11-0042',
            foldLabel: '9 Dokumente zeigen',
            tools: <LinkButton look="icon" icon="plus" label="Dokument hinzufügen" href="#add" class="right" />,
            content: <Tree label="Akte 32.11-0042" nodes={nodes} />,
          },
          {
            id: 'papier',
            title: 'Erlaubnis, Entwurf 3',
            well: true,
            tools: <span class="small muted">Seite 1 von 3</span>,
            content: (
              <PageViewer
                title="Erlaubnis, Entwurf 3"
                stamp={
                  <>
                    Eingang
                    <br />
                    24. Nov. 2026
                  </>
                }
                pages={[
                  { number: 1, image, thumb: pagePicture, text: words },
                  { number: 2, image, thumb: pagePicture, text: 'Gründe' },
                  { number: 3, text: 'Ohne Bild, nur Text.' },
                ]}
              />
            ),
          },
          {
            id: 'stand',
            title: 'Jetzt bei 20 Kämmerei',
            tools: <span class="small muted right">Platz 3 von 4</span>,
            content: <Standing />,
          },
        ]}
      />
    </>
  );
}
