// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathUp, retentionOf, type TreeUnit } from './plan-tree.ts';

const unit = (code: string, parent: string | null, says: Partial<TreeUnit> = {}): TreeUnit => ({
  ...{ id: code, code, parent, years: null, permanent: false, disposal: null, needsContact: false },
  ...says,
});
const plan = new Map(
  [
    unit('3', null, { years: 6, disposal: 'B' }),
    unit('32', '3'),
    unit('32.11', '32', { years: 10, needsContact: true }),
    unit('32.12', '32'),
    unit('9', null),
  ].map((one) => [one.id, one]),
);
const of = (code: string) => retentionOf(plan, plan.get(code)!);

describe('the filing plan as a tree', () => {
  test('a unit hangs below all those above it', () => {
    assert.deepEqual(
      pathUp(plan, plan.get('32.11')!).map(({ code }) => code),
      ['32.11', '32', '3'],
    );
  });

  const cases: [code: string, years: unknown, from: unknown, disposal: unknown, disposalFrom: unknown][] = [
    ['32.11', 10, '32.11', 'B', '3'],
    ['32.12', 6, '3', 'B', '3'],
    ['9', undefined, undefined, undefined, undefined],
  ];
  for (const [code, years, from, disposal, disposalFrom] of cases)
    test(`${code} keeps ${years} years as ${from} says, and is disposed of as ${disposalFrom} says`, () => {
      const { retention, retentionFrom, disposal: type, disposalFrom: typeFrom } = of(code);
      assert.deepEqual([retention, retentionFrom, type, typeFrom], [years, from, disposal, disposalFrom]);
    });
});
