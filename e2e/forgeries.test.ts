// SPDX-License-Identifier: EUPL-1.2
// Eight forgeries by somebody who owns the database, and which instrument finds each. What only a witness can find is said so.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { buildVerifier } from '../packages/merkle-log/build.ts';
import {
  ed25519Signer,
  formatVerifierKey,
  Frontier,
  formatHeader,
  leafData,
  leafHash,
  type NoteSigner,
  parseHeader,
  signCheckpoint,
} from '@fachwerk/merkle-log';
import { rebuild } from '../src/kernel/journal/tree.ts';
import { execute, type Done } from '../src/kernel/command.ts';
import { newId } from '../src/kernel/id.ts';
import { openCase } from '../src/modules/records/commands/open-case.ts';
import { openFile } from '../src/modules/records/commands/open-file.ts';
import { receiveWhole } from '../src/modules/records/commands/receive-upload.ts';
import { callerAs, cookieOf, persons, planUnits, settleTown, units } from '../test/town.ts';
import { openWorld, type World } from '../test/world.ts';

/** What looks for forgeries: the check at the start (with what a witness kept), and the program that a stranger runs on a package. */
type Instrument = 'start' | 'start with witness' | 'verifier';

describe('a forgery by somebody who owns the database is found', () => {
  let world: World;
  let file: string;
  let folder: string;
  let cli: string;
  let witnessed: { size: number; root: Buffer };
  const clerk = callerAs(persons.clerk);

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-forgery-'));
    cli = (await buildVerifier(folder)).cli;
    const { runtime } = world;
    const opened = (await execute(
      runtime,
      openFile,
      { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' },
      clerk,
      { key: newId() },
    )) as Done;
    file = opened.events[0]!.file!;
    const made = (await execute(runtime, openCase, { file, subject: 'Erlaubnis' }, clerk, { key: newId() })) as Done;
    const into = made.events[0]!.object.slice('case:'.length);
    for (const name of ['Antrag.txt', 'Plan.txt', 'Bescheid.txt'])
      await receiveWhole({ runtime, caller: clerk }, { case: into, name, key: newId(), source: new Blob([name]).stream() });
    await settled();
    const head = runtime.journal.head()!;
    witnessed = { size: head.size, root: head.root };
    for (const table of ['leaf', 'head', 'node', 'personal']) await world.sql(`alter table journal.${table} disable trigger all`);
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world.close();
  });

  async function settled(): Promise<void> {
    const [last] = await world.sql<{ id: number }>('select max(id)::int as id from journal.inbox');
    if (last?.id) await world.runtime.journal.integrated([last.id]);
  }

  async function startFinds(kept: readonly { size: number; root: Buffer }[]): Promise<boolean> {
    const client = new pg.Client(world.database.connections.sequencer);
    await client.connect();
    try {
      const { mismatch } = await rebuild(client, { verifierKey: world.runtime.journal.verifierKey(), witnessed: kept });
      return mismatch !== undefined;
    } catch (hole) {
      assert.match(String(hole), /journal tree has a hole/); // it does not start at all
      return true;
    } finally {
      await client.end();
    }
  }

  async function verifierFinds(): Promise<boolean> {
    const cookie = await cookieOf(world, persons.clerk);
    const response = await world.app.request(`/files/${file}/proof-package`, { headers: { cookie } });
    if (response.status !== 200) return true;
    const at = path.join(folder, 'package.zip');
    const bytes = await response.arrayBuffer().catch(() => undefined);
    if (!bytes) return true; // the store itself refuses to hand out what is not what it took in
    writeFileSync(at, Buffer.from(bytes));
    return spawnSync(process.execPath, [cli, at, '--key', world.runtime.journal.verifierKey()]).status !== 0;
  }

  /** Forges, asks every instrument, and puts everything back as it was. */
  async function forge(sql: () => Promise<void>): Promise<Instrument[]> {
    for (const table of tables) await world.sql(`create table forged_${table.replace('.', '_')} as table ${table}`);
    try {
      await sql();
      const found: [Instrument, boolean][] = [
        ['start', await startFinds([])],
        ['start with witness', await startFinds([witnessed])],
        ['verifier', await verifierFinds()],
      ];
      return found.filter(([, finds]) => finds).map(([name]) => name);
    } finally {
      for (const table of tables) {
        const copy = `forged_${table.replace('.', '_')}`;
        await world.sql(`set session_replication_role = replica`);
        await world.sql(`delete from ${table}`);
        await world.sql(`insert into ${table} select * from ${copy}`);
        await world.sql(`set session_replication_role = origin`);
        await world.sql(`drop table ${copy}`);
      }
    }
  }
  const tables = ['journal.leaf', 'journal.head', 'journal.personal', 'records.documents', 'records.versions'];
  const leafOf = async (no: number) =>
    (
      await world.sql<{ seq: number; inbox_id: number; header: string }>(
        'select seq::int, inbox_id::int, header from journal.leaf where stream = $1 and no = $2',
        [`file:${file}`, no],
      )
    )[0]!;
  const everything: Instrument[] = ['start', 'start with witness', 'verifier'];

  test('nothing is found where nothing was forged', async () => {
    assert.deepEqual(await forge(async () => {}), []);
  });

  test('1 a header is edited: the verifier; the start, once the stored leaf hash is edited with it', async () => {
    const { seq, header } = await leafOf(2);
    const edited = header.replace('case-opened', 'case-0pened');
    assert.deepEqual(
      await forge(async () => void (await world.sql('update journal.leaf set header = $2 where seq = $1', [seq, edited]))),
      ['verifier'],
    );
    const found = await forge(async () => {
      const [leaf] = await world.sql<{ commitment: Buffer }>('select commitment from journal.leaf where seq = $1', [seq]);
      const hash = Buffer.from(leafHash(leafData(edited, leaf!.commitment)));
      await world.sql('update journal.leaf set header = $2, hash = $3 where seq = $1', [seq, edited, hash]);
    });
    assert.deepEqual(found, everything);
  });

  test('2 the personal parts of two entries are swapped: the verifier', async () => {
    const [one, other] = [await leafOf(3), await leafOf(4)];
    const found = await forge(async () => {
      await world.sql(
        'update journal.personal set id = case id when $1 then $2::bigint + 1000000 else $1::bigint + 1000000 end where id in ($1, $2)',
        [one.inbox_id, other.inbox_id],
      );
      await world.sql('update journal.personal set id = id - 1000000 where id > 1000000');
    });
    assert.deepEqual(found, ['verifier']);
  });

  test('3 a row is deleted in the middle: all', async () => {
    const { seq } = await leafOf(3);
    assert.deepEqual(
      await forge(async () => void (await world.sql('delete from journal.leaf where seq = $1', [seq]))),
      everything,
    );
  });

  const stolen = (): NoteSigner => {
    const { vault, config } = world.runtime;
    return { name: config.origin, publicKey: vault.publicKey, sign: vault.sign };
  };

  /** Rewrites the whole journal without some rows, renumbered, with fitting hashes, and signs it with the stolen key. */
  async function rewrite(without: readonly number[], signer: NoteSigner = stolen()): Promise<void> {
    const rows = await world.sql<{ seq: number; stream: string; header: string; commitment: Buffer }>(
      'select seq::int, stream, header, commitment from journal.leaf order by seq',
    );
    const kept = rows.filter(({ seq }) => !without.includes(seq));
    await world.sql('delete from journal.leaf where seq = any ($1)', [without]);
    const frontier = new Frontier();
    const last = new Map<string, { no: number; hash: string }>();
    for (const [at, row] of kept.entries()) {
      const before = last.get(row.stream) ?? { no: 0, hash: '' };
      const header = formatHeader({
        ...(parseHeader(row.header) ?? assert.fail('no header')),
        no: before.no + 1,
        prev: before.hash,
      });
      const hash = Buffer.from(leafHash(leafData(header, row.commitment)));
      await world.sql('update journal.leaf set seq = $2, no = $3, header = $4, hash = $5 where seq = $1', [
        row.seq,
        at,
        before.no + 1,
        header,
        hash,
      ]);
      frontier.push(hash);
      last.set(row.stream, { no: before.no + 1, hash: hash.toString('hex') });
    }
    const root = Buffer.from(frontier.root());
    const origin = world.runtime.config.origin;
    const note = signCheckpoint({ origin, size: kept.length, root }, { ...signer, name: origin });
    await world.sql('delete from journal.head');
    await world.sql('insert into journal.head (size, root, note, at) values ($1, $2, $3, now())', [kept.length, root, note]);
  }

  test('4 deleted, renumbered and signed anew with the stolen key: only who kept a head elsewhere finds it', async () => {
    const { seq } = await leafOf(3);
    const found = await forge(() => rewrite([seq]));
    assert.ok(found.includes('start with witness'), found.join());
    assert.ok(!found.includes('start'), 'without a witness nobody can know: the proof page says so, too');
  });

  test('5 the database is put back to an older state: only who kept a head elsewhere finds it', async () => {
    const last = witnessed.size - 1;
    const found = await forge(async () => {
      await world.sql('delete from journal.leaf where seq >= $1', [last]);
      await world.sql('delete from journal.head where size > $1', [last]);
      await rewrite([]);
    });
    assert.ok(found.includes('start with witness') && !found.includes('start'), found.join());
  });

  test('6 other bytes are put in the place of a content: the verifier', async () => {
    const found = await forge(
      async () =>
        void (await world.sql('update records.versions set content = $1 where file_name = $2', [
          randomBytes(32).toString('hex'),
          'Antrag.txt',
        ])),
    );
    assert.deepEqual(found, ['verifier']);
  });

  test('7 a row of the records is edited: the package knows nothing of titles, the proof page compares tables and journal', async () => {
    const cookie = await cookieOf(world, persons.clerk);
    const page = async () => (await world.app.request(`/files/${file}/proof`, { headers: { cookie } })).text();
    assert.match(await page(), /unverändert und vollständig/);
    const found = await forge(async () => {
      await world.sql("update records.documents set title = 'Ablehnung' where no = 3");
      assert.match(await page(), /an den Handlungen vorbei geändert/);
    });
    assert.deepEqual(found, []);
  });

  test('8 everything is signed by a foreign key: the start, and a verifier that was given another key than the one that signed', async () => {
    const foreign = ed25519Signer(world.runtime.config.origin, generateKeyPairSync('ed25519').privateKey);
    const found = await forge(() => rewrite([], foreign));
    assert.ok(found.includes('start'), found.join());
    const cookie = await cookieOf(world, persons.clerk);
    const response = await world.app.request(`/files/${file}/proof-package`, { headers: { cookie } });
    const at = path.join(folder, 'foreign.zip');
    writeFileSync(at, Buffer.from(await response.arrayBuffer()));
    const key = formatVerifierKey(foreign.name, foreign.publicKey);
    assert.equal(spawnSync(process.execPath, [cli, at, '--key', key]).status, 1, 'a key that did not sign vouches for nothing');
  });
});
