// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import { callerAs, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import { type Done, execute } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { openCase } from './open-case.ts';
import { openFile } from './open-file.ts';
import { announceUpload, askUpload, continueUpload, receiveWhole, type UploadProgress } from './receive-upload.ts';

describe('a file that is uploaded into a case', () => {
  let world: World;
  let caseId: string;
  let pdf: Uint8Array;
  const clerk = callerAs(persons.clerk);
  const as = (caller = clerk) => ({ runtime: world.runtime, caller });
  const idOf = (done: Done | Refusal) => (done as Done).events[0]!.object.split(':')[1]!;
  const streamOf = (bytes: Uint8Array) => new Blob([Buffer.from(bytes)]).stream();

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    const file = idOf(
      await execute(
        world.runtime,
        openFile,
        { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Uferstraße 4' },
        clerk,
        { key: newId() },
      ),
    );
    caseId = idOf(await execute(world.runtime, openCase, { file, subject: 'Erlaubnis' }, clerk, { key: newId() }));
    const document = await PDFDocument.create();
    document.addPage().drawText('Stellplatznachweis');
    pdf = await document.save();
  });
  after(() => world.close());

  test('in pieces goes on where it stopped and becomes one document, also when the last answer was lost', async () => {
    const begun = (await announceUpload(as(), {
      case: caseId,
      name: 'Stellplatz_Nachweis.pdf',
      size: pdf.length,
      key: 'key-of-the-first-upload',
    })) as UploadProgress;
    const elsewhere = { case: newId(), id: begun.id };
    const stray = [await askUpload(as(), elsewhere), await continueUpload(as(), elsewhere, { offset: 0, source: streamOf(pdf) })];
    for (const one of stray)
      assert.equal(one instanceof Refusal && one.reason, 'records.upload.not-found', 'another case has no such upload');
    const half = Math.floor(pdf.length / 2);
    await continueUpload(as(), { case: caseId, id: begun.id }, { offset: 0, source: streamOf(pdf.subarray(0, half)) });
    const again = (await announceUpload(as(), {
      case: caseId,
      name: 'Stellplatz_Nachweis.pdf',
      size: pdf.length,
      key: 'key-of-the-first-upload',
    })) as UploadProgress;
    assert.equal(again.id, begun.id);
    const done = (await continueUpload(
      as(),
      { case: caseId, id: begun.id },
      {
        offset: again.offset,
        source: streamOf(pdf.subarray(again.offset)),
      },
    )) as UploadProgress;
    const lost = (await announceUpload(as(), {
      case: caseId,
      name: 'Stellplatz_Nachweis.pdf',
      size: pdf.length,
      key: 'key-of-the-first-upload',
    })) as UploadProgress;
    assert.equal(lost.document, done.document);
    const rows = await world.sql<{ title: string; media_type: string; size: number; no: number }>(
      'select d.title, d.no, v.media_type, v.size from records.documents d join records.versions v on v.document_id = d.id where d.case_id = $1',
      [caseId],
    );
    assert.deepEqual(rows, [{ title: 'Stellplatz Nachweis', no: 1, media_type: 'application/pdf', size: pdf.length }]);
  });

  test('in one stream is stored and can be read back', async () => {
    const done = (await receiveWhole(as(), {
      case: caseId,
      name: 'Noch eins.pdf',
      key: 'key-of-a-plain-form',
      source: streamOf(pdf),
    })) as UploadProgress;
    const [row] = await world.sql<{ content: string }>('select content from records.versions where document_id = $1', [
      done.document,
    ]);
    const read = Buffer.from(await new Response(await world.runtime.blobs.get(row!.content)).arrayBuffer());
    assert.ok(read.equals(Buffer.from(pdf)));
  });

  test('that is a program or empty is refused, and nothing is registered', async () => {
    const before = await world.sql('select 1 from records.documents');
    for (const [bytes, reason] of [
      [Buffer.concat([Buffer.from('7f454c46020101000000000000000000', 'hex'), Buffer.alloc(200)]), 'records.upload.executable'],
      [Buffer.alloc(0), 'records.upload.empty'],
    ] as const) {
      const outcome = await receiveWhole(as(), {
        case: caseId,
        name: 'Rechnung.pdf',
        key: `key-for-${reason}`,
        source: streamOf(bytes),
      });
      assert.equal(outcome instanceof Refusal && outcome.reason, reason);
    }
    assert.equal((await world.sql('select 1 from records.documents')).length, before.length);
  });

  test('by somebody who may not see the case is refused as if there were none', async () => {
    const outcome = await announceUpload(as(callerAs(persons.treasurer)), {
      case: caseId,
      name: 'x.pdf',
      size: 10,
      key: 'key-of-a-stranger-xx',
    });
    assert.equal(outcome instanceof Refusal && outcome.reason, 'records.case.not-found');
  });
});
