// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import { callerAs, cookieOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { modules } from '../../../app.ts';
import { type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { startWorker } from '../../../kernel/queue.ts';
import { fileTime, makeOutlook } from '../adapters/content/outlook-samples.ts';
import { openCase } from '../commands/open-case.ts';
import { openFile } from '../commands/open-file.ts';
import { receiveWhole } from '../commands/receive-upload.ts';
import { search } from '../queries/search.ts';
import { readSearch } from '../rules/search-words.ts';

const mail = [
  'From: Architekturb=?utf-8?Q?=C3=BC?=ro Kranz <kranz@example.org>',
  'To: ordnungsamt@waldbrueck.example',
  'Subject: Nachtrag zum Stellplatznachweis',
  'Date: Fri, 20 Nov 2026 09:12:00 +0100',
  'Message-ID: <nachtrag-1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="grenze"',
  '',
  '--grenze',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Guten Tag, anbei der Lageplan mit acht Stellflaechen.',
  '--grenze',
  'Content-Type: text/plain; name="Lageplan.txt"',
  'Content-Disposition: attachment; filename="Lageplan.txt"',
  '',
  'Lageplan Uferstrasse',
  '--grenze--',
  '',
].join('\r\n');

/** The same message as Outlook keeps it. */
const outlook = makeOutlook({
  properties: {
    '0037001F': 'Nachtrag zum Stellplatznachweis',
    '00390040': fileTime('2026-11-20T08:12:00Z'),
    '0C1A001F': 'Architekturbüro Kranz',
    '0C1F001F': 'kranz@example.org',
    '1000001F': 'Guten Tag, anbei der Lageplan mit acht Stellflaechen.\r\n',
  },
  attachments: [{ '37010102': Buffer.from('Lageplan Uferstrasse\n'), '3707001F': 'Lageplan.txt', '370E001F': 'text/plain' }],
});

describe('content that arrived', () => {
  let world: World;
  let caseId: string;
  let worker: { stop(): Promise<void> };
  const clerk = callerAs(persons.clerk);

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    const { runtime } = world;
    const run = async (command: Parameters<typeof execute>[1], input: object) =>
      (await execute(runtime, command, input, clerk, { key: newId() })) as Done;
    const { file } = (await run(openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' }))
      .events[0]!;
    caseId = (await run(openCase, { file, subject: 'Erlaubnis' })).events[0]!.object.slice('case:'.length);
    worker = await startWorker(
      runtime,
      modules.flatMap(({ jobs }) => jobs),
      world.database.connections.sequencer,
    );
  });
  after(async () => {
    await worker.stop();
    await world.close();
  });

  const upload = (name: string, bytes: Uint8Array | string) =>
    receiveWhole(
      { runtime: world.runtime, caller: clerk },
      { case: caseId, name, key: newId(), source: new Blob([typeof bytes === 'string' ? bytes : Buffer.from(bytes)]).stream() },
    );
  const waiting = async () =>
    (await world.sql("select 1 from records.versions where reading not in ('read', 'none', 'failed')")).length;
  async function settled(documents: number): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      await world.reactions.catchUp();
      const all = (await world.sql('select 1 from records.documents')).length;
      if (all >= documents && (await waiting()) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail(
      `not read in time: ${JSON.stringify(await world.sql('select file_name, reading, reading_why from records.versions'))}`,
    );
  }
  const find = (typed: string) =>
    world.runtime.database.read(clerk, world.clock.now(), async (tx) =>
      (await search(tx, readSearch(typed))).map(({ title }) => title),
    );

  test('is read, pictured and found; a message brings its attachments along, once', async () => {
    const pdf = await PDFDocument.create();
    for (const text of ['Gaststaettenerlaubnis', 'Rettungsweg ueber den Hof'])
      pdf.addPage([595, 842]).drawText(text, { x: 60, y: 700, size: 18 });
    await upload('Erlaubnis.pdf', await pdf.save());
    await upload('nachricht.eml', mail);
    await upload('nachricht (2).eml', mail);
    await upload('nachricht.msg', outlook);
    await settled(7);
    const documents = await world.sql<{ title: string; child: boolean; message_key: string }>(
      'select title, parent_id is not null as child, message_key from records.documents order by title',
    );
    assert.deepEqual(
      documents.map(({ title, child }) => `${child ? '↳ ' : ''}${title}`),
      ['Erlaubnis', ...Array(3).fill('↳ Lageplan'), ...Array(3).fill('Nachtrag zum Stellplatznachweis')],
    );
    const keys = new Set(documents.map(({ message_key: key }) => key).filter(Boolean));
    assert.equal(keys.size, 1, 'a second delivery is recognised by its key, also as Outlook keeps it');
    assert.deepEqual(await find('rettungsweg'), ['Erlaubnis']);
    assert.deepEqual(await find('stellflaechen'), Array(3).fill('Nachtrag zum Stellplatznachweis'));
  });

  test('is shown as a picture to whoever may see the file', async () => {
    const [row] = await world.sql<{ document_id: string }>(
      "select v.document_id from records.versions v where v.file_name = 'Erlaubnis.pdf'",
    );
    const get = async (person: string) =>
      world.app.request(`/documents/${row!.document_id}/pages/2`, { headers: { cookie: await cookieOf(world, person) } });
    const picture = await get(persons.clerk);
    assert.equal(picture.headers.get('content-type'), 'image/webp');
    assert.ok((await picture.arrayBuffer()).byteLength > 500);
    assert.equal((await get(persons.treasurer)).status, 404);
  });
});
