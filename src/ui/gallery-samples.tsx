// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from './crumbs.tsx';
import type { Fact } from './facts.tsx';
import type { LifeEntry } from './life-line.tsx';
import type { ViewerPage } from './page-viewer.tsx';
import type { Seat } from './seats.tsx';
import type { TreeNode } from './tree.tsx';

const documents = [
  'Antrag, online',
  'Eingangsbestätigung',
  'Pachtvertrag',
  'Führungszeugnis',
  'Auskunft GZR, 12.11.',
  'Stellungnahme 63.2',
  'Vermerk Ortsbesichtigung',
];

/** The tree of a file: a branch to fetch, a folded one, an open one with the current document. */
export const sampleNodes: readonly TreeNode[] = [
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

// A picture of a page that needs no file: grey lines on white.
const pagePicture =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><path fill="#fff" d="M0 0h210v297H0z"/><path stroke="#b2b6cc" stroke-width="3" d="M25 30h60M25 60h160M25 72h150M25 84h155M25 110h160M25 122h140M25 134h150"/></svg>',
  );

const image = { src: pagePicture, width: 840, height: 1188 };

/** Pages with picture and text, and one whose picture is not there yet. */
export const samplePages: readonly ViewerPage[] = [
  { number: 1, image, thumb: pagePicture, text: words },
  { number: 2, image, thumb: pagePicture, text: 'Gründe' },
  { number: 3, text: 'Ohne Bild, nur Text.' },
];

/** A circulation with a seat done, lit and to come. */
export const sampleSeats: readonly Seat[] = [
  { who: '32.1', what: 'Entwurf', mark: '20.11.', state: 'done' },
  { who: '63.2', what: 'z.Mz.', mark: '23.11.', state: 'done' },
  { who: '20', what: 'z.Mz.', mark: 'bis Do', state: 'now' },
  { who: 'AL 32', what: 'Schlussz.', mark: 'danach', state: 'next' },
];

/** Facts; the empty one must not be shown. */
export const sampleFacts: readonly Fact[] = [
  { term: 'Beteiligte', value: 'Hülya Yıldırım, Antragstellerin; Architekturbüro Kranz' },
  { term: 'Frist', value: 'Do, 3.12., sonst gilt sie als erteilt (§ 6a GewO)' },
  { term: 'Leer', value: '' },
  { term: 'Verweis', value: <a href="#ref">63.30-1187#1 Nutzungsänderung</a> },
  { term: 'Wv.', value: 'Fr, 27.11., Rückmeldung Kämmerei' },
];

/** A life with each kind of act. */
export const sampleLife: readonly LifeEntry[] = [
  {
    text: 'Nachtrag eingegangen, Dokument 9',
    at: { iso: '2026-11-24T08:41', text: 'heute, 08:41' },
    who: 'Poststelle',
    state: 'now',
  },
  { text: '63.2 hat mitgezeichnet', at: { iso: '2026-11-23', text: 'Mo, 23.11.' }, who: 'Weidel', state: 'done' },
  { text: 'Frist versäumt', at: { iso: '2026-11-20', text: 'Fr, 20.11.' }, state: 'late' },
  { text: 'Vorgang eröffnet aus Online-Antrag', at: { iso: '2026-09-03', text: '3.9.2026' }, who: 'Fachwerk' },
];

/** Where the case hangs. */
export const sampleCrumbs: readonly Crumb[] = [
  { label: '32 Ordnung', href: '#32' },
  { label: '32.11 Gaststätten', href: '#3211' },
  { label: '0042 Uferstraße 4', href: '#0042' },
];
