// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { act, madeBy } from '../../../../test/act.ts';
import { functionOf, persons, settleTown, units } from '../../../../test/town.ts';
import { callerOf, openWorld, type World } from '../../../../test/world.ts';
import type { Caller } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { findSession } from '../../../kernel/session.ts';
import { appointSubstitute } from './appoint-substitute.ts';
import { endSubstitution } from './end-substitution.ts';
import { excludeForBias } from './exclude-for-bias.ts';
import { liftExclusion } from './lift-exclusion.ts';
import { openByBreakGlass } from './open-by-break-glass.ts';
import { reviewOpening } from './review-opening.ts';
import { beginSignedIn } from './sign-in.ts';

const noon = '2026-11-24T12:00:00.000Z';

describe('exceptions from one’s own rights', () => {
  let world: World;
  before(async () => {
    world = await openWorld({ start: noon });
    await settleTown(world);
    await world.sql("insert into people.role_permission (role, permission) values ('clerk', 'test.read')");
  });
  after(() => world.close());
  beforeEach(() => world.clock.set(noon));
  const ask = async <T>(person: string | null, expression: string): Promise<T | undefined> => {
    const rows = await world.runtime.database.read({ person }, world.clock.now(), (tx) =>
      tx.query<{ it: T }>(`select ${expression} as it`),
    );
    return rows[0]?.it;
  };
  const scope = (person: string) => ask<string[]>(person, "people.unit_scope('test.read')");
  const clerk = callerOf(persons.clerk);
  const head = callerOf(persons.head, ['people.manage-substitutions', 'people.exclude', 'people.break-glass']);
  const week = { from: '24.11.2026', to: '30.11.2026' };

  test('a deputy has the covered functions inside the window, to its last minute, and not a moment longer', async () => {
    const input = { deputy: persons.treasurer, ...week, functions: functionOf(0) };
    const substitution = madeBy(await act(world, appointSubstitute, input, clerk));
    assert.deepEqual((await scope(persons.treasurer))?.sort(), [units.treasury, units.trade].sort());
    assert.deepEqual(await ask(persons.treasurer, "people.own_unit_scope('test.read')"), [units.treasury]);
    assert.deepEqual(await ask(persons.treasurer, `people.acting_scope('test.read', '${persons.clerk}')`), [units.trade]);
    assert.deepEqual(await ask(persons.treasurer, 'people.principals()'), [persons.treasurer, persons.clerk]);
    world.clock.set('2026-11-30T22:59:59.999Z');
    assert.equal((await scope(persons.treasurer))?.length, 2, 'midnight in Germany is 23:00 UTC in winter');
    world.clock.set('2026-11-30T23:00:00.000Z');
    assert.deepEqual(await scope(persons.treasurer), [units.treasury]);
    assert.equal(await act(world, endSubstitution, { substitution }, clerk), 'people.substitution.over-already');
  });

  test('a deputy of a deputy gets nothing: there are no chains', async () => {
    const input = { deputy: persons.neighbour, ...week, functions: functionOf(2) };
    madeBy(await act(world, appointSubstitute, input, callerOf(persons.treasurer)));
    assert.deepEqual((await scope(persons.neighbour))?.sort(), [units.treasury, units.traffic].sort());
    const chain = { principal: persons.clerk, deputy: persons.neighbour, ...week, functions: functionOf(0) };
    const asDeputy = { ...callerOf(persons.treasurer), onBehalfOf: persons.clerk };
    assert.equal(await act(world, appointSubstitute, chain, asDeputy), 'people.substitution.not-as-deputy');
  });

  test('the head appoints for her people, not for strangers and not herself', async () => {
    const input = { principal: persons.neighbour, deputy: persons.clerk, ...week, functions: functionOf(5) };
    const substitution = madeBy(await act(world, appointSubstitute, input, head));
    assert.deepEqual((await scope(persons.clerk))?.sort(), [units.trade, units.traffic].sort());
    madeBy(await act(world, endSubstitution, { substitution }, head));
    assert.deepEqual(await scope(persons.clerk), [units.trade]);
    const stranger = { ...input, principal: persons.treasurer, functions: functionOf(2) };
    assert.equal(await act(world, appointSubstitute, stranger, head), 'people.substitution.not-yours');
    assert.equal(
      await act(world, appointSubstitute, { ...input, deputy: persons.head }, head),
      'people.substitution.appoint-yourself',
    );
  });

  test('an administrator’s function has deputies of its own', async () => {
    const input = { deputy: persons.clerk, ...week, functions: functionOf(4) };
    assert.equal(
      await act(world, appointSubstitute, input, callerOf(persons.administrator)),
      'people.substitution.not-transferable',
    );
  });

  test('bias beats every right until somebody else lifts it', async () => {
    const subject = newId();
    const input = { subject, label: '32.11-0042', ground: 'relative', reason: 'Der Antragsteller ist mein Schwager.' };
    const exclusion = madeBy(await act(world, excludeForBias, input, clerk));
    assert.deepEqual(await ask(persons.clerk, 'people.excluded_subjects()'), [subject]);
    assert.deepEqual(await ask(persons.head, 'people.excluded_subjects()'), []);
    const lift = { exclusion, reason: 'Die Schwägerschaft besteht nicht.' };
    assert.equal(await act(world, liftExclusion, lift, callerOf(persons.clerk, ['people.exclude'])), 'people.exclusion.own');
    assert.equal(
      await act(world, liftExclusion, lift, callerOf(persons.treasurer, ['people.exclude'])),
      'people.exclusion.not-found',
    );
    madeBy(await act(world, liftExclusion, lift, head));
    assert.deepEqual(await ask(persons.clerk, 'people.excluded_subjects()'), []);
    const foreign = { ...input, person: persons.treasurer };
    assert.equal(await act(world, excludeForBias, foreign, head), 'people.exclusion.not-yours');
  });

  const provenHead = async (): Promise<Caller> => {
    const token = await beginSignedIn(world.runtime, persons.head, undefined);
    const session = await world.runtime.database.read(head, world.clock.now(), (tx) => findSession(tx, token, world.clock.now()));
    return { ...head, session: session?.id };
  };
  const emergency = { label: '51-0007', reason: 'Kind in Gefahr, Rufbereitschaft braucht die Adresse', hours: '2' };

  test('the glass breaks only after a fresh proof, for the hours asked, and stands in the file’s journal', async () => {
    const subject = newId();
    assert.equal(await act(world, openByBreakGlass, { ...emergency, subject }, head), 'people.prove-again');
    const proven = await provenHead();
    assert.equal(
      await act(world, openByBreakGlass, { ...emergency, subject, reason: 'eilt' }, proven),
      'people.opening.reason-short',
    );
    const outcome = await act(world, openByBreakGlass, { ...emergency, subject }, proven);
    madeBy(outcome);
    assert.ok(typeof outcome !== 'string' && outcome.events[0]?.file === subject);
    assert.deepEqual(await ask(persons.head, 'people.opened_subjects()'), [subject]);
    assert.deepEqual(await ask(persons.clerk, 'people.opened_subjects()'), []);
    world.clock.set('2026-11-24T14:00:00.000Z');
    assert.deepEqual(await ask(persons.head, 'people.opened_subjects()'), []);
    assert.equal(await act(world, openByBreakGlass, { ...emergency, subject }, proven), 'people.prove-again');
  });

  test('the glass never breaks for the excluded, and an exclusion closes what is open', async () => {
    const subject = newId();
    const proven = await provenHead();
    madeBy(await act(world, openByBreakGlass, { ...emergency, subject }, proven));
    const bias = { subject, label: '51-0007', ground: 'distrust', reason: 'Ich kenne die Familie.' };
    madeBy(await act(world, excludeForBias, bias, head));
    assert.equal(await ask(persons.head, `'${subject}' = any (people.opened_subjects())`), false);
    assert.equal(await act(world, openByBreakGlass, { ...emergency, subject }, proven), 'people.opening.excluded');
  });

  test('an opening is reviewed by somebody else, ends with the review, and is kept nowhere but in the journal', async () => {
    const subject = newId();
    const opening = madeBy(await act(world, openByBreakGlass, { ...emergency, subject }, await provenHead()));
    const review = { opening, verdict: 'justified', note: 'Nachvollziehbar, Rufbereitschaft bestätigt.' };
    const self = callerOf(persons.head, ['people.review-openings']);
    assert.equal(await act(world, reviewOpening, review, self), 'people.opening.own-review');
    const officer = callerOf(persons.registrar, ['people.review-openings']);
    assert.equal(
      await act(world, reviewOpening, review, officer),
      'people.opening.not-found',
      'the database knows no such function of hers',
    );
    await world.sql(
      "insert into people.function_held (id, person, unit, role, valid_from) values ($1, $2, $3, 'privacy-officer', '2020-01-01')",
      [newId(), persons.registrar, units.town],
    );
    madeBy(await act(world, reviewOpening, review, officer));
    assert.equal(await ask(persons.head, `'${subject}' = any (people.opened_subjects())`), false);
    assert.equal((await world.sql('select from people.opening where id = $1', [opening])).length, 0);
  });

  test('without a person all doors give the empty set', async () => {
    for (const door of [
      "unit_scope('test.read')",
      "own_unit_scope('test.read')",
      'principals()',
      'my_functions()',
      'own_functions()',
      'excluded_subjects()',
      'opened_subjects()',
    ])
      assert.deepEqual(await ask(null, `people.${door}`), [], door);
    assert.equal(await ask(null, "people.has('test.read')"), false);
  });
});
