// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  attempt,
  done,
  fileACase,
  follow,
  openRegistry,
  registryAs,
  runJob,
  secondRegistrar,
} from '../../../../test/disposal.ts';
import { callerAs, persons, planUnits, units } from '../../../../test/town.ts';
import type { World } from '../../../../test/world.ts';
import { erasePersonal } from '../../records/commands/erase-personal.ts';
import { reopenCase } from '../../records/commands/reopen-case.ts';
import { closeCase } from '../../records/commands/close-case.ts';
import { settleRules } from '../jobs/settle-rules.ts';
import { explainedOf, isHeld, objectOf } from '../queries/explanation.ts';
import { stockCounts } from '../queries/overview.ts';
import { findRule } from '../queries/rule-view.ts';
import { stepsOf } from '../rules/explain-retention.ts';
import { enterStartEvent } from './enter-start-event.ts';
import { proposeRule } from './propose-rule.ts';
import { releaseRule, simulateRule, withdrawRule } from './release-rule.ts';
import { liftHold, setHold } from './set-hold.ts';
import { settleRule } from './settle-rule.ts';

describe('retention of a filed case', () => {
  let world: World;
  const first = registryAs(persons.registrar);
  const second = registryAs(secondRegistrar);
  before(async () => {
    world = await openRegistry();
  });
  after(() => world.close());

  const seen = <T>(work: Parameters<World['runtime']['database']['read']>[2], person: string = persons.registrar) =>
    world.runtime.database.read({ person }, world.clock.now(), work) as Promise<T>;
  const until = async (id: string) => {
    const [row] = await world.sql<{ here: string; there: string }>(
      'select o.until::text as here, c.retain_until::text as there from disposal.objects o join records.cases c on c.id = o.case_id where o.case_id = $1',
      [id],
    );
    assert.equal(row?.here, row?.there, 'the E-Akte says the same');
    return row?.here ?? null;
  };
  const rule = {
    planUnit: planUnits.inns,
    years: 30,
    start: 'filed',
    basis: '§ 5 DA Akten',
    reason: 'Neue Rechtslage',
    validFrom: '2013-01-03',
  };
  const simulated = async (id: string) =>
    seen<Awaited<ReturnType<typeof simulateRule>>>(async (tx) => simulateRule(tx, (await findRule(tx, id))!, '2013-01-03'));
  const release = async (id: string) => {
    await done(world, releaseRule, { rule: id, seen: (await simulated(id)).digest }, second);
    await runJob(world, settleRules, {});
  };

  test('is counted when it is filed, explained, open again when it is reopened', async () => {
    const it = await fileACase(world);
    assert.equal(await until(it.case), '2023-12-31');
    const steps = await seen<string[]>(async (tx) => {
      const object = await objectOf(tx, it.case);
      return stepsOf(await explainedOf(tx, object!, '2013-01-03')).map(({ key }) => key);
    });
    assert.deepEqual(
      steps,
      ['place', 'plan-years-own', 'begins.filed', 'counts', 'free', 'afterwards.B'].map((key) => `disposal.why.${key}`),
    );
    await done(world, reopenCase, { case: it.case, reason: 'Nachtrag' }, callerAs(persons.clerk));
    await follow(world);
    assert.equal(await seen((tx) => objectOf(tx, it.case)), undefined);
    await done(world, closeCase, { case: it.case }, callerAs(persons.clerk));
    await follow(world);
    assert.equal(await until(it.case), '2023-12-31');
  });

  test('is seen by readers of the file and by the registry, and by nobody else', async () => {
    const it = await fileACase(world);
    assert.ok(await seen((tx) => objectOf(tx, it.case), persons.clerk));
    assert.ok(await seen((tx) => objectOf(tx, it.case)));
    assert.equal(await seen((tx) => objectOf(tx, it.case), persons.treasurer), undefined);
  });

  test('a rule moves nothing until a second person has released exactly what they saw', async () => {
    const it = await fileACase(world);
    const id = await done(world, proposeRule, rule, first);
    assert.equal(await attempt(world, proposeRule, rule, second), 'disposal.rule.waits-already');
    const { digest, totals, lines } = await simulated(id);
    assert.ok(totals.later >= 1 && totals.moved === totals.later);
    assert.deepEqual([...new Set(lines.map(({ planUnit }) => planUnit))], [planUnits.inns]);
    assert.equal(await attempt(world, releaseRule, { rule: id, seen: digest }, first), 'people.four-eyes.own-request');
    const asDeputy = registryAs(secondRegistrar, { onBehalfOf: persons.registrar });
    assert.equal(typeof (await attempt(world, releaseRule, { rule: id, seen: digest }, asDeputy)), 'string');
    assert.equal(
      await attempt(world, releaseRule, { rule: id, seen: '0'.repeat(64) }, second),
      'disposal.rule.simulation-changed',
    );
    assert.equal(await until(it.case), '2023-12-31');
    await assert.rejects(
      world.sql('update disposal.rules set released_by = proposed_by where id = $1', [id]),
      'the database refuses one person, too',
    );
    await release(id);
    assert.equal(await until(it.case), '2043-12-31');
    const [move] = await world.sql(
      'select why, old_until::text as old, new_until::text as new from disposal.moves where case_id = $1',
      [it.case],
    );
    assert.deepEqual(move, { why: 'rule', old: '2023-12-31', new: '2043-12-31' });
    const fresh = await fileACase(world);
    assert.equal(await until(fresh.case), '2043-12-31');
  });

  test('a shorter rule leaves running periods alone, unless it says so', async () => {
    const it = await fileACase(world);
    const before = await until(it.case);
    const gentle = await done(world, proposeRule, { ...rule, years: 2 }, first);
    assert.ok((await simulated(gentle)).totals.kept > 0);
    await release(gentle);
    assert.equal(await until(it.case), before);
    const hard = await done(world, proposeRule, { ...rule, years: 3, shortens: true }, first);
    assert.ok((await simulated(hard)).totals.earlier > 0);
    await release(hard);
    assert.equal(await until(it.case), '2016-12-31');
  });

  test('a proposal can be taken back', async () => {
    const id = await done(world, proposeRule, { ...rule, planUnit: planUnits.retired }, first);
    await done(world, withdrawRule, { rule: id, reason: 'Irrtum' }, first);
    assert.equal(await attempt(world, releaseRule, { rule: id, seen: '0'.repeat(64) }, second), 'disposal.rule.decided-already');
  });

  test('a period that begins with an event waits for it', async () => {
    const id = await done(world, proposeRule, { ...rule, planUnit: planUnits.trade, start: 'object-end', years: 5 }, first);
    await release(id);
    const it = await fileACase(world, { planUnit: planUnits.trade });
    assert.equal(await until(it.case), null);
    const counts = await seen<{ waiting: number }>((tx) => stockCounts(tx, '2013-01-03'));
    assert.equal(counts.waiting, 1);
    assert.equal(await attempt(world, enterStartEvent, { case: it.case, kind: 'object-end' }, first), 'disposal.event.no-day');
    assert.equal(
      await attempt(world, enterStartEvent, { case: it.case, kind: 'object-end', onDate: '2020-06-30' }, callerAs(persons.clerk)),
      'kernel.not-permitted',
    );
    await done(
      world,
      enterStartEvent,
      { case: it.case, kind: 'object-end', onDate: '2020-06-30', note: 'Gewerbeabmeldung' },
      first,
    );
    assert.equal(await until(it.case), '2025-12-31');
  });

  test('a hold stands over case, file or plan unit, also unseen, until its keeper lifts it', async () => {
    const it = await fileACase(world);
    const wish = { scope: 'file', subject: it.file, reason: 'Klage vor dem Verwaltungsgericht', basis: '4 K 17/13' };
    assert.equal(await attempt(world, setHold, wish, callerAs(persons.clerk)), 'kernel.not-permitted');
    const hold = await done(world, setHold, wish, first);
    assert.equal(await seen((tx) => isHeld(tx, it.case)), true);
    assert.equal(await seen((tx) => isHeld(tx, it.case), persons.treasurer), true, 'it counts for those who do not see it');
    const erase = { file: it.file, entries: [1], basis: 'purpose-ended', reason: 'Antrag' };
    assert.equal(await attempt(world, erasePersonal, erase, first), 'disposal.gate.held');
    assert.equal(await attempt(world, liftHold, { hold, reason: 'Fremd' }, registryAs(persons.head)), 'disposal.hold.not-found');
    await done(world, liftHold, { hold, reason: 'Urteil rechtskräftig' }, second);
    assert.equal(await seen((tx) => isHeld(tx, it.case)), false);
    assert.equal(await attempt(world, liftHold, { hold, reason: 'Noch einmal' }, second), 'disposal.hold.lifted-already');
    const wide = await done(
      world,
      setHold,
      { ...wish, scope: 'plan-unit', subject: planUnits.order, keeperUnit: units.town },
      first,
    );
    assert.equal(await seen((tx) => isHeld(tx, it.case)), true, 'from the unit above');
    await done(world, liftHold, { hold: wide, reason: 'Ausschuss beendet' }, first);
  });
});

describe('a rule over 100,000 files', () => {
  let world: World;
  before(async () => {
    world = await openRegistry();
    for (let from = 1; from <= 100_000; from += 10_000)
      await world.sql(
        `insert into disposal.objects (case_id, file_id, plan_unit, lead_unit, reference, sort_key, file_reference, started_on, filed_on, from_unit, years, permanent, start_kind, start_on, until, disposal)
       select gen_random_uuid(), gen_random_uuid(), $1, case when n % 2 = 0 then $2::uuid else $3::uuid end, 'A-' || n, lpad(n::text, 8, '0'), 'A-' || n,
              make_date(1990 + n % 40, 1, 1), make_date(1990 + n % 40, 6, 1), $1, 10, false, 'filed', make_date(1990 + n % 40, 6, 1), make_date(2000 + n % 40, 12, 31), 'B'
         from generate_series($4::int, $4::int + 9999) n`,
        [planUnits.inns, units.trade, units.traffic, from],
      );
    await world.sql('analyze disposal.objects');
  });
  after(() => world.close());

  test('is simulated within five seconds and takes effect step by step', async () => {
    const first = registryAs(persons.registrar);
    const wish = { planUnit: planUnits.inns, years: 12, start: 'filed', basis: '§ 5', reason: 'Probe', validFrom: '2013-01-03' };
    const id = await done(world, proposeRule, wish, first);
    const began = performance.now();
    const result = await world.runtime.database.read({ person: persons.registrar }, world.clock.now(), async (tx) =>
      simulateRule(tx, (await findRule(tx, id))!, '2013-01-03'),
    );
    const seconds = (performance.now() - began) / 1000;
    assert.deepEqual([result.totals.later, result.lines.length, result.examples.length], [100_000, 2, 3]);
    assert.deepEqual([result.lines[0]?.earliest, result.lines[1]?.latest], ['2002-12-31', '2041-12-31']);
    assert.ok(seconds <= 5, `${seconds.toFixed(2)} s`);
    await done(world, releaseRule, { rule: id, seen: result.digest }, registryAs(secondRegistrar));
    const system = { person: null, system: 'disposal.settle-rules', permissions: new Set(['disposal.rules']) };
    await done(world, settleRule, { rule: id, step: 0 }, system);
    await done(world, settleRule, { rule: id, step: 1 }, system);
    const [row] = await world.sql<{ moved: number; told: number; settled: boolean }>(
      `select (select count(*)::int from disposal.objects where rule_id = $1) as moved, (select count(*)::int from disposal.moves) as told,
              (select settled from disposal.rules where id = $1) as settled`,
      [id],
    );
    assert.deepEqual(row, { moved: 10_000, told: 10_000, settled: false });
    process.stdout.write(`simulation of 100,000 cases: ${seconds.toFixed(2)} s\n`);
  });
});
