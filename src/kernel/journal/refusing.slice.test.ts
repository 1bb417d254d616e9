// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { modules } from '../../app.ts';
import { testDatabase } from '../../../test/database.ts';
import { callerOf, openWorld, type World } from '../../../test/world.ts';
import { withClient } from '../../../tools/postgres/roles.ts';
import { newId } from '../id.ts';
import { type OpenRuntime, openRuntime } from '../open.ts';
import { Outage } from '../outage.ts';
import { rebuild } from './tree.ts';

const person = '0190a000-0000-7000-8000-000000000001';

describe('the journal refuses', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  async function append(runtime: OpenRuntime): Promise<number> {
    const at = world.clock.now();
    const event = { type: 'kernel.tested', object: `note:${newId()}`, facts: {} } as const;
    return runtime.database.transaction({ person }, at, (tx) => runtime.journal.append(tx, event, callerOf(person), at));
  }

  /** Opens what was closed again, as the next start of the same installation would. */
  async function stateAtNextStart(): Promise<string> {
    const { config } = world.runtime;
    const runtime = await openRuntime({
      config,
      connections: world.database.connections,
      modules,
      disk: { readOnly: () => false },
    });
    try {
      return runtime.journal.state();
    } finally {
      await runtime.close();
    }
  }

  test('an entry that the database does not take, as an outage and not as a fault of the person', async () => {
    await world.sql('alter table journal.inbox add constraint none check (id < 0) not valid');
    await assert.rejects(append(world.runtime), Outage);
    await world.sql('alter table journal.inbox drop constraint none');
    assert.ok((await append(world.runtime)) > 0);
  });

  test('to acknowledge a weighty act whose head fails at the last moment', async () => {
    await world.sql(`create function pg_temp.fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create constraint trigger no_head after insert on journal.head deferrable initially deferred for each row execute function pg_temp.fail()`);
    await world.sql('begin; lock table journal.head in exclusive mode'); // so that somebody looks while the batch is half done
    const acknowledged = world.runtime.journal.integrated([await append(world.runtime)]);
    setTimeout(() => void world.sql('rollback'), 700);
    await assert.rejects(acknowledged, /timeout/);
    await world.sql('drop trigger no_head on journal.head');
  });

  test('to go on with a new signing key when it has entries already', async () => {
    const entry = await append(world.runtime);
    await world.runtime.journal.integrated([entry]);
    assert.equal(await stateAtNextStart(), 'following');
    rmSync(path.join(world.runtime.config.dataDir, 'keys'), { recursive: true });
    assert.equal(await stateAtNextStart(), 'tree-mismatch');
  });

  test('to go on with a new signing key when an entry still waits to be signed', async () => {
    const database = await testDatabase();
    const state = () =>
      withClient(database.connections.sequencer, (client) =>
        rebuild(client, { verifierKey: world.runtime.journal.verifierKey(), witnessed: [], newKey: true }),
      );
    assert.equal((await state()).mismatch, undefined, 'an empty journal begins with any key');
    await withClient(database.admin, (client) =>
      client.query("insert into journal.inbox (header, commitment) values ('{}', '')"),
    );
    assert.match((await state()).mismatch ?? '', /key is new/);
    await database.drop();
  });
});
