// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { cosign, ed25519Signer, formatVerifierKey } from '@fachwerk/merkle-log';
import { callerOf, openWorld, type World } from '../../../test/world.ts';
import { openJournal } from '../journal/index.ts';
import { readHeads } from './file-witness.ts';
import { readWitnesses, startWitnessing, type WitnessConfig, witnessedHeads } from './index.ts';

const person = '0190a000-0000-7000-8000-000000000001';

describe('witnesses', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  async function act(): Promise<void> {
    const { runtime } = world;
    const at = runtime.clock.now();
    const id = await runtime.database.transaction({ person }, at, (tx) =>
      runtime.journal.append(tx, { type: 'kernel.tested', object: `note:${person}`, facts: {} }, callerOf(person), at),
    );
    await runtime.journal.integrated([id]);
  }
  const rows = () =>
    world.sql<{ name: string; size: number; note: string }>('select name, size, note from journal.witness order by size, name');

  test('keep every new head in a file, once', async () => {
    const witnesses = await readWitnesses(world.runtime.config.dataDir);
    const witnessing = startWitnessing(world.runtime, witnesses, 1e9);
    await act();
    await witnessing.now();
    await witnessing.now();
    await act();
    await witnessing.stop();
    const heads = await readHeads(path.join(world.runtime.config.dataDir, 'witness/heads.txt'));
    assert.deepEqual(
      heads.map(({ size }) => size),
      [1, 2],
    );
    assert.deepEqual(
      (await rows()).map(({ size }) => size),
      [1, 2],
    );
  });

  test('find out at the next start that the database forgot its last entries', async () => {
    const { log, config, vault: first } = world.runtime;
    const vault = { ...first, isNew: false }; // as at a later start
    const witnessed = await witnessedHeads(await readWitnesses(config.dataDir));
    const open = () =>
      openJournal({ connection: world.database.connections.sequencer, vault, log, origin: config.origin, witnessed });
    const honest = await open();
    assert.equal(honest.writable(), true);
    await honest.close();
    await world.sql('alter table journal.leaf disable trigger all; alter table journal.head disable trigger all');
    await world.sql('create temp table kept_leaf as select * from journal.leaf where seq = 1');
    await world.sql('create temp table kept_head as select * from journal.head where size = 2');
    await world.sql('delete from journal.leaf where seq = 1; delete from journal.head where size = 2');
    const forgetful = await open();
    assert.equal(forgetful.state(), 'tree-mismatch');
    await forgetful.close();
    await world.sql('insert into journal.leaf select * from kept_leaf; insert into journal.head select * from kept_head');
  });

  test('counter-sign over HTTP; one that answers with a foreign signature counts for nothing', async () => {
    const signer = ed25519Signer('zeuge.example', generateKeyPairSync('ed25519').privateKey);
    const liar = ed25519Signer('zeuge.example', generateKeyPairSync('ed25519').privateKey);
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { note } = JSON.parse(Buffer.concat(chunks).toString()) as { note: string };
      response.end(JSON.stringify({ note: cosign(note, request.url === '/true' ? signer : liar, 1_790_000_000) }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const key = formatVerifierKey('zeuge.example', signer.publicKey, 4);
    const witnesses: WitnessConfig[] = [
      { kind: 'http', name: 'Landesarchiv', url: `${url}/true`, key },
      { kind: 'http', name: 'Falscher Zeuge', url: `${url}/false`, key },
    ];
    await startWitnessing(world.runtime, witnesses, 1e9).stop();
    server.close();
    const names = (await rows()).map(({ name }) => name);
    assert.ok(names.includes('Landesarchiv'));
    assert.ok(!names.includes('Falscher Zeuge'));
  });
});
