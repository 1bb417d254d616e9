// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayChangeUnit, mayCreateUnit, mayRetireUnit, type UnitState } from './unit-change.ts';

const unit = (id: string, code: string, parent: string | null, validTo: string | null = null): UnitState => ({
  id,
  code,
  name: code,
  parent,
  validFrom: '2020-01-01',
  validTo,
});
const [town, order, trade, old] = [
  unit('t', '00', null),
  unit('o', '32', 't'),
  unit('g', '32.1', 'o'),
  unit('x', '99', 't', '2025-01-01'),
];
const all = [town, order, trade, old];
const on = '2026-11-24';

describe('a unit may be founded', () => {
  for (const [what, change, reason] of [
    ['below another', {}, undefined],
    ['at the top', { parent: null }, undefined],
    ['with the code of a retired one', { code: '99' }, undefined],
    ['not with a code in use', { code: '32.1' }, 'people.unit.code-taken'],
    ['not below a retired one', { parent: 'x' }, 'people.unit.no-parent'],
    ['not below nothing', { parent: 'unknown' }, 'people.unit.no-parent'],
    ['not before its superior exists', { from: '2019-12-31' }, 'people.unit.no-parent'],
  ] as const)
    test(what, () =>
      assert.equal(mayCreateUnit(all, { code: '32.3', name: 'Neu', parent: 'o', from: on, ...change })?.reason, reason),
    );
});

describe('a unit may change', () => {
  for (const [what, of, change, reason] of [
    ['its name', trade, { name: 'Gewerbe' }, undefined],
    ['its place', trade, { parent: 't' }, undefined],
    ['not below itself', order, { parent: 'g' }, 'people.unit.below-itself'],
    ['not into itself', order, { parent: 'o' }, 'people.unit.below-itself'],
    ['not to another’s code', trade, { code: '32' }, 'people.unit.code-taken'],
    ['not before its present state began', trade, { name: 'Neu', from: '2019-01-01' }, 'people.unit.change-before-state'],
    ['not without a difference', trade, {}, 'people.unit.nothing-changed'],
    ['not when it is retired', old, { name: 'Neu' }, 'people.unit.retired'],
  ] as const)
    test(what, () =>
      assert.equal(
        mayChangeUnit(all, of, { code: of.code, name: of.name, parent: of.parent, from: on, ...change })?.reason,
        reason,
      ),
    );
});

describe('a unit may be retired', () => {
  for (const [what, of, how, reason] of [
    ['when nothing hangs on it', trade, {}, undefined],
    ['with an heir', trade, { heir: 'o' }, undefined],
    ['not with subordinates', order, {}, 'people.unit.has-children'],
    ['not while somebody has a function in it', trade, { functionsAfter: 2 }, 'people.unit.has-functions'],
    ['not with itself as heir', trade, { heir: 'g' }, 'people.unit.no-heir'],
    ['not with a retired heir', trade, { heir: 'x' }, 'people.unit.no-heir'],
    ['not on its first day', trade, { on: '2020-01-01' }, 'people.unit.change-before-state'],
    ['not twice', old, {}, 'people.unit.retired'],
  ] as const)
    test(what, () => assert.equal(mayRetireUnit(all, of, { on, heir: null, functionsAfter: 0, ...how })?.reason, reason));
});
