// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bookCsv } from './book-csv.ts';
import { hostileAmong } from './hostile.ts';
import { missingSheet } from './missing-sheet.ts';
import { readLetter } from './read-letter.ts';
import { type Route, routeFor } from './route.ts';
import { nameKey, senderKey } from './sender-key.ts';
import { type ItemState, type ItemStep, itemStates, mayStep, steps } from './workflow.ts';

describe('a piece of post', () => {
  const allowed: Record<ItemState, ItemStep[]> = {
    new: ['forwarded', 'assigned', 'set-aside', 'quarantined'],
    forwarded: ['taken-back', 'accepted', 'returned', 'assigned', 'set-aside', 'quarantined'],
    returned: ['forwarded', 'assigned', 'set-aside', 'quarantined'],
    assigned: ['undone'],
    quarantined: ['released', 'refused'],
    done: ['reopened'],
  };
  for (const state of itemStates) {
    test(`that is ${state} goes on by ${allowed[state].join(', ')} and by nothing else`, () => {
      const may = (Object.keys(steps) as ItemStep[]).filter((step) => mayStep({ state, lock: 3 }, step, 3) === undefined);
      assert.deepEqual(may.toSorted(), allowed[state].toSorted());
    });
  }
  test('that somebody changed meanwhile is looked at again first', () => {
    assert.equal(mayStep({ state: 'new', lock: 4 }, 'forwarded', 3)?.reason, 'post.changed-since-read');
  });
});

describe('the routing register', () => {
  const routes: Route[] = [
    { kind: 'rest', pattern: '', office: 'central' },
    { kind: 'keyword', pattern: 'Gaststätte', office: 'trade' },
    { kind: 'keyword', pattern: 'Gaststätte Anker', office: 'pubs' },
    { kind: 'sender', pattern: '@ihk.example', office: 'chamber' },
    { kind: 'address', pattern: 'steuern@waldbrueck.example', office: 'taxes' },
    { kind: 'barcode', pattern: '32.1', office: 'sheet' },
  ];
  const post = { barcode: '', recipient: '', sender: 'Kranz', senderAddress: '', words: 'Stellplätze' };
  const cases: [string, Partial<typeof post>, string][] = [
    ['knows nothing: everything else', {}, 'central'],
    ['a word at the beginning of a longer one', { words: 'Zur Gaststättenerlaubnis' }, 'trade'],
    ['the longer of two words', { words: 'gaststätte  anker' }, 'pubs'],
    ['no word inside another one', { words: 'Obergaststätte' }, 'central'],
    ['a whole house of senders', { senderAddress: 'info@ihk.example', words: 'Gaststätte' }, 'chamber'],
    ['no house that only ends alike', { senderAddress: 'info@boeseihk.example' }, 'central'],
    [
      'the mailbox it was sent to',
      { recipient: 'Steuern@Waldbrueck.example, x@y.example', senderAddress: 'a@ihk.example' },
      'taxes',
    ],
    ['the sheet before it', { barcode: '32.1', recipient: 'steuern@waldbrueck.example' }, 'sheet'],
  ];
  for (const [name, words, office] of cases)
    test(name, () => assert.equal(routeFor({ ...post, ...words }, routes)?.office, office));
  test('without a rule post stays where it came in', () => assert.equal(routeFor(post, routes.slice(1)), undefined));
});

describe('a letter is read', () => {
  test('sender, day, subject and sign of a firm', () => {
    const read = readLetter(
      'Architekturbüro Kranz\nSchleusenweg 11, 48999 Waldbrück\nStadt Waldbrück\nOrdnungsamt\nUnser Zeichen: K-17/26\n20. November 2026\nStellplatznachweis, Nachtrag\nSehr geehrte Damen und Herren,\nText',
      '2026-11-24',
    );
    assert.deepEqual(read, {
      sender: 'Architekturbüro Kranz',
      senderAddress: '',
      subject: 'Stellplatznachweis, Nachtrag',
      datedOn: '2026-11-20',
      foreignReference: 'K-17/26',
    });
  });
  const days: [string, string | null][] = [
    ['Waldbrück, den 3.2.2026', '2026-02-03'],
    ['31. Februar 2026', null],
    ['29.2.2024', '2024-02-29'],
    ['Termin am 5. Dezember 2026', null],
    ['Az. 12.13.14', null],
  ];
  for (const [line, day] of days)
    test(`„${line}“: ${day ?? 'no day'}`, () => assert.equal(readLetter(`Meier\n${line}`, '2026-11-24').datedOn, day));
  test('nothing at all', () =>
    assert.deepEqual(readLetter('', '2026-11-24'), {
      sender: '',
      senderAddress: '',
      subject: '',
      datedOn: null,
      foreignReference: '',
    }));
});

describe('small things', () => {
  test('a sender is known again by mailbox or by name', () => {
    assert.equal(senderKey('Gerd Möller', ' G.Moeller@Post.example '), 'g.moeller@post.example');
    assert.equal(senderKey('Herr Dr. Gerd Möller', ''), 'gerd möller');
    assert.equal(nameKey('Architekturbüro Kranz GmbH & Co. KG'), 'architekturbüro kranz');
  });
  test('what is hostile, and what is only remarkable', () => {
    assert.deepEqual(hostileAmong(['macros', 'embedded-files', 'macros', 'virus']), ['macros', 'virus']);
  });
  test('a sheet for a letter that stays on paper', () => {
    const paper = {
      sender: 'Meier',
      subject: 'Plan',
      receivedOn: '2026-11-24',
      datedOn: null,
      foreignReference: '',
      place: 'Schrank 4',
    };
    assert.match(missingSheet(paper), /Absender: Meier\nBetreff: Plan\nEingang: 24\.11\.2026\nDas Papier liegt: Schrank 4/);
  });
  test('a table that no spreadsheet runs as a formula', () => {
    assert.equal(bookCsv(['A', 'B'], [['=1+1', 'x;"y"']]), '\ufeffA;B\r\n\'=1+1;"x;""y"""\r\n');
  });
});
