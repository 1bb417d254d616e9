// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mayOpenFile, type PlanUnitForOpening } from './open-file.ts';

const unit: PlanUnitForOpening = {
  code: '32.11',
  state: 'active',
  planState: 'active',
  validFrom: '2020-01-01',
  validTo: null,
  retention: 10,
  hasChildren: false,
};

describe('a file may be opened', () => {
  for (const [when, change, mayWrite, reason] of [
    ['at an active unit of the plan with a retention rule', {}, true, undefined],
    ['with permanent retention', { retention: 'permanent' }, true, undefined],
    ['on the last day of validity', { validTo: '2026-11-24' }, true, undefined],
    ['not in a unit where one may not write', {}, false, 'records.open-file.not-your-unit'],
    ['not at a retired unit', { state: 'retired' }, true, 'records.open-file.unit-retired'],
    ['not in a plan that is only planned', { planState: 'planned' }, true, 'records.open-file.unit-retired'],
    ['not before validity', { validFrom: '2026-11-25' }, true, 'records.open-file.unit-not-valid'],
    ['not after validity', { validTo: '2026-11-23' }, true, 'records.open-file.unit-not-valid'],
    ['not at a unit that is divided further', { hasChildren: true }, true, 'records.open-file.not-a-leaf'],
    ['not where nobody said how long to keep it', { retention: undefined }, true, 'records.open-file.no-retention'],
  ] as const) {
    test(when, () =>
      assert.equal(mayOpenFile({ ...unit, ...change } as PlanUnitForOpening, '2026-11-24', mayWrite)?.reason, reason),
    );
  }
});
