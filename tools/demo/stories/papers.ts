// SPDX-License-Identifier: EUPL-1.2
import { letterDate, momentOf } from '../calendar.ts';
import { diceFor } from '../dice.ts';
import { fill, type Scene } from '../matters/slots.ts';
import type { Enclosure, PaperTemplate } from '../matters/template.ts';
import type { Colleague } from '../town/staff.ts';
import { composePaper } from './compose.ts';
import { addresseeOf, type Citizen, mailOf, type PaperScene } from './scene.ts';
import type { PaperStory } from './story.ts';
import type { DatedPaper } from './timeline.ts';
import type { World } from './world.ts';

/** The case in which papers lie. */
export interface PaperPlace {
  readonly world: World;
  readonly unit: string;
  readonly reference: string;
  readonly clerk: Colleague;
  readonly citizen: Citizen;
  readonly words: ReadonlyMap<string, string>;
  readonly filed: boolean;
  /** Only the named may act here: the clerk signs alone. */
  readonly closed: boolean;
}

/** Makes the documents of a case from its dated papers. */
export function papersOf(place: PaperPlace, papers: readonly DatedPaper[]): PaperStory[] {
  const antrag = letterDate(papers[0]?.datedOn ?? place.world.today);
  const words = new Map([...place.words, ['antrag', antrag] as const]);
  return papers.map((paper, index) => {
    const { template } = paper;
    return 'leaflet' in template
      ? leafletStory(place, template, paper)
      : paperStory({ ...place, words }, { ...paper, template }, `${index}`);
  });
}

function leafletStory(place: PaperPlace, { leaflet }: Enclosure, { day }: DatedPaper): PaperStory {
  const { template, file } = place.world.leaflet(leaflet);
  return {
    title: template.title,
    kind: template.kind,
    direction: 'out',
    day,
    datedOn: day,
    fileName: `${fileStem(template.title)}.pdf`,
    actor: place.clerk,
    signer: place.clerk,
    withdrawn: undefined,
    versions: [file],
    attachments: [],
  };
}

type Dated = DatedPaper & { readonly template: PaperTemplate };

function paperStory(place: PaperPlace, { template, day, datedOn, draft }: Dated, index: string): PaperStory {
  const { world, clerk, unit } = place;
  const dice = diceFor('fate', place.reference, index);
  const attachments = template.attachments.map((attachment, part) =>
    paperStory(place, { template: attachment, day, datedOn, draft: false }, `${index}.${part}`),
  );
  const scene = sceneOf(place, { template, datedOn, index, attachments });
  const title = fill(template.title, scene.open());
  const direction = directionOf(template);
  const decides = /^(Bescheid|Genehmigung|Erlaubnis|Vertrag|Zuschlag)$/.test(template.kind);
  const unsigned = direction === 'in' || (draft && !place.filed) || template.options['storno'] !== undefined;
  return {
    title,
    kind: template.kind,
    direction,
    day,
    datedOn,
    fileName: `${datedOn}_${fileStem(title)}.${template.format}`,
    actor: clerk,
    signer: unsigned ? undefined : decides && !place.closed ? world.roster.actor(unit, 'head', day, dice) : clerk,
    withdrawn: reasonToWithdraw(template, direction, dice.chance(0.012)),
    versions: Array.from(
      { length: Number(template.options['entwurf'] ?? 1) },
      (_, no) => () => composePaper(template, scene, no + 1),
    ),
    attachments,
  };
}

function directionOf({ route, options }: PaperTemplate): PaperStory['direction'] {
  if (route === 'aus') return 'out';
  return route === 'ein' || options['von'] !== undefined ? 'in' : 'internal';
}

function reasonToWithdraw({ options }: PaperTemplate, direction: string, misfiled: boolean): string | undefined {
  if (options['storno'] !== undefined) return 'Ersetzt durch die endgültige Fassung.';
  return misfiled && direction === 'in' ? 'Doppelt eingegangen, das Original liegt im Vorgang.' : undefined;
}

interface Part {
  readonly template: PaperTemplate;
  readonly datedOn: PaperStory['datedOn'];
  readonly index: string;
  readonly attachments: readonly PaperStory[];
}

function sceneOf(place: PaperPlace, { template, datedOn, index, attachments }: Part): PaperScene {
  const { world, unit, reference, citizen, words } = place;
  const dice = diceFor('author', reference, index);
  return {
    unit,
    reference,
    day: datedOn,
    at: momentOf(datedOn, dice.int(5, 540)),
    author: authorOf(place, template, dice.int(0, 999)),
    known: index !== '0',
    words,
    from: [words.get('person') ?? '', citizen.street, '48999 Waldbrück'],
    mail: mailOf(citizen),
    to: addresseeOf(template.options, citizen),
    attachments: attachments.map(({ fileName, versions }) => ({ fileName, write: versions[0]! })),
    open: (): Scene => ({ dice: diceFor('paper', world.seed, reference, index), day: datedOn, words }),
  };
}

function authorOf({ world, clerk }: PaperPlace, { options }: PaperTemplate, place: number): Colleague {
  if (options['clerk'] !== undefined) return world.roster.named(options['clerk'].replace('_', ' '));
  const from = options['von'];
  return from !== undefined && /^\d/.test(from) ? world.roster.member(from, place) : clerk;
}

/** A title as people name files: no signs that a file system minds. */
function fileStem(title: string): string {
  return title
    .replaceAll(/[„“"/\\:*?<>|§#,]/g, '')
    .trim()
    .replaceAll(/\s+/g, '_')
    .slice(0, 70);
}
