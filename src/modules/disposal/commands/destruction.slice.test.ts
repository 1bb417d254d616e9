// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildVerifier } from '../../../../packages/merkle-log/build.ts';
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
import { callerAs, cookieOf, persons, planUnits, units } from '../../../../test/town.ts';
import type { World } from '../../../../test/world.ts';
import { closeFile } from '../../records/commands/close-file.ts';
import { carryOutRuns, shredRest } from '../jobs/carry-out-runs.ts';
import { mayDestroy } from '../rules/destruction.ts';
import { destroyCase } from './carry-out-run.ts';
import { cancelRun, draftRun, takeOutOfRun } from './draft-run.ts';
import { releaseRun } from './release-run.ts';
import { liftHold, setHold } from './set-hold.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('destruction', () => {
  let world: World;
  let folder: string;
  let cli: string;
  const first = registryAs(persons.registrar);
  const second = registryAs(secondRegistrar);
  const code = 'retention-over';
  before(async () => {
    world = await openRegistry();
    await world.sql("update records.filing_plan_units set disposal_type = 'V' where id = $1", [planUnits.inns]);
    folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-destruction-'));
    cli = (await buildVerifier(folder)).cli;
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  /** Contents count as fresh for a day, by the machine's clock. */
  const age = () => world.sql("update kernel.blob_key set confirmed_at = '2013-01-03'");
  const draft = () => done(world, draftRun, { kind: 'destruction', unit: units.town }, first);
  const lockOf = async (run: string) =>
    (await world.sql<{ lock: number }>('select lock from disposal.runs where id = $1', [run]))[0]!.lock;
  const release = async (run: string, who: typeof first) =>
    attempt(world, releaseRun, { run, lock: await lockOf(run), code }, who);
  const stateOf = async (id: string) =>
    (await world.sql<{ state: string }>('select state from disposal.objects where case_id = $1', [id]))[0]!.state;
  const isThere = async (text: string) => world.runtime.blobs.has(hashOf(text));
  const verify = async (file: string) => {
    const response = await world.app.request(`/files/${file}/proof-package`, {
      headers: { cookie: await cookieOf(world, persons.clerk) },
    });
    const at = path.join(folder, 'package.zip');
    writeFileSync(at, Buffer.from(await response.arrayBuffer()));
    return spawnSync(process.execPath, [cli, at, '--key', world.runtime.journal.verifierKey()], { encoding: 'utf8' });
  };

  test('comes on the day after the last one, by two people, and leaves reference, dates and a valid proof', async () => {
    const shared = await fileACase(world, { documents: ['Plan, der zweimal vorkommt'] });
    const it = await fileACase(world, { documents: ['Geheimer Antrag', 'Plan, der zweimal vorkommt'] });
    await done(world, closeFile, { file: it.file }, callerAs(persons.clerk));
    await age();
    await world.sql("update disposal.objects set until = '2090-12-31' where case_id = $1", [shared.case]);
    world.clock.set('2023-12-31T12:00:00.000Z');
    assert.equal(
      await attempt(world, draftRun, { kind: 'destruction', unit: units.town }, first),
      'disposal.run.nothing-destruction',
      'the day before',
    );
    world.clock.set('2023-12-31T23:30:00.000Z'); // half past midnight in Germany
    const run = await draft();
    assert.equal(await release(run, callerAs(persons.clerk)), 'kernel.not-permitted');
    assert.equal(typeof (await release(run, first)), 'object');
    await runJob(world, carryOutRuns, {});
    assert.equal(await stateOf(it.case), 'proposed', 'one release destroys nothing');
    assert.equal(await release(run, first), 'people.four-eyes.own-request');
    assert.equal(typeof (await release(run, second)), 'object');
    await runJob(world, carryOutRuns, {});
    assert.equal(await stateOf(it.case), 'destroyed');
    assert.deepEqual(
      [await isThere('Geheimer Antrag'), await isThere('Plan, der zweimal vorkommt')],
      [false, true],
      'what another case needs stays',
    );
    const [stone] = await world.sql(
      'select reference, until::text, basis, reason_code, documents, destroyed_on::text, backups_until::text from disposal.tombstones where case_id = $1',
      [it.case],
    );
    assert.deepEqual(stone, {
      ...{ reference: '32.11-0002#1', until: '2023-12-31', basis: 'Aktenplan 32.11, 10 J.', reason_code: code },
      ...{ documents: 2, destroyed_on: '2024-01-01', backups_until: '2024-02-05' },
    });
    const [left] = await world.sql<{ subject: string; file: string; rows: number; words: number; names: number }>(
      `select c.subject, f.subject as file, (select count(*)::int from records.documents d where d.case_id = c.id) as rows,
              (select count(*)::int from records.search_rows s where s.file_id = c.file_id and s.vector @@ to_tsquery('german', 'Muster | Antrag | Uferstraße')) as words,
              (select count(*)::int from journal.leaf l join journal.personal p on p.id = l.inbox_id
                where l.stream = 'file:' || c.file_id and l.header::jsonb ->> 'act' !~ '^(disposal|journal)\\.|-destroyed$') as names
         from records.cases c join records.files f on f.id = c.file_id where c.id = $1`,
      [it.case],
    );
    assert.deepEqual(left, { subject: 'Vernichtet am 1.1.2024', file: 'Vernichtet am 1.1.2024', rows: 0, words: 0, names: 0 });
    const { status, stdout } = await verify(it.file);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /vernichtet|destroyed/);
  });

  test('a hold that comes after the first release keeps the case', async () => {
    const it = await fileACase(world, { documents: ['Streitige Sache'] });
    await world.sql("update disposal.objects set until = '2023-12-31' where case_id = $1", [it.case]);
    await world.sql("update records.cases set retain_until = '2023-12-31' where id = $1", [it.case]);
    const run = await draft();
    await release(run, first);
    const hold = await done(world, setHold, { scope: 'case', subject: it.case, reason: 'Klage', basis: '4 K 1/24' }, first);
    assert.equal(await release(run, second), 'disposal.destroy.held');
    await done(world, takeOutOfRun, { run, case: it.case, reason: 'Klage' }, first);
    assert.equal(await stateOf(it.case), 'retained');
    assert.equal(
      await attempt(world, draftRun, { kind: 'destruction', unit: units.town }, first),
      'disposal.run.nothing-destruction',
    );
    await done(world, liftHold, { hold, reason: 'Vergleich' }, first);
    await done(world, cancelRun, { run: await draft(), reason: 'Doch nicht' }, first);
    assert.equal(await stateOf(it.case), 'retained');
    assert.ok(await isThere('Streitige Sache'));
  });

  test('whatever the application believes, the database refuses one person, a hold, the day before, and an act without its entry', async () => {
    const it = await fileACase(world, { documents: ['Letzte Wand'] });
    await world.sql("update disposal.objects set until = '2023-12-31', run_id = null where case_id = $1", [it.case]);
    await world.sql("update records.cases set retain_until = '2023-12-31' where id = $1", [it.case]);
    const run = await draft();
    const system = { person: null, system: 'disposal.carry-out-runs' };
    const destroyed = (as: { person: string | null; system?: string }, at = world.clock.now()) =>
      world.runtime.database.transaction(as, at, (tx) =>
        tx.query("update disposal.objects set state = 'destroyed' where case_id = $1", [it.case]),
      );
    await assert.rejects(destroyed(system), /two people/);
    await world.sql(
      "insert into disposal.releases (run_id, person, on_day) values ($1, $2, '2024-01-01'), ($1, $3, '2024-01-01')",
      [run, persons.registrar, secondRegistrar],
    );
    await assert.rejects(destroyed(system, new Date('2023-12-31T10:00:00Z')), /still to be kept/);
    const gone = (as: { person: string | null; system?: string }, at = world.clock.now()) =>
      world.runtime.database.transaction(as, at, (tx) => tx.query("select records.destroy_case($1, '')", [it.case]));
    await assert.rejects(gone(system), /without a journal entry/);
    await assert.rejects(gone(system, new Date('2023-12-31T10:00:00Z')), /still to be kept/);
    await assert.rejects(gone({ person: persons.registrar }), /background work/);
    for (const table of ['documents', 'versions', 'cases', 'files', 'destructions'])
      await assert.rejects(
        world.runtime.database.transaction(system, world.clock.now(), (tx) => tx.query(`delete from records.${table}`)),
        /permission denied/,
        table,
      );
    await done(
      world,
      setHold,
      { scope: 'plan-unit', subject: planUnits.order, reason: 'Untersuchung', basis: 'Beschluss', keeperUnit: units.town },
      first,
    );
    await assert.rejects(destroyed(system), /on hold/);
    assert.equal(await attempt(world, destroyCase, { run, case: it.case }, { ...first }), 'disposal.destroy.by-job');
    assert.ok(await isThere('Letzte Wand'));
    await world.sql('update disposal.holds set lifted_on = set_on');
    await world.sql('delete from disposal.releases');
    await done(world, cancelRun, { run, reason: 'Probe beendet' }, first);
  });

  test('a rule without the question for the day would be noticed', () => {
    const careless = (it: Parameters<typeof mayDestroy>[0]) => mayDestroy({ ...it, until: '1900-12-31' }, '2024-01-01');
    const early = {
      until: '2024-12-31',
      permanent: false,
      disposal: 'V',
      appraisal: null,
      state: 'proposed',
      held: false,
    } as const;
    assert.notDeepEqual(careless(early), mayDestroy(early, '2024-01-01'));
  });

  test('content that two cases share is shredded only when the last one goes, also by the nightly job', async () => {
    const [one, two] = [
      await fileACase(world, { documents: ['Gemeinsam'] }),
      await fileACase(world, { documents: ['Gemeinsam'] }),
    ];
    for (const { case: id } of [one, two]) {
      await world.sql("update disposal.objects set until = '2023-12-31' where case_id = $1", [id]);
      await world.sql("update records.cases set retain_until = '2023-12-31' where id = $1", [id]);
    }
    await age();
    const run = await draft();
    for (const { case: id } of await world.sql<{ case: string }>(
      'select case_id as "case" from disposal.objects where run_id = $1',
      [run],
    ))
      if (id !== one.case) await done(world, takeOutOfRun, { run, case: id, reason: 'Später' }, first);
    await release(run, first);
    await release(run, second);
    await runJob(world, carryOutRuns, {});
    await runJob(world, shredRest, {});
    assert.ok(await isThere('Gemeinsam'));
    const last = await draft();
    await release(last, first);
    await release(last, second);
    await runJob(world, carryOutRuns, {});
    assert.equal(await isThere('Gemeinsam'), false);
    await runJob(world, shredRest, {});
    assert.deepEqual(
      await world.sql('select content from disposal.pending_shreds where content = $1', [hashOf('Gemeinsam')]),
      [],
    );
    await follow(world);
    const { status, stdout } = await verify(one.file);
    assert.equal(status, 0, stdout);
  });
});
