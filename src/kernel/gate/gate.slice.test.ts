// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWorld, type World } from '../../../test/world.ts';
import type { Tx } from '../database.ts';
import { newId } from '../id.ts';
import {
  askGates,
  blockedBy,
  type GateWanted,
  gatesOn,
  liftGate,
  lockGate,
  mayOverride,
  overrideGate,
  raiseGate,
} from './index.ts';

const person = '0190a000-0000-7000-8000-000000000001';

describe('a gate before an action', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const act = <T>(work: (tx: Tx) => Promise<T>) => world.runtime.database.transaction({ person }, world.clock.now(), work);
  const wanted = (more: Partial<GateWanted> = {}): GateWanted => ({
    subject: `case:${newId()}`,
    action: 'demo.close',
    reason: 'demo.council-asked',
    owner: 'demo',
    source: `procedure:${newId()}`,
    overridable: true,
    ...more,
  });
  const reasonFor = (subject: string, action = 'demo.close') =>
    act(async (tx) => blockedBy(await askGates(tx, subject, action))?.reason);

  test('holds up this action on this subject, and no other', async () => {
    const gate = wanted();
    await act((tx) => raiseGate(tx, gate));
    assert.equal(await reasonFor(gate.subject), 'demo.council-asked');
    assert.equal(await reasonFor(gate.subject, 'demo.open'), undefined);
    assert.equal(await reasonFor(`case:${newId()}`), undefined);
  });

  test('put up twice for the same reason stands once, and its owner lifts it', async () => {
    const gate = wanted();
    await act(async (tx) => {
      await raiseGate(tx, gate);
      await raiseGate(tx, gate);
    });
    assert.equal((await act((tx) => gatesOn(tx, gate.subject, gate.action))).length, 1);
    assert.equal(await act((tx) => liftGate(tx, { owner: 'other', source: gate.source })), 0, 'another module lifts nothing');
    assert.equal(await act((tx) => liftGate(tx, { owner: 'demo', source: gate.source })), 1);
    assert.equal(await reasonFor(gate.subject), undefined);
    await act((tx) => raiseGate(tx, gate));
    assert.equal(await reasonFor(gate.subject), 'demo.council-asked', 'it can be put up again');
  });

  test('is passed with a reason if its owner allows that, and stands firm otherwise', async () => {
    const [soft, firm] = [wanted(), wanted({ overridable: false })];
    for (const gate of [soft, firm]) {
      await act((tx) => raiseGate(tx, gate));
      const [standing] = await act((tx) => gatesOn(tx, gate.subject, gate.action));
      const no = await act(async (tx) => {
        const refusal = mayOverride(await lockGate(tx, standing!.id));
        if (!refusal) await overrideGate(tx, standing!.id);
        return refusal?.reason ?? 'passed';
      });
      assert.equal(no, gate === firm ? 'kernel.gate.firm' : 'passed');
      assert.equal(await reasonFor(gate.subject), gate === firm ? 'demo.council-asked' : undefined);
    }
    assert.equal(await act(async (tx) => mayOverride(await lockGate(tx, newId()))?.reason ?? ''), 'kernel.gate.gone');
  });

  test('an act that asks while a gate is being put up waits for it and is held up', async () => {
    const gate = wanted();
    const order: string[] = [];
    let asking: Promise<unknown> = Promise.resolve();
    await act(async (tx) => {
      await raiseGate(tx, gate);
      asking = reasonFor(gate.subject).then((reason) => order.push(String(reason)));
      await new Promise((resolve) => setTimeout(resolve, 60));
      order.push('put up');
    });
    await asking;
    assert.deepEqual(order, ['put up', 'demo.council-asked']);
  });
});
