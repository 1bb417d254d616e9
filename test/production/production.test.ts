// SPDX-License-Identifier: EUPL-1.2
// The way into operation that the handbook describes, walked whole: an own PostgreSQL, nginx in front, the service's signals, backup, restore.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { needs } from '../needs.ts';
import { run, type Service, startService } from './application.ts';
import { type Outsider, outsiderOf } from './client.ts';
import { freePort, type OpenProxy, startProxy } from './proxy.ts';
import { type ExternalServer, externalPrograms, startExternal } from './server.ts';

const programs = externalPrograms();
const required = process.env['FACHWERK_REQUIRE'] === 'all';
const tools = needs('nginx', 'openssl');
const skip = programs === undefined && !required ? 'kein PostgreSQL des Systems (FACHWERK_PG_BIN)' : tools.skip;
const options = { skip, timeout: 600_000 }; // a whole city is founded, saved and put back

describe('in operation, on a PostgreSQL of its own and behind nginx', options, () => {
  let folder: string;
  let server: ExternalServer;
  let service: Service | undefined;
  let proxy: OpenProxy;
  let clerk: Outsider;
  let environment: Record<string, string>;
  let place: { planUnit: string; leadUnit: string };
  const at = (name: string) => path.join(folder, name);
  const sql = <Row>(text: string, values: readonly unknown[] = []) => server.sql<Row>('akte', text, values);

  before(
    async () => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'fachwerk-operation-'));
      server = await startExternal(programs ?? '');
      const [port, behind] = [await freePort(), await freePort()];
      environment = {
        DATABASE_URL: await server.database('akte'),
        FACHWERK_DATA: at('data'),
        FACHWERK_URL: `https://localhost:${port}`,
        PORT: String(behind),
      };
      service = await startService(environment);
      proxy = await startProxy(at('proxy'), { port, to: behind });
      clerk = outsiderOf(port, proxy.ca);
    },
    { timeout: 300_000 },
  );
  after(async () => {
    await service?.stop();
    await proxy?.stop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the service founds the demo city in the database of DATABASE_URL and says which one that is', async (context) => {
    const [, seconds, version] = /bereit: \S+ \(nach ([\d.]+) s, PostgreSQL ([\d.]+)\)/.exec(service?.said ?? '') ?? [];
    const [found] = await sql<{ version: string; files: number }>(
      "select split_part(current_setting('server_version'), ' ', 1) as version, (select count(*)::int from records.files) as files",
    );
    assert.equal(version, found?.version);
    assert.ok((found?.files ?? 0) > 200, `${found?.files} files`);
    context.diagnostic(`PostgreSQL ${version}, first start with founding ${seconds} s`);
  });

  test('nobody signs in without TLS on the way: the cookie is the host’s own, secure, unreadable for scripts', async () => {
    const [person] = await sql<{ id: string }>(
      "select id from people.person where given_name = 'Meryem' and family_name = 'Acar'",
    );
    const reply = await clerk.form('/sign-in/demo', { person: person?.id ?? '' });
    assert.equal(reply.status, 303, reply.text);
    const [cookie = ''] = reply.headers['set-cookie'] ?? [];
    assert.match(cookie, /^__Host-fachwerk=[^;]+;.*HttpOnly/);
    assert.match(cookie, /Secure/);
    clerk.cookie = cookie.split(';')[0] ?? '';
    assert.match((await clerk.get('/')).text, /Zu zeichnen/);
  });

  test('headers pass the proxy whole; security.txt is public, figures are not', async () => {
    const { headers } = await clerk.get('/sign-in');
    assert.match(String(headers['content-security-policy']), /default-src 'none'|default-src 'self'/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['strict-transport-security']), /max-age=\d{7,}/);
    const security = await clerk.get('/.well-known/security.txt');
    assert.equal(security.status, 200);
    assert.match(security.text, /^Contact: /m);
    assert.equal((await clerk.get('/metrics')).status, 403);
    assert.equal((await clerk.get('/ready')).status, 200);
  });

  const openFile = (subject: string) => clerk.act('/files/new/open', { ...place, subject });
  const objectOf = (text: string) => (JSON.parse(text) as { events: { object: string }[] }).events[0]?.object.split(':')[1] ?? '';

  test('a large upload reaches the store while it is still being sent: the proxy keeps nothing back', async () => {
    const [unit] = await sql<{ planUnit: string; leadUnit: string }>(
      `select plan_unit_id as "planUnit", lead_unit as "leadUnit" from records.files where reference = '32.11-0042'`,
    );
    place = unit!;
    const file = objectOf((await openFile('Großer Plan')).text);
    const into = objectOf((await clerk.act(`/files/${file}/new-case/open`, { subject: 'Großer Plan' })).text);
    const bytes = randomBytes(48 * 2 ** 20);
    const announced = await clerk.act(`/cases/${into}/uploads`, { name: 'Plan.dat', size: bytes.length });
    assert.equal(announced.status, 200, announced.text);
    const { id } = JSON.parse(announced.text) as { id: string };
    const before = sizeOf(at('data/content'));
    const reply = await clerk.piece(`/cases/${into}/uploads/${id}`, bytes, async () => {
      for (const limit = Date.now() + 30_000; Date.now() < limit; ) {
        if (sizeOf(at('data/content')) - before > bytes.length / 4) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('half was sent, and nothing has arrived');
    });
    assert.equal(reply.status, 200, reply.text);
    assert.equal((JSON.parse(reply.text) as { done?: boolean }).done, true, reply.text);
  });

  test('a backup taken in operation is put back into another database, and the journal confirms it', async (context) => {
    const saved = await run(['backup', at('backup')], environment);
    assert.equal(saved.code, 0, saved.said);
    const other = { DATABASE_URL: await server.database('ersatz'), FACHWERK_DATA: at('restored') };
    // The same server has the roles already: their passwords go along by hand, as the handbook says.
    mkdirSync(at('restored/keys'), { recursive: true, mode: 0o700 });
    cpSync(at('data/keys/database.json'), at('restored/keys/database.json'));
    const restored = await run(['restore', at('backup')], { ...environment, ...other });
    assert.equal(restored.code, 0, restored.said);
    const counted =
      'select (select count(*)::int from records.documents) as documents, (select count(*)::int from journal.leaf) as leaves';
    assert.deepEqual(await server.sql('ersatz', counted), await sql(counted));
    context.diagnostic(
      [saved.said, restored.said]
        .map((text) =>
          text
            .trim()
            .split('\n')
            .find((line) => /^Ges|^Zur/.test(line)),
        )
        .join(' | '),
    );
  });

  test('the stop that systemd asks for takes at most five seconds, and every act that was acknowledged is there afterwards', async (context) => {
    const acknowledged: string[] = [];
    let running = true;
    const write = async (writer: number) => {
      for (let no = 0; running; no += 1) {
        const subject = `Halt ${writer}-${no}`;
        const reply = await openFile(subject).catch(() => undefined);
        if (reply?.status === 200) acknowledged.push(subject);
        else await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
    while (acknowledged.length < 40) await new Promise((resolve) => setTimeout(resolve, 20));
    const { milliseconds, code } = await service!.stop();
    running = false;
    await Promise.all(writers);
    assert.equal(code, 0);
    assert.ok(milliseconds <= 5_000, `${milliseconds} ms`);
    const kept = await sql<{ subject: string }>("select subject from records.files where subject like 'Halt %'");
    const subjects = new Set(kept.map(({ subject }) => subject));
    assert.deepEqual(
      acknowledged.filter((subject) => !subjects.has(subject)),
      [],
    );
    const [silent] = await sql<{ n: number }>(
      `select count(*)::int as n from records.files f where subject like 'Halt %'
          and not exists (select from journal.leaf l where l.header::jsonb ->> 'object' = 'file:' || f.id)
          and not exists (select from journal.inbox i where i.header::jsonb ->> 'object' = 'file:' || f.id)`,
    );
    assert.equal(silent?.n, 0, 'every file has its entry');
    context.diagnostic(`stopped in ${Math.round(milliseconds)} ms, ${acknowledged.length} acknowledged`);
    service = await startService(environment);
    const [, seconds] = /\(nach ([\d.]+) s/.exec(service.said) ?? [];
    assert.equal((await clerk.get('/ready')).status, 200);
    context.diagnostic(`warm start ${seconds} s`);
  });
});

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, { parentPath, name }) => sum + (statSync(path.join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
}
