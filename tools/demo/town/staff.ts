// SPDX-License-Identifier: EUPL-1.2
import { type PlainDate, partsOf } from '@fachwerk/german-calendar';
import { momentOf } from '../calendar.ts';
import { type Dice, diceFor, idOf } from '../dice.ts';
import { drawName, fullName, type PersonName, plainLetters } from './names.ts';
import { units } from './units.ts';

/** A function somebody holds in the town hall. */
export interface Post {
  readonly id: string;
  readonly unit: string;
  readonly role: string;
  readonly from: PlainDate;
}

/** Somebody who works for the town. */
export interface Colleague {
  readonly id: string;
  readonly name: PersonName;
  readonly email: string;
  readonly staffNumber: string;
  readonly since: PlainDate;
  readonly posts: readonly Post[];
  readonly room: number;
  readonly phone: string;
}

/**
 * Those whom the screens name; staff numbers begin with them. `unit role title given family sex since room`, since as a
 * year, or as years ago.
 */
const named = `
00 head Dr. Marlies Ellerbrock w 9 201
00 registry - Renate Hagedorn w 2004 012
00 administrator - Tobias Kern m 11 330
00.1 staff-council - Karsten Böhmer m 2006 118
00.2 privacy-officer Dr. Nadine Oelmann w 7 226
10.3 head - Aylin Demir w 6 331
14.1 auditor - Birgit Marquardt w 2007 240
20 head Dr. Hanna Petrik w 12 160
20.1 clerk - Jörg Sommer m 14 163
32 head Dr. Friederike Lohmann w 10 101
32 clerk - Lena Fuhrmann w 5 104
32.1 head - Ulrich Thoma m 2005 113
32.1 clerk - Meryem Acar w 8 114
32.1 clerk - Sandra Kowalczyk w 2007 115
63.2 clerk - Jonas Weidel m 9 258
00 registry - Şükran Tekin w 9 012
00 administrator - Emre Yıldız m 4 330`;

/** Further posts beside the clerks of the units: `unit role how-many`. */
const further: readonly [unit: string, role: string, count: number][] = [
  ['00', 'registry', 2],
  ['00', 'administrator', 1],
];

const councilSeats = 10;

/** The staff of the town on a day: 640 people, the same every time but for the years in which they came. */
export function staffOf(today: PlainDate): readonly Colleague[] {
  const { year } = partsOf(today);
  const hall: Hall = { year, all: [], taken: new Set(), rooms: new Map() };
  for (const line of named.trim().split('\n')) addNamed(hall, line.split(' '));
  for (const { code, clerks, parent } of units) {
    const has = (role: string) =>
      hall.all.filter(({ posts }) => posts.some((post) => post.unit === code && post.role === role)).length;
    if (parent !== null && !/^00\./.test(code) && has('head') === 0) addDrawn(hall, { unit: code, role: 'head', place: 0 });
    const role = code.startsWith('14') ? 'auditor' : 'clerk';
    for (let place = has(role); place < clerks; place += 1) addDrawn(hall, { unit: code, role, place });
  }
  for (const [unit, role, count] of further) for (let place = 0; place < count; place += 1) addDrawn(hall, { unit, role, place });
  return withCouncil(hall);
}

interface Hall {
  readonly year: number;
  readonly all: Colleague[];
  readonly taken: Set<string>;
  readonly rooms: Map<string, number>;
}

function addNamed(hall: Hall, [unit = '', role = '', title = '', given = '', family = '', sex, came, room]: string[]): void {
  const name = { title: title === '-' ? '' : title, given, family, woman: sex === 'w' };
  const year = Number(came) > 1000 ? Number(came) : hall.year - Number(came);
  const since = `${year}-${given.length % 2 === 0 ? '04' : '10'}-01` as PlainDate;
  add(hall, { name, unit, role, since, room: Number(room) });
}

function addDrawn(hall: Hall, { unit, role, place }: { unit: string; role: string; place: number }): void {
  const dice = diceFor('staff', unit, role, place);
  const name = freeName(hall, dice);
  // In every unit somebody has been there since the beginning: old files have their clerk.
  const year = role === 'head' || place <= 1 ? dice.int(2003, 2007) : hall.year - dice.int(1, 18);
  const since = `${year}-${dice.pick(['01', '04', '07', '10'])}-01` as PlainDate;
  const floor = hall.rooms.get(unit) ?? 100 * dice.int(0, 3) + dice.int(5, 60);
  hall.rooms.set(unit, floor);
  add(hall, { name, unit, role, since, room: floor + Math.floor(place / 2) });
}

function freeName(hall: Hall, dice: Dice): PersonName {
  for (;;) {
    const name = drawName(dice);
    if (!hall.taken.has(addressOf(name)) && !hall.taken.has(fullName(name))) return name;
  }
}

function addressOf({ given, family }: PersonName): string {
  return `${plainLetters(given)}.${plainLetters(family)}@waldbrueck.example`;
}

function add(hall: Hall, one: { name: PersonName; unit: string; role: string; since: PlainDate; room: number }): void {
  const { name, unit, role, since, room } = one;
  const email = addressOf(name);
  const begin = momentOf(since, 0);
  hall.taken.add(email).add(fullName(name));
  hall.all.push({
    id: idOf(begin, 'person', email),
    name,
    email,
    staffNumber: String(1001 + hall.all.length),
    since,
    posts: [{ id: idOf(begin, 'post', email, unit, role), unit, role, from: since }],
    room,
    phone: `05999 88-2${String(room).padStart(3, '0')}`,
  });
}

/** The staff council sits beside its members' own work. */
function withCouncil({ all, year }: Hall): readonly Colleague[] {
  const since = `${year - 2}-06-01` as PlainDate;
  const dice = diceFor('staff council');
  const members = new Set<number>();
  while (members.size < councilSeats) {
    const place = dice.int(20, all.length - 1);
    const colleague = all[place]!;
    if (colleague.since < since && colleague.posts[0]?.role === 'clerk') members.add(place);
  }
  return all.map((colleague, place) => {
    if (!members.has(place)) return colleague;
    const post = {
      id: idOf(momentOf(since, 0), 'post', colleague.email, '00.1'),
      unit: '00.1',
      role: 'staff-council',
      from: since,
    };
    return { ...colleague, posts: [...colleague.posts, post] };
  });
}

/** Who may act for the demo city's stories: people by unit and role. */
export interface Roster {
  readonly all: readonly Colleague[];
  /** Somebody of that role in the unit who was there on that day; throws when there was nobody. */
  actor(unit: string, role: string, day: PlainDate, dice: Dice): Colleague;
  /** Somebody of a unit, whatever they do there; `place` chooses. */
  member(unit: string, place: number): Colleague;
  /** Somebody by full name; throws when nobody has it. */
  named(name: string): Colleague;
}

/** Makes the roster of a staff. */
export function rosterOf(all: readonly Colleague[]): Roster {
  const byPost = new Map<string, Colleague[]>();
  for (const colleague of all)
    for (const { unit, role } of colleague.posts)
      byPost.set(`${unit} ${role}`, [...(byPost.get(`${unit} ${role}`) ?? []), colleague]);
  const byName = new Map(all.map((colleague) => [`${colleague.name.given} ${colleague.name.family}`, colleague]));
  return {
    all,
    actor(unit, role, day, dice) {
      const there = (byPost.get(`${unit} ${role}`) ?? []).filter(({ since }) => since <= day);
      if (there.length > 0) return dice.pick(there);
      if (role !== 'head') return this.actor(unit, 'head', day, dice);
      throw new Error(`nobody worked in ${unit} on ${day}`);
    },
    member(unit, place) {
      const there = all.filter(({ posts }) => posts.some((post) => post.unit === unit));
      return there[place % there.length] ?? nobody(unit);
    },
    named: (name) => byName.get(name) ?? nobody(name),
  };
}

function nobody(name: string): never {
  throw new Error(`nobody is called ${name}`);
}
