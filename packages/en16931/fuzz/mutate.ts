// SPDX-License-Identifier: EUPL-1.2

/** Numbers from 0 up to and without `below`, the same ones for the same seed. */
export type Dice = (below: number) => number;

/** A small generator (mulberry32): a crash can be repeated by its seed. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What breaks readers: marks of XML and PDF, numbers at the edges, names that JavaScript knows. */
const words = [
  ...['<', '>', '&', '&#0;', '&#x10FFFF;', '&amp;', ']]>', '<![CDATA[', '<!--', '<?x ?>', '<!DOCTYPE x>', '/>', '"', "'", '='],
  ...['0', '-0', '-1', '0.005', '1e9', '99999999999999999999.99', '.', 'NaN', '2026-02-30', '0000-00-00', '20260230', 'ZZ', ''],
  ...['__proto__', 'constructor', 'toString', 'xmlns=""', ' xmlns:cbc="urn:x"', 'currencyID="XXX"', '\0', '\u00ff', '\ufeff'],
  ...['endobj', 'endstream', '1 0 R', '<<', '>>', '/Kids [ 1 0 R ]', '/FlateDecode', '(', '\\', '#SKONTO#TAGE=1#PROZENT=1.00#'],
];

type Mutation = (bytes: Buffer, dice: Dice, other: Buffer) => Buffer;

const cut = (bytes: Buffer, from: number, to: number, between: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([bytes.subarray(0, from), between, bytes.subarray(to)]);

/** Where a value between two tags begins and ends; most places of an invoice that rules look at are such. */
function leafAt(bytes: Buffer, dice: Dice): [from: number, to: number] {
  const from = bytes.indexOf('>', dice(bytes.length)) + 1;
  const to = bytes.indexOf('<', from);
  return from > 0 && to >= from ? [from, to] : [0, 0];
}

/** An element from its tag to the end of its line or of the next element of that name. */
function elementAt(bytes: Buffer, dice: Dice): [from: number, to: number] {
  const from = bytes.indexOf('<', dice(bytes.length));
  const name = /^<([\w:]{1,80})/.exec(bytes.toString('latin1', from, from + 90))?.[1];
  const end = name === undefined || from < 0 ? -1 : bytes.indexOf(`</${name}>`, from);
  return end < 0 ? [0, 0] : [from, end + (name?.length ?? 0) + 3];
}

const word: (dice: Dice) => Buffer = (dice) => Buffer.from(words[dice(words.length)] ?? '');

/** Changes that heed no structure: most of them end in the reader of XML or PDF. */
const blind: readonly Mutation[] = [
  (bytes, dice) => {
    const changed = Buffer.from(bytes);
    changed[dice(bytes.length)] = dice(256);
    return changed;
  },
  (bytes, dice) => {
    const from = dice(bytes.length);
    return cut(bytes, from, from + dice(64));
  },
  (bytes, dice) => {
    const at = dice(bytes.length);
    return cut(bytes, at, at, word(dice));
  },
  (bytes, dice, other) => Buffer.concat([bytes.subarray(0, dice(bytes.length)), other.subarray(dice(other.length))]),
];

/** Changes that keep a document well-formed as a rule, so that the rules are reached. */
const heeding: readonly Mutation[] = [
  (bytes, dice) => cut(bytes, ...leafAt(bytes, dice), word(dice)),
  (bytes, dice) => cut(bytes, ...leafAt(bytes, dice), bytes.subarray(...leafAt(bytes, dice))),
  (bytes, dice) => cut(bytes, ...elementAt(bytes, dice)),
  (bytes, dice) => {
    const [from, to] = elementAt(bytes, dice);
    return cut(bytes, to, to, bytes.subarray(from, to));
  },
  (bytes, dice, other) => {
    const [from, to] = elementAt(other, dice);
    const [, at] = elementAt(bytes, dice);
    return cut(bytes, at, at, other.subarray(from, to));
  },
];

/** Another document: one to four changes, each at a place by chance. Never longer than 200 KB. */
export function mutate(bytes: Buffer, other: Buffer, dice: Dice): Buffer {
  let changed = bytes;
  for (let left = 1 + dice(3); left > 0; left--) {
    if (changed.length === 0) return Buffer.from(other);
    const mutations = dice(8) === 0 ? blind : heeding;
    changed = mutations[dice(mutations.length)]!(changed, dice, other);
  }
  return changed.subarray(0, 200_000);
}
