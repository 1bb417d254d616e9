// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Module } from './module.ts';
import type { Visit } from './page.ts';
import { checkPanels, findPanels, type Panel } from './panel.ts';

const below = { name: 'below', dependsOn: [], places: ['below.case'] };
const panel = (change: Partial<Panel> = {}): Panel => ({
  place: 'below.case',
  permission: 'above.read',
  show: (_visit, subject) => Promise.resolve(`for ${subject}`),
  ...change,
});
const visitOf = (panels: readonly Panel[], permissions: readonly string[]) =>
  ({
    modules: [below, { name: 'above', panels }] as unknown as Module[],
    caller: { permissions: new Set(permissions) },
  }) as unknown as Visit;

describe('a panel', () => {
  it('stands at its place, before or after what the page has', async () => {
    const visit = visitOf(
      [panel(), panel({ first: true, show: () => Promise.resolve('on top') }), panel({ place: 'below.other' })],
      ['above.read'],
    );
    assert.deepEqual(await findPanels(visit, 'below.case', '7'), { first: ['on top'], last: ['for 7'] });
  });

  it('is not even asked without the permission', async () => {
    const asked = panel({ show: () => Promise.reject(new Error('asked')) });
    assert.deepEqual(await findPanels(visitOf([asked], ['below.read']), 'below.case'), { first: [], last: [] });
  });

  it('may have nothing to show', async () => {
    const silent = panel({ show: () => Promise.resolve(undefined) });
    assert.deepEqual(await findPanels(visitOf([silent], ['above.read']), 'below.case'), { first: [], last: [] });
  });

  it('stops the start at a place that nobody below offers', () => {
    const above = { name: 'above', dependsOn: ['below'], panels: [panel()] };
    checkPanels([below, above]);
    assert.throws(() => checkPanels([below, { ...above, panels: [panel({ place: 'below.cases' })] }]), /below\.cases/);
    assert.throws(() => checkPanels([below, { ...above, dependsOn: [] }]), /below\.case/);
  });
});
