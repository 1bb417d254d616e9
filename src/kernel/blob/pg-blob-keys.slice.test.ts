// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type Database, openDatabase } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf, newBench, patternOf, sha256, streamOf } from './fixture.ts';
import { type BlobKey, type BlobKeyTable, pgBlobKeys } from './index.ts';

const hashOf = (n: number) => sha256(Buffer.from(String(n)));
const keyOf = (n: number): BlobKey => ({
  keyId: 'blob.2026-11',
  wrapped: Buffer.from(`wrapped ${n}`),
  size: 5_000_000_000 + n,
  sha512: 'ab'.repeat(64),
  sealedHash: hashOf(1_000 + n),
});
const nobody = { person: null, system: 'kernel.blobs' };

describe('keys of contents in the database', () => {
  let database: TestDatabase;
  let app: Database;
  let admin: pg.Client;
  let keys: BlobKeyTable;
  before(async () => {
    database = await testDatabase();
    app = openDatabase(database.connections.app);
    admin = new pg.Client(database.admin);
    await admin.connect();
    keys = pgBlobKeys((work) => app.transaction(nobody, new Date(), work));
  });
  after(async () => {
    await admin.end();
    await app.close();
    await database.drop();
  });
  const age = (hash: string) =>
    admin.query("update kernel.blob_key set confirmed_at = now() - interval '2 days' where hash = $1", [hash]);
  const yesterday = () => new Date(Date.now() - 86_400_000);

  test('come back as they were put; the first put decides, the second only confirms', async () => {
    const { confirmedAt, ...first } = (await keys.put(hashOf(1), keyOf(1))) as BlobKey & { confirmedAt: Date };
    assert.deepEqual(first, { ...keyOf(1), hash: hashOf(1) });
    await age(hashOf(1));
    const second = (await keys.put(hashOf(1), keyOf(2))) as BlobKey & { confirmedAt: Date };
    assert.equal(second.sealedHash, keyOf(1).sealedHash);
    assert.ok(second.confirmedAt >= confirmedAt);
    assert.equal((await keys.get(hashOf(1)))?.size, 5_000_000_001);
    assert.equal(await keys.get(hashOf(2)), undefined);
  });

  test('are removed at once, or only if nobody put the content since', async () => {
    await keys.put(hashOf(3), keyOf(3));
    assert.equal(await keys.remove(hashOf(3), yesterday()), false);
    await age(hashOf(3));
    assert.equal(await keys.remove(hashOf(3), yesterday()), true);
    assert.equal(await keys.remove(hashOf(3)), false);
    await keys.put(hashOf(3), keyOf(3));
    assert.equal(await keys.remove(hashOf(3)), true);
  });

  test('a put that is under way when the sweep decides is not swept', async () => {
    await keys.put(hashOf(4), keyOf(4));
    await age(hashOf(4));
    let confirmed = () => {};
    const holding = new Promise<void>((resolve) => {
      confirmed = resolve;
    });
    const put = app.transaction(nobody, new Date(), async (tx) => {
      await pgBlobKeys((work) => work(tx)).put(hashOf(4), keyOf(5));
      await holding;
      return 'put';
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const removing = keys.remove(hashOf(4), yesterday());
    await new Promise((resolve) => setTimeout(resolve, 50));
    confirmed();
    assert.equal(await put, 'put');
    assert.equal(await removing, false);
  });

  test('go with the act: what the act destroys comes back when the act is refused', async () => {
    await keys.put(hashOf(6), keyOf(6));
    await app.transaction(nobody, new Date(), async (tx) => {
      assert.equal(await pgBlobKeys((work) => work(tx)).remove(hashOf(6)), true);
      return new Refusal('conflict', 'kernel.invalid-input');
    });
    assert.ok(await keys.get(hashOf(6)));
  });

  test('are listed in order of the hash, page by page', async () => {
    const all = Array.from({ length: 25 }, (_, i) => hashOf(100 + i)).sort();
    for (const hash of all) await keys.put(hash, keyOf(1));
    const listed: string[] = [];
    for (let page = await keys.list('', 10); page.length > 0; page = await keys.list(page.at(-1)!.hash, 10))
      listed.push(...page.map(({ hash }) => hash));
    assert.deepEqual(
      listed.filter((hash) => all.includes(hash)),
      all,
    );
    assert.deepEqual(listed, [...listed].sort());
  });

  test('cannot be exchanged by the application, only confirmed or removed', async () => {
    for (const change of ["wrapped = ''", "key_id = 'x'", 'size = 0', "sealed_hash = ''", "sha512 = ''"]) {
      const exchange = app.transaction(nobody, new Date(), (tx) => tx.query(`update kernel.blob_key set ${change}`));
      await assert.rejects(exchange, { code: '42501' }, change);
    }
    await assert.rejects(
      app.transaction(nobody, new Date(), (tx) => tx.query('truncate kernel.blob_key')),
      { code: '42501' },
    );
  });

  test('serve a whole store: sixteen puts of one content at once, read, scrubbed, destroyed', async () => {
    const bench = await newBench(keys);
    const bytes = patternOf(200_000, 1);
    const put = await Promise.all(Array.from({ length: 16 }, () => bench.store.put(streamOf(bytes))));
    assert.equal(put.filter(({ known }) => !known).length, 1);
    assert.deepEqual(await bytesOf(await bench.store.get(sha256(bytes))), bytes);
    for await (const { hash, ok } of bench.store.scrub()) assert.equal(ok, hash === sha256(bytes));
    assert.equal(await bench.store.shred(sha256(bytes)), true);
    assert.equal((await admin.query('select from kernel.blob_key where hash = $1', [sha256(bytes)])).rowCount, 0);
  });
});
