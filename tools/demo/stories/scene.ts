// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '@fachwerk/german-calendar';
import { diceFor } from '../dice.ts';
import { partyOf, personas } from '../matters/parties.ts';
import type { Scene } from '../matters/slots.ts';
import type { Choice, Options } from '../matters/template.ts';
import { fill } from '../matters/slots.ts';
import type { PaperFile } from '../papers/letter.ts';
import { drawAddress, drawName, fullName, type PersonName, plainLetters, politeName, streets } from '../town/names.ts';
import type { Colleague } from '../town/staff.ts';
import { officeOf, unitOf } from '../town/units.ts';

/** Somebody from the town, as letters name them. */
export interface Citizen {
  readonly name: PersonName;
  readonly street: string;
}

/** What a paper is made from. */
export interface PaperScene {
  readonly unit: string;
  readonly reference: string;
  readonly day: PlainDate;
  /** When a message was sent. */
  readonly at: Date;
  /** Who wrote it for the town. */
  readonly author: Colleague;
  /** True once the sender can know the reference. */
  readonly known: boolean;
  readonly words: ReadonlyMap<string, string>;
  /** Name and address of the citizen. */
  readonly from: readonly string[];
  readonly mail: { readonly name: string; readonly address: string };
  /** Whom the town writes to; `person` is how a person is addressed. */
  readonly to: { readonly lines: readonly string[]; readonly person: string | undefined };
  readonly attachments: readonly { readonly fileName: string; readonly write: (version: number) => PaperFile }[];
  /** A scene with dice that begin anew. */
  open(): Scene;
}

/** Draws a citizen, or takes the one whom the texts name. */
export function drawCitizen(options: Options, ...names: readonly (string | number)[]): Citizen {
  const persona = personas[options['wer'] ?? ''];
  if (persona) return { name: persona, street: persona.street };
  const dice = diceFor('citizen', ...names);
  return { name: drawName(dice), street: drawAddress(dice) };
}

/** Words about a citizen. */
export function citizenWords({ name, street }: Citizen): [string, string][] {
  return [
    ['person', fullName(name)],
    ['frau', politeName(name)],
    ['nachname', name.family],
    ['vorname', name.given],
    ['adresse', `${street}, 48999 Waldbrück`],
  ];
}

/** Words about places and things. */
export function placeWords(...names: readonly (string | number)[]): [string, string][] {
  const dice = diceFor('place', ...names);
  const family = drawName(dice).family;
  return [
    ['objekt', drawAddress(dice)],
    ['strasse', dice.pick(streets)],
    ['kind', dice.pick(children)],
    [
      'firma',
      dice.pick([
        `${family} GmbH`,
        `Fahrrad ${family}`,
        `Friseur ${family}`,
        `${family} Haustechnik`,
        `Bäckerei ${family}`,
        `${family} & Söhne KG`,
      ]),
    ],
  ];
}

const children =
  'Mia Ben Emilia Noah Elif Emir Lina Paul Zoe Finn Amira Matteo Ida Jonas Defne Karl Nele Yusuf Greta Oskar'.split(' ');

/** Lets the dice choose for each blank of a template; a choice may hold blanks itself. */
export function choiceWords(choices: readonly Choice[], scene: Scene): [string, string][] {
  const words = new Map(scene.words);
  return choices.map(({ name, values }) => {
    const value = fill(scene.dice.pick(values), { ...scene, words });
    words.set(name, value);
    return [name, value] as [string, string];
  });
}

/** Address of a citizen for mail, never a real one. */
export function mailOf({ name }: Citizen): { name: string; address: string } {
  return { name: fullName(name), address: `${plainLetters(name.given)}.${plainLetters(name.family)}@post.example` };
}

/** Whom a letter goes to: the citizen, a party or another unit. */
export function addresseeOf(options: Options, citizen: Citizen): PaperScene['to'] {
  const to = options['an'];
  if (to === undefined) {
    const lines = [citizen.name.woman ? 'Frau' : 'Herrn', fullName(citizen.name), citizen.street, '48999 Waldbrück'];
    return { lines, person: `Sehr ${citizen.name.woman ? 'geehrte' : 'geehrter'} ${politeName(citizen.name)},` };
  }
  if (/^\d/.test(to)) return { lines: ['Stadt Waldbrück', officeOf(to).name, `${to} ${unitOf(to).name}`], person: undefined };
  const { name, street } = partyOf(to);
  return { lines: [name, ...street.split(', ')], person: undefined };
}
