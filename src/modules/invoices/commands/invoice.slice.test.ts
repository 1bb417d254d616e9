// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { zipSync } from 'fflate';
import { act, madeBy } from '../../../../test/act.ts';
import { invoiceXml } from '../../../../test/invoice.ts';
import { callerAs, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import type { Caller } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { openFile } from '../../records/index.ts';
import { takeApart } from '../adapters/take-apart.ts';
import { invoices } from '../module.ts';
import { allocateInvoice } from './allocate-invoice.ts';
import { assignInvoice } from './assign-invoice.ts';
import { certifyArithmetically } from './certify-arithmetically.ts';
import { certifyFactually } from './certify-factually.ts';
import { checkInvoice } from './check-invoice.ts';
import { confirmPayments } from './confirm-payments.ts';
import { handOverInvoices } from './hand-over-invoices.ts';
import { orderPayment } from './order-payment.ts';
import { queryInvoice } from './query-invoice.ts';
import { receivePiece } from './receive-files.ts';
import { refuseInvoice } from './refuse-invoice.ts';

const permissions = new Set(['records.read', 'records.write', 'records.sign', ...Object.keys(invoices.permissions)]);
const as = (person: string): Caller => callerAs(person, { permissions });

describe('an invoice on its way', () => {
  let world: World;
  let file: string;
  const clerk = as(persons.clerk);
  const head = as(persons.head);
  const third = '0190a000-0000-7000-8000-000000001007';

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    await world.sql(
      "insert into people.person (id, given_name, family_name, email, active_from) values ($1, 'Test', 'Kasse', 'kasse@waldbrueck.example', '2020-01-01')",
      [third],
    );
    await world.sql(
      "insert into people.function_held (id, person, unit, role, valid_from) values ('0190a000-0000-7000-8000-000000004999', $1, $2, 'clerk', '2020-01-01')",
      [third, units.trade],
    );
    file = madeBy(
      await act(world, openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Rechnungen 2026' }, clerk),
    );
  });
  after(() => world.close());

  const receive = (xml: string, name = 'rechnung.xml') =>
    receivePiece({ runtime: world.runtime, caller: clerk }, file, { name, bytes: Buffer.from(xml) });
  const taken = async (xml: string) => {
    const outcome = await receive(xml);
    assert.ok(!(outcome instanceof Refusal), `refused: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  const rowOf = async (id: string) => {
    const [row] = await world.sql<{
      state: string;
      lock: number;
      errors: number;
      skonto: string;
      letter: string;
      number: string;
    }>('select state, lock, errors, skonto_on::text as skonto, letter, number from invoices.invoices where id = $1', [id]);
    return row ?? assert.fail('no such invoice');
  };
  const step = async (command: Parameters<typeof act>[1], id: string, caller: Caller, more = {}) =>
    act(world, command, { invoice: id, lock: (await rowOf(id)).lock, ...more }, caller);
  const certified = async (xml: string) => {
    const { invoice } = await taken(xml);
    madeBy(await step(checkInvoice as never, invoice, clerk));
    madeBy(await step(assignInvoice as never, invoice, clerk, { office: units.trade }));
    madeBy(await step(allocateInvoice as never, invoice, clerk, { rows: '11.1.01.5431000; 119,00' }));
    madeBy(await step(certifyFactually as never, invoice, clerk));
    madeBy(await step(certifyArithmetically as never, invoice, clerk));
    return invoice;
  };

  test('comes in with its case, its original bytes, its report; the same bytes again are a duplicate', async () => {
    const xml = invoiceXml({ number: 'R-1' });
    const first = await taken(xml);
    assert.equal(first.duplicate, false);
    assert.deepEqual(await taken(xml), { ...first, duplicate: true });
    const row = await rowOf(first.invoice);
    assert.deepEqual([row.state, row.errors, row.number, row.skonto], ['received', 0, 'R-1', '2026-12-04']);
    const [kept] = await world.sql<{ content: string; subject: string }>(
      'select v.content, c.subject from invoices.invoices i join records.versions v on v.document_id = i.document_id join records.cases c on c.id = i.case_id where i.id = $1',
      [first.invoice],
    );
    assert.equal(kept?.content, createHash('sha256').update(xml).digest('hex'));
    assert.equal(kept?.subject, 'Rechnung R-1, Bürobedarf Sonnenschein GmbH');
  });

  test('that cannot be read is kept all the same', async () => {
    const { invoice } = await taken('<?xml version="1.0"?><brief/>');
    assert.deepEqual([(await rowOf(invoice)).state, (await rowOf(invoice)).errors], ['received', 1]);
  });

  test('with a wrong sum is refused by a person, and the letter names rule and remedy', async () => {
    const { invoice } = await taken(invoiceXml({ number: 'R-2', payable: '120.00' }));
    assert.ok((await rowOf(invoice)).errors > 0);
    madeBy(await step(refuseInvoice as never, invoice, clerk, { reason: 'Der Zahlbetrag stimmt nicht.' }));
    const { state, letter } = await rowOf(invoice);
    assert.equal(state, 'refused');
    assert.match(letter, /Regel BR-CO-16/);
    assert.match(letter, /Was zu tun ist/);
  });

  test('is not certified arithmetically before every cent is allocated', async () => {
    const { invoice } = await taken(invoiceXml({ number: 'R-3' }));
    madeBy(await step(checkInvoice as never, invoice, clerk));
    madeBy(await step(assignInvoice as never, invoice, clerk, { office: units.trade }));
    madeBy(await step(certifyFactually as never, invoice, clerk));
    madeBy(await step(allocateInvoice as never, invoice, clerk, { rows: '11.1.01; 118,99' }));
    assert.equal(await step(certifyArithmetically as never, invoice, clerk), 'invoices.not-all-allocated');
  });

  test('is ordered by another person, handed over by a third, signed, and booked once', async () => {
    const id = await certified(invoiceXml({ number: 'R-4' }));
    assert.equal(await step(orderPayment as never, id, clerk), 'kernel.not-permitted');
    madeBy(await step(orderPayment as never, id, head));
    assert.equal(await act(world, handOverInvoices, { unit: units.trade }, head), 'invoices.not-your-payment');
    const batch = madeBy(await act(world, handOverInvoices, { unit: units.trade }, as(third)));
    const [row] = await world.sql<{ payload: string; digest: string; signature: string; no: number; total: string }>(
      'select payload, digest, signature, no, total::text as total from invoices.batches where id = $1',
      [batch],
    );
    assert.deepEqual([row?.no, row?.total], [1, '119.00']);
    assert.equal(createHash('sha256').update(row!.payload).digest('hex'), row!.digest);
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), world.runtime.vault.publicKey]);
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const said = Buffer.from(`fachwerk-payment-orders/1 ${row!.digest}`);
    assert.ok(verify(null, said, key, Buffer.from(row!.signature, 'base64')));
    assert.equal(await act(world, handOverInvoices, { unit: units.trade }, as(third)), 'invoices.nothing-ordered');
    const lines = `${id};B-4711;2026-12-01`;
    madeBy(await act(world, confirmPayments, { lines }, as(third)));
    assert.equal((await rowOf(id)).state, 'paid');
    const again = await act(world, confirmPayments, { lines }, as(third));
    assert.ok(typeof again !== 'string' && again.events.length === 0);
  });

  test('is not ordered by a head who certified it', async () => {
    const { invoice } = await taken(invoiceXml({ number: 'R-5' }));
    madeBy(await step(checkInvoice as never, invoice, clerk));
    madeBy(await step(assignInvoice as never, invoice, clerk, { office: units.trade }));
    madeBy(await step(allocateInvoice as never, invoice, clerk, { rows: '11.1.01; 119,00' }));
    madeBy(await step(certifyFactually as never, invoice, head));
    madeBy(await step(certifyArithmetically as never, invoice, clerk));
    assert.equal(await step(orderPayment as never, invoice, head), 'invoices.four-eyes');
    madeBy(await step(queryInvoice as never, invoice, clerk, { question: 'Wurde alles geliefert?' }));
    assert.equal((await rowOf(invoice)).state, 'assigned');
    madeBy(await step(certifyFactually as never, invoice, clerk));
    madeBy(await step(certifyArithmetically as never, invoice, clerk));
    madeBy(await step(orderPayment as never, invoice, head));
  });

  test('is seen by the office it was assigned to, and by nobody else', async () => {
    const { invoice } = await taken(invoiceXml({ number: 'R-6' }));
    const seen = (person: string) =>
      world.runtime.database.transaction(as(person), world.clock.now(), (tx) =>
        tx.query('select 1 from invoices.invoices where id = $1', [invoice]),
      );
    assert.equal((await seen(persons.treasurer)).length, 0);
    madeBy(await step(checkInvoice as never, invoice, clerk));
    madeBy(await step(assignInvoice as never, invoice, clerk, { office: units.treasury }));
    assert.equal((await seen(persons.treasurer)).length, 1);
    assert.equal((await seen(persons.neighbour)).length, 0);
    assert.equal(await step(certifyFactually as never, invoice, as(persons.neighbour)), 'invoices.not-found');
    madeBy(await step(certifyFactually as never, invoice, as(persons.treasurer)));
  });

  test('comes out of a bundle and out of a mail; what cannot be taken apart stays whole', async () => {
    const xml = Buffer.from(invoiceXml());
    const other = Buffer.from(invoiceXml({ number: 'R-9' }));
    const [along, html] = [Buffer.from('<report/>'), Buffer.from('<p>Bild</p>')];
    // As the platforms of the Länder pack it: a folder for each invoice, with picture, report and cover slip.
    const zip = zipSync({
      ...{ 'a/eins.xml': xml, 'a/Pruefbericht.xml': along, 'a/bild.html': html, 'a/virus.exe': along },
      ...{ 'b/zwei.xml': other, 'b/laufzettel.txt': along },
    });
    assert.deepEqual(
      (await takeApart('b.zip', zip)).map((parcel) => [parcel.name, ...parcel.along.map(({ name }) => name)]),
      [
        ['eins.xml', 'Pruefbericht.xml', 'bild.html'],
        ['zwei.xml', 'laufzettel.txt'],
      ],
    );
    const pair = await takeApart('b.zip', zipSync({ 'eins.xml': xml, 'zwei.xml': other, 'lies.txt': along }));
    assert.deepEqual(
      pair.map(({ name }) => name),
      ['eins.xml', 'zwei.xml'],
    );
    const mail = `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/xml; name=r.xml\r\nContent-Disposition: attachment; filename=r.xml\r\nContent-Transfer-Encoding: base64\r\n\r\n${xml.toString('base64')}\r\n--x--\r\n`;
    const [piece] = await takeApart('post.eml', Buffer.from(mail));
    assert.deepEqual([piece?.name, piece?.along.map(({ name }) => name)], ['r.xml', ['post.eml']]);
    assert.deepEqual(Buffer.from(piece!.bytes), xml);
    assert.deepEqual(
      (await takeApart('kaputt.zip', Buffer.from('PK kaputt'))).map(({ name }) => name),
      ['kaputt.zip'],
    );
  });
});
