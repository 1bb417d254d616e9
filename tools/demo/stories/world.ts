// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, readdirSync } from 'node:fs';
import type { PlainDate } from '@fachwerk/german-calendar';
import { type Matter, type PaperTemplate, readMatters } from '../matters/template.ts';
import type { PaperFile } from '../papers/letter.ts';
import { letterAsPdf } from '../papers/letter-pdf.ts';
import type { Roster } from '../town/staff.ts';
import { blocksOf } from './blocks.ts';

/** What every story of the town draws from. */
export interface World {
  readonly today: PlainDate;
  readonly roster: Roster;
  readonly seed: string;
  readonly matters: readonly Matter[];
  leaflet(id: string): { readonly template: PaperTemplate; readonly file: () => PaperFile };
}

const folder = new URL('../matters/', import.meta.url);

/** Reads all texts of the demo city, the same order every time. */
export function worldOf(today: PlainDate, roster: Roster): World {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readMatters(readFileSync(new URL(name, folder), 'utf8'), name));
  const templates = new Map(texts.flatMap(({ leaflets }) => [...leaflets]));
  const known = new Map<string, ReturnType<World['leaflet']>>();
  const dated = `${today.slice(0, 4)}-01-01`;
  return {
    today,
    roster,
    seed: 'Waldbrück',
    matters: texts.flatMap(({ matters }) => matters),
    leaflet(id) {
      const template = templates.get(id);
      if (!template) throw new Error(`there is no leaflet ${id}`);
      const leaflet = known.get(id) ?? { template, file: () => leafletFile(template, dated) };
      known.set(id, leaflet);
      return leaflet;
    },
  };
}

function leafletFile({ title, body }: PaperTemplate, day: string): PaperFile {
  return letterAsPdf(
    {
      look: 'leaflet',
      sender: ['Stadt Waldbrück'],
      recipient: [],
      facts: [],
      date: '',
      subject: [title],
      blocks: blocksOf(body),
      closing: [],
      annex: [],
    },
    day,
  );
}
