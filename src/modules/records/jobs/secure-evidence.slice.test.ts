// SPDX-License-Identifier: EUPL-1.2
// Nights of a town: what was filed gets its stamp, also from an authority that is silent, lies or is slow; stamps and trees are renewed in time.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { verifyRecord } from '@fachwerk/evidence-record';
import { evidenceCheckAt } from '../../../../packages/merkle-log/src/evidence.ts';
import { trusting, unzip } from '../../../../packages/merkle-log/src/specimen/memory.ts';
import { verify } from '../../../../packages/merkle-log/src/verify/verify.ts';
import { specimenAuthority } from '../../../../packages/evidence-record/suite/authority.ts';
import { callerAs, cookieOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import type { Runtime } from '../../../kernel/runtime.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { gatherEvidence } from '../commands/gather-evidence.ts';
import { openCase } from '../commands/open-case.ts';
import { openFile } from '../commands/open-file.ts';
import { receiveWhole } from '../commands/receive-upload.ts';
import { evidenceOfFile, evidenceSummary } from '../queries/evidence.ts';
import { gatherEvidenceNightly, stampEvidenceSoon } from './secure-evidence.ts';

const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

type Mood = 'honest' | 'silent' | 'lying' | 'unknown' | 'broken';

describe('Beweissicherung', () => {
  let world: World;
  let runtime: Runtime;
  let server: Server;
  let file: string;
  let caseId: string;
  let mood: Mood = 'honest';
  let asked = 0;
  const early = specimenAuthority({ name: 'Stelle A', from: new Date('2026-01-01'), until: new Date('2028-01-01') });
  const later = specimenAuthority({ name: 'Stelle B', from: new Date('2026-01-01'), until: new Date('2040-01-01') });
  const stranger = specimenAuthority({ name: 'Niemand' });
  let authority = early;
  const answers: Readonly<Record<Mood, (question: Buffer, at: Date) => Uint8Array | string | undefined>> = {
    honest: (question, at) => authority.answer(question, at),
    lying: (question, at) => authority.answer(question.fill(7, 40, 60), at),
    unknown: (question, at) => stranger.answer(question, at),
    broken: () => '<html>',
    silent: () => undefined,
  };

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    server = createServer(async (request, response) => {
      asked += 1;
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = answers[mood](Buffer.concat(chunks), world.clock.now());
      if (answer) response.setHeader('content-type', 'application/timestamp-reply').end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const trustFolder = path.join(world.runtime.config.dataDir, 'trust');
    mkdirSync(trustFolder);
    writeFileSync(path.join(trustFolder, 'stellen.pem'), pem(early.anchor) + pem(later.anchor));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`;
    runtime = { ...world.runtime, config: { ...world.runtime.config, timeStamps: { url, trustFolder } } };
    file = (await run(openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' })).events[0]!.file!;
    caseId = (await run(openCase, { file, subject: 'Erlaubnis' })).events[0]!.object.slice('case:'.length);
    for (const name of ['Antrag.txt', 'Plan.txt', 'Bescheid.txt']) await receive(caseId, name, `Text von ${name}`);
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await world.close();
  });

  async function run(command: Parameters<typeof execute>[1], input: object): Promise<Done> {
    return (await execute(world.runtime, command, input, callerAs(persons.clerk), { key: newId() })) as Done;
  }
  const receive = (at: string, name: string, text: string) =>
    receiveWhole(
      { runtime: world.runtime, caller: callerAs(persons.clerk) },
      { case: at, name, key: newId(), source: new Blob([text]).stream() },
    );
  const occasion = () => ({ runtime, payload: {}, key: newId(), signal: new AbortController().signal });
  const night = () => gatherEvidenceNightly.run(occasion());
  const soon = () => stampEvidenceSoon.run(occasion());
  const system = <T>(work: Parameters<typeof runtime.database.read<T>>[2]) =>
    runtime.database.read<T>({ person: null, system: 'records.test' }, runtime.clock.now(), work);
  const summary = () => system(evidenceSummary);
  const evidence = () => runtime.database.read({ person: persons.clerk }, runtime.clock.now(), (tx) => evidenceOfFile(tx, file));
  const fileAway = (at: string, on: string) =>
    world.sql("update records.cases set state = 'filed', filed_on = $2 where id = $1", [at, on]);

  async function verified(text: string): Promise<string> {
    const verdicts = await Promise.all(
      (await evidence()).map(({ record }) =>
        verifyRecord(record, {
          data: [{ bytes: Buffer.from(text) }],
          anchors: [early.anchor, later.anchor],
          at: runtime.clock.now(),
        }),
      ),
    );
    const own = verdicts.find(({ errors }) => !errors.some(({ key }) => key === 'data-foreign'));
    return own ? `${own.state} ${own.stamps.map(({ kind }) => kind).join(' ')}` : 'none';
  }

  test('nothing is gathered before something is filed, nor on the day itself', async () => {
    await night();
    assert.equal((await summary()).batches, 0);
    await fileAway(caseId, '2026-11-24');
    await night();
    assert.equal((await summary()).batches, 0, 'the day is not over');
  });

  test('a silent, a lying, an unknown and a broken authority leave it waiting, and the page says why', async () => {
    world.clock.set('2026-11-24T23:05:00.000Z'); // five past midnight in Berlin
    const cases: [Mood, RegExp][] = [
      ['broken', /nicht lesbar/],
      ['lying', /etwas anderes gestempelt|andere Anfrage/],
      ['unknown', /keinem Zertifikat in der Vertrauensliste/],
      ['silent', /nicht erreichbar/],
    ];
    for (const [next, sentence] of cases) {
      mood = next;
      await (next === 'broken' ? night() : soon());
      const { waiting, waitingDocuments, documents } = await summary();
      assert.deepEqual([waiting, waitingDocuments, documents], [1, 3, 3], next);
      assert.equal((await evidence()).length, 0, 'without a stamp there is no record');
      const page = await world.app.request('/evidence', { headers: { cookie: await cookieOf(world, persons.clerk) } });
      assert.match(await page.text(), sentence);
    }
  });

  test('as soon as the authority answers, each document has its record', async () => {
    mood = 'honest';
    await soon();
    const { waiting, authority: name, fault } = await summary();
    assert.deepEqual([waiting, name, fault], [0, 'Stelle A', '']);
    assert.equal((await evidence()).length, 3);
    assert.equal(await verified('Text von Plan.txt'), 'proven first');
    assert.equal(await verified('Text von Plan.txt.'), 'none');
    const before = asked;
    await soon();
    await night();
    assert.equal(asked, before, 'nothing is asked for twice');
  });

  test('the proof package carries the records, and a stranger checks them offline', async () => {
    const last = await world.sql<{ id: number }>('select max(id) as id from journal.inbox');
    if (last[0]?.id) await runtime.journal.integrated([last[0].id]);
    const cookie = await cookieOf(world, persons.clerk);
    const page = await world.app.request(`/files/${file}/proof`, { headers: { cookie } });
    assert.match(await page.text(), /Zu 3 Dokumenten liegt ein Beweisdatensatz/);
    const response = await world.app.request(`/files/${file}/proof-package`, { headers: { cookie } });
    const { verdict } = await verify({
      open: async () => unzip(new Uint8Array(await response.arrayBuffer())),
      trust: trusting(world.runtime.journal.verifierKey(), pem(early.anchor)),
      evidence: evidenceCheckAt(() => world.clock.now()),
    });
    assert.deepEqual(verdict.errors, []);
    assert.equal(verdict.state, 'proven');
    assert.equal(verdict.proven.find(({ key }) => key === 'evidence')?.params['documents'], 3);
  });

  test('nobody sees records of a file that they may not see, and no person may gather', async () => {
    const hidden = await runtime.database.read({ person: persons.treasurer }, runtime.clock.now(), (tx) =>
      evidenceOfFile(tx, file),
    );
    assert.deepEqual(hidden, []);
    const refused = await execute(world.runtime, gatherEvidence, { filedUntil: '2026-12-31' }, callerAs(persons.registrar), {
      key: newId(),
    });
    assert.ok(refused instanceof Refusal);
  });

  test('a case filed later gets its own, and a document that came to a reopened case as well', async () => {
    const second = (await run(openCase, { file, subject: 'Nachtrag' })).events[0]!.object.slice('case:'.length);
    await receive(second, 'Nachtrag.txt', 'Text des Nachtrags');
    await fileAway(second, '2026-11-25');
    world.clock.set('2026-11-25T23:05:00.000Z');
    await night();
    assert.equal(await verified('Text des Nachtrags'), 'proven first');
    assert.equal((await summary()).batches, 2);
    await world.sql("update records.cases set state = 'open', filed_on = null where id = $1", [second]);
    await receive(second, 'Später.txt', 'Text von später');
    await fileAway(second, '2026-11-26');
    world.clock.set('2026-11-26T23:05:00.000Z');
    await night();
    assert.equal(await verified('Text von später'), 'proven first');
    assert.equal((await summary()).documents, 5, 'what is secured already is not gathered again');
  });

  test('ninety days before the certificates end all stamps are renewed by one', async () => {
    authority = later;
    world.clock.set('2027-10-01T22:05:00.000Z');
    const before = asked;
    await night();
    assert.equal(asked, before, 'one day too early');
    world.clock.set('2027-10-02T22:05:00.000Z');
    await night();
    assert.equal(asked, before + 1);
    assert.equal((await summary()).renewals, 3);
    world.clock.set('2030-01-01T08:00:00.000Z');
    assert.equal(await verified('Text von Plan.txt'), 'proven first stamp-renewal');
  });

  test('before a digest ends, the contents are hashed anew and a new tree is stamped', async () => {
    world.clock.set('2030-02-01T23:05:00.000Z');
    const timeStamps = { ...runtime.config.timeStamps!, digestEnds: { sha256: '2030-04-01' } };
    runtime = { ...runtime, config: { ...runtime.config, timeStamps } };
    await night();
    const { renewals, waiting } = await summary();
    assert.deepEqual([renewals, waiting], [6, 0]);
    world.clock.set('2035-01-01T08:00:00.000Z');
    for (const text of ['Text von Plan.txt', 'Text des Nachtrags', 'Text von später']) {
      assert.equal(await verified(text), 'proven first stamp-renewal tree-renewal', text);
    }
    const before = asked;
    await night();
    assert.equal(asked, before, 'renewed once');
  });
});
