// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import type { Assets } from './assets-types.ts';
import { GalleryCase } from './gallery-case.tsx';
import { GalleryCitizen } from './gallery-citizen.tsx';
import { GalleryDesk } from './gallery-desk.tsx';
import { GalleryForms } from './gallery-forms.tsx';
import { GalleryProof } from './gallery-proof.tsx';
import { GalleryWidgets } from './gallery-widgets.tsx';
import { Notice } from './notice.tsx';
import { Shell, type ShellProps } from './shell.tsx';

/** Pages that together show every building block in every state. */
export const galleryVariants = ['desk', 'case', 'forms', 'widgets', 'proof', 'citizen'] as const;
export type GalleryVariant = (typeof galleryVariants)[number];

const nav = [
  { label: 'Schreibtisch', href: '/desk' },
  { label: 'Posteingang', href: '/post', count: 14 },
  { label: 'Akten', href: '/case' },
  { label: 'Prozesse', href: '/widgets' },
  { label: 'Programm', href: '/proof' },
];

const bodies: Record<GalleryVariant, () => Child> = {
  desk: () => <GalleryDesk />,
  case: () => <GalleryCase />,
  forms: () => <GalleryForms />,
  widgets: () => <GalleryWidgets />,
  proof: () => <GalleryProof />,
  citizen: () => <GalleryCitizen />,
};

const own: Record<GalleryVariant, Partial<ShellProps> & { title: string }> = {
  desk: {
    title: 'Schreibtisch',
    current: '/desk',
    footBar: [
      { href: '#orders', count: 5, label: 'Aufträge' },
      { href: '#mail', count: 2, label: 'Post' },
      { href: '#table', count: 4, label: 'Stand' },
    ],
  },
  case: {
    title: '32.11-0042#3 Gaststättenerlaubnis',
    current: '/case',
    layout: 'panes',
    footBar: [
      { href: '#akte', count: 9, label: 'Akte' },
      { href: '#papier', count: 8, label: 'Papier' },
      { href: '#stand', count: '3/4', label: 'Laufweg' },
      { href: '#stand', label: 'Erinnern', main: true },
    ],
  },
  forms: { title: 'Formulare', errors: 3, searchValue: 'anker' },
  widgets: {
    title: 'Bausteine',
    current: '/widgets',
    notice: (
      <Notice tone="done" live>
        Der Vorgang ist geschlossen.
      </Notice>
    ),
  },
  proof: { title: 'Beweis für 32.11-0042#2', current: '/proof' },
  citizen: {
    title: 'Ihr Auto – Schritt 3 von 6 – Bewohnerparkausweis',
    density: 'citizen',
    errors: 2,
    languages: [
      { label: 'Deutsch', href: '?l=de', lang: 'de', current: true },
      { label: 'Einfache Sprache', href: '?l=plain', lang: 'de' },
      { label: 'English', href: '?l=en', lang: 'en' },
      { label: 'Türkçe', href: '?l=tr', lang: 'tr' },
    ],
    footer: ['Impressum', 'Datenschutz', 'Barrierefreiheit', 'Leichte Sprache', 'Gebärdensprache'].map((label) => ({
      label,
      href: '#',
    })),
  },
};

/** One page of the gallery: what designers look at and the accessibility test walks through. */
export function galleryPage(assets: Assets, variant: GalleryVariant) {
  return (
    <Shell
      assets={assets}
      nav={nav}
      user={{
        id: 'acar',
        name: 'Meryem Acar',
        unit: '32.1 Gewerbe und Gaststätten',
        links: [{ label: 'Meine Angaben', href: '/me', icon: 'person' }],
        signOutAction: '/sign-out',
        themeAction: '/theme',
      }}
      printLine="Ausdruck vom 24.11.2026, 09:20 · M. Acar, 32.1"
      {...own[variant]}
    >
      {bodies[variant]()}
    </Shell>
  );
}
