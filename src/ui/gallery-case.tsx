// SPDX-License-Identifier: EUPL-1.2
import { Button, LinkButton } from './button.tsx';
import { Chip } from './chip.tsx';
import { Facts } from './facts.tsx';
import { Form } from './form.tsx';
import { sampleCrumbs, sampleFacts, sampleLife, sampleNodes, samplePages, sampleSeats } from './gallery-samples.tsx';
import { Icon } from './icon.tsx';
import { LifeLine } from './life-line.tsx';
import { Cover } from './page-head.tsx';
import { PageViewer } from './page-viewer.tsx';
import { Part } from './part.tsx';
import { Refusal } from './refusal.tsx';
import { RetentionBar } from './retention-bar.tsx';
import { Seats } from './seats.tsx';
import { type Pane, SplitView } from './split-view.tsx';
import { Tree } from './tree.tsx';

function Reminder() {
  return (
    <Form action="/remind" look="buttons">
      <Button look="main">Kämmerei erinnern</Button>
      <LinkButton look="quiet" href="#due">
        Frist ändern
      </LinkButton>
    </Form>
  );
}

function Standing() {
  return (
    <>
      <Seats label="Laufweg, 4 Plätze" seats={sampleSeats} say="Seit Mo, 23.11., bei Herrn Sommer (für Frau Dr. Petrik)" />
      <div class="sub-gap">
        <Refusal reason="Schlusszeichnen wartet auf die Mitzeichnung der Kämmerei, fällig Do, 26.11." help={<Reminder />} />
      </div>
      <Part id="facts" title="Fakten" gap right={<a href="#edit">Ändern</a>}>
        <Facts items={sampleFacts} />
      </Part>
      <Part id="life" title="Verlauf" right={<a href="/proof">Beweis</a>}>
        <LifeLine entries={sampleLife} />
      </Part>
    </>
  );
}

function Stamp() {
  return (
    <>
      Eingang
      <br />
      24. Nov. 2026
    </>
  );
}

const panes: readonly [Pane, Pane, Pane] = [
  {
    id: 'akte',
    title: 'Akte 32.11-0042',
    foldLabel: '9 Dokumente zeigen',
    tools: <LinkButton look="icon" icon="plus" label="Dokument hinzufügen" href="#add" class="right" />,
    content: <Tree label="Akte 32.11-0042" nodes={sampleNodes} />,
  },
  {
    id: 'papier',
    title: 'Erlaubnis, Entwurf 3',
    well: true,
    tools: <span class="small muted">Seite 1 von 3</span>,
    content: <PageViewer title="Erlaubnis, Entwurf 3" stamp={<Stamp />} pages={samplePages} />,
  },
  {
    id: 'stand',
    title: 'Jetzt bei 20 Kämmerei',
    tools: <span class="small muted right">Platz 3 von 4</span>,
    content: <Standing />,
  },
];

function CoverChips() {
  return (
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
  );
}

function Keep() {
  const years = { fromYear: 2026, toYear: 2036, currentYear: 2026 };
  const assumes = 'gerechnet mit z.d.A. noch in diesem Jahr';
  return (
    <RetentionBar until="bis 31.12.2036," because="weil 10 Jahre nach z.d.A. (Regel 32.11)" {...years} open assumes={assumes} />
  );
}

/** A case: cover with retention, tree, paper, its standing. */
export function GalleryCase() {
  return (
    <>
      <Cover
        reference="32.11-0042#3"
        title="Gaststättenerlaubnis „Zum Anker“, Uferstraße 4"
        crumbs={sampleCrumbs}
        crumbsLabel="Ort im Aktenplan"
        chips={<CoverChips />}
        keep={<Keep />}
      />
      <SplitView narrow id="case-panes" panes={panes} />
    </>
  );
}
