// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayName, mayProtect, mayRequestUnsealing, mayUnname, type Named } from './protection.ts';

const person: Named = { kind: 'person', grantee: 'p', writes: true };
const reader: Named = { kind: 'person', grantee: 'r', writes: false };
const office: Named = { kind: 'function', grantee: 'f', writes: true };
const unit: Named = { kind: 'unit', grantee: 'u', writes: true };

describe('the level of protection', () => {
  for (const [what, now, wanted, named, reason] of [
    ['rises to 1 when a person is named to write', 0, 1, [person], undefined],
    ['rises to 1 when a unit is named to write', 0, 1, [unit], undefined],
    ['rises straight to 2', 0, 2, [office], undefined],
    ['falls from 1 to 0 by one person', 1, 0, [], undefined],
    ['does not rise when nobody is named', 0, 1, [], 'records.protect.nobody-named'],
    ['does not rise when everybody named may only read', 0, 1, [reader], 'records.protect.nobody-named'],
    ['does not rise to 2 with units alone', 1, 2, [unit, reader], 'records.protect.nobody-named-personally'],
    ['does not fall from 2 by one person', 2, 1, [person], 'records.protect.needs-two'],
    ['does not stay', 1, 1, [person], 'records.nothing-changed'],
  ] as const) {
    test(what, () => assert.equal(mayProtect(now, wanted, named)?.reason, reason));
  }
});

describe('opening a sealed file is asked for', () => {
  for (const [what, outcome, reason] of [
    ['when it is sealed', mayRequestUnsealing(2, false), undefined],
    ['once at a time', mayRequestUnsealing(2, true), 'records.unseal.asked-already'],
    ['only when it is sealed', mayRequestUnsealing(1, false), 'records.unseal.not-sealed'],
  ] as const) {
    test(what, () => assert.equal(outcome?.reason, reason));
  }
});

describe('for a file', () => {
  for (const [what, outcome, reason] of [
    ['a person is named', mayName(2, person, { known: true, before: undefined }), undefined],
    ['a reader becomes a writer', mayName(1, { ...reader, writes: true }, { known: true, before: reader }), undefined],
    ['nobody is named twice', mayName(1, person, { known: true, before: person }), 'records.nothing-changed'],
    ['nobody unknown is named', mayName(0, person, { known: false, before: undefined }), 'records.name.unknown'],
    ['no unit is named once it is sealed', mayName(2, unit, { known: true, before: undefined }), 'records.name.unit-on-sealed'],
    ['a name is taken away', mayUnname(1, [person, office], person), undefined],
    ['also the last one when it is open to the unit', mayUnname(0, [person], person), undefined],
    ['but not the last who can write', mayUnname(1, [person, reader], person), 'records.name.last-writer'],
    [
      'nor the last person when only a unit is left on a sealed one',
      mayUnname(2, [person, unit], person),
      'records.name.last-writer',
    ],
    ['and not one who is not named', mayUnname(1, [person], office), 'records.name.not-named'],
  ] as const) {
    test(what, () => assert.equal(outcome?.reason, reason));
  }
});
