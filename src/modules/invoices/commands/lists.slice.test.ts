// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { zipSync } from 'fflate';
import { act, madeBy } from '../../../../test/act.ts';
import { type InvoiceWish, invoiceXml } from '../../../../test/invoice.ts';
import { callerAs, functionOf, persons, planUnits, settleTown, units } from '../../../../test/town.ts';
import { openWorld, type World } from '../../../../test/world.ts';
import type { Caller } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { openFile } from '../../records/index.ts';
import { takeApart } from '../adapters/take-apart.ts';
import { invoices } from '../module.ts';
import { findInvoiceView } from '../queries/invoice-view.ts';
import { allocateInvoice } from './allocate-invoice.ts';
import { assignInvoice } from './assign-invoice.ts';
import { certifyArithmetically } from './certify-arithmetically.ts';
import { certifyFactually } from './certify-factually.ts';
import { checkInvoice } from './check-invoice.ts';
import { importList } from './import-list.ts';
import { keepTemplate } from './keep-template.ts';
import { orderPayment } from './order-payment.ts';
import { receiveParcel, receivePiece } from './receive-files.ts';

const all = new Set(['records.read', 'records.write', ...Object.keys(invoices.permissions)]);
const as = (person: string, more: Partial<Caller> = {}): Caller => callerAs(person, { permissions: all, ...more });

describe('lists of other systems', () => {
  let world: World;
  let file: string;
  const [clerk, head, administrator] = [as(persons.clerk), as(persons.head), as(persons.administrator)];

  before(async () => {
    world = await openWorld();
    await settleTown(world);
    file = madeBy(
      await act(world, openFile, { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Rechnungen 2026' }, clerk),
    );
  });
  after(() => world.close());

  const take = async (wish: InvoiceWish) => {
    const piece = { name: 'rechnung.xml', bytes: Buffer.from(invoiceXml(wish)) };
    const outcome = await receivePiece({ runtime: world.runtime, caller: clerk }, file, piece);
    return outcome instanceof Refusal ? assert.fail(outcome.reason) : outcome.invoice;
  };
  const viewOf = async (id: string, caller = clerk) => {
    const view = await world.runtime.database.transaction(caller, world.clock.now(), (tx) => findInvoiceView(tx, id));
    return view ?? assert.fail('not seen');
  };
  const step = async (command: unknown, id: string, caller: Caller, more = {}) => {
    const { lock } = await viewOf(id, caller);
    return act(world, command as never, { invoice: id, lock, ...more }, caller);
  };
  const import_ = (list: string, table: string, caller = administrator) => act(world, importList, { list, table }, caller);
  const certified = async (wish: InvoiceWish) => {
    const id = await take(wish);
    madeBy(await step(checkInvoice, id, clerk));
    madeBy(await step(assignInvoice, id, clerk, { office: units.trade }));
    madeBy(await step(allocateInvoice, id, clerk, { rows: '11.1.01; Rest' }));
    madeBy(await step(certifyFactually, id, clerk));
    madeBy(await step(certifyArithmetically, id, clerk));
    return id;
  };

  test('are taken in as a whole, seen by line, and say the same twice without an entry', async () => {
    const table =
      'Art;Nummer;Lieferant;Kennung;Betrag;Stelle\nAuftrag;A-17;Bürobedarf Sonnenschein GmbH;DE123456788;200,00;32.2\nVertrag;V-1;Meier;;;20';
    madeBy(await import_('commitments', table));
    const again = await import_('commitments', table);
    assert.ok(typeof again !== 'string' && again.events.length === 0);
    assert.equal(await import_('commitments', table.replace('32.2', '99')), 'invoices.list.findings');
    const [row] = await world.sql<{ n: number }>("select count(*)::int as n from invoices.list_lines where list = 'commitments'");
    assert.equal(row?.n, 2);
  });

  test('are not for clerks to change, not even past the command', async () => {
    const without = as(persons.clerk, { permissions: new Set(['invoices.read']) });
    assert.equal(await import_('limits', 'Stelle;Rolle;Betrag\n32;Leitung;5', without), 'kernel.not-permitted');
    await assert.rejects(import_('limits', 'Stelle;Rolle;Betrag\n32;Leitung;5', clerk), /row-level security/);
  });

  test('match an invoice with its order; what another invoice took is no longer open', async () => {
    const first = await take({ number: 'L-1', order: 'A 17' });
    const [match] = (await viewOf(first)).matches;
    assert.ok(match && 'cells' in match);
    assert.deepEqual([match.by, match.left, match.differences], ['order', '200.00', []]);
    const second = await take({ number: 'L-2', order: 'a-17' });
    const [other] = (await viewOf(second)).matches;
    assert.ok(other && 'cells' in other);
    assert.deepEqual([other.left, other.differences.map(({ kind }) => kind)], ['81.00', ['amount']]);
    assert.deepEqual((await viewOf(await take({ number: 'L-3', order: 'A-99' }))).matches, [
      { by: 'unknown-order', number: 'A-99' },
    ]);
  });

  test('suggest the office: by the order, else by the Leitweg-ID', async () => {
    madeBy(await import_('routing', 'Merkmal;Wert;Stelle\nLeitweg;1234512345;20'));
    const suggested = async (wish: InvoiceWish) => {
      const id = await take(wish);
      madeBy(await step(checkInvoice, id, clerk));
      return (await viewOf(id)).suggestion;
    };
    assert.deepEqual(await suggested({ number: 'L-4', order: 'A-17' }), { unit: '32.2', reason: 'order', detail: 'A-17' });
    assert.equal((await suggested({ number: 'L-5' }))?.reason, 'fine-part');
  });

  test('stop an order above the limit of the function; a deputy is bound by the principal’s', async () => {
    const id = await certified({ number: 'L-6' });
    madeBy(await import_('limits', 'Stelle;Rolle;Betrag\n32;Leitung;118,99'));
    assert.equal(await step(orderPayment, id, head), 'invoices.above-limit');
    const [substitution, neighbour] = [
      '0190a000-0000-7000-8000-000000005001',
      as(persons.neighbour, { onBehalfOf: persons.head }),
    ];
    await world.sql(
      "insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, '2026-01-01', '2027-01-01')",
      [substitution, persons.head, persons.neighbour],
    );
    await world.sql('insert into people.substitution_function (substitution, function_held) values ($1, $2)', [
      substitution,
      functionOf(1),
    ]);
    assert.equal(await step(orderPayment, id, neighbour), 'invoices.above-limit');
    madeBy(await import_('limits', 'Stelle;Rolle;Betrag\n32;Leitung;119,00'));
    madeBy(await step(orderPayment, id, neighbour));
  });

  test('know the budget codes of the year, and what is left on them', async () => {
    madeBy(await import_('budget-codes', 'Jahr;Buchungsstelle;Bezeichnung;Verfügbar\n2026;11.1.01;Büro;200,00'));
    const id = await take({ number: 'L-7' });
    madeBy(await step(checkInvoice, id, clerk));
    madeBy(await step(assignInvoice, id, clerk, { office: units.trade }));
    assert.equal(await step(allocateInvoice, id, clerk, { rows: '11.9; Rest' }), 'invoices.allocation.unknown-code');
    madeBy(await step(allocateInvoice, id, clerk, { rows: '11.1.01; Pos. 1; Schrank' }));
    const { rows, codes } = await viewOf(id);
    assert.deepEqual(rows, [{ code: '11.1.01', amount: '119.00', measure: 'Schrank' }]);
    // 119.00 of the invoice that was ordered above stand on the same code.
    assert.deepEqual(codes, [{ code: '11.1.01', title: 'Büro', available: '200.00', taken: '119.00' }]);
  });

  test('a template is kept only if it can be read, and an empty one removes it', async () => {
    const keep = (definition: string) => act(world, keepTemplate, { name: 'Kasse', definition }, administrator);
    assert.equal(await keep('form = fest\nfeld betrag'), 'invoices.template.no-width');
    madeBy(await keep('form = csv\r\nfeld betrag'));
    const count = async () => (await world.sql<{ n: number }>('select count(*)::int as n from invoices.templates'))[0]?.n;
    assert.equal(await count(), 1);
    madeBy(await keep(''));
    assert.equal(await count(), 0);
  });

  test('a bundle’s picture and report come into the same case as its invoice', async () => {
    const zip = zipSync({ 'r.xml': Buffer.from(invoiceXml({ number: 'L-8' })), 'Laufzettel.txt': Buffer.from('ZRE') });
    const [parcel] = await takeApart('b.zip', zip);
    assert.ok(parcel);
    const outcome = await receiveParcel({ runtime: world.runtime, caller: clerk }, file, parcel);
    assert.ok(!(outcome instanceof Refusal));
    const names = await world.sql<{ name: string }>(
      'select v.file_name as name from records.versions v join records.documents d on d.id = v.document_id where d.case_id = $1 order by 1',
      [(await viewOf(outcome.invoice)).case],
    );
    assert.deepEqual(
      names.map(({ name }) => name),
      ['Laufzettel.txt', 'r.xml'],
    );
  });

  test('4,000 lines are kept, and fetched by the hundred', async () => {
    const id = await take({ number: 'L-9', lines: 4_000 });
    const view = await viewOf(id);
    assert.equal(view.lineCount, 4_000);
    assert.equal(view.picture?.mostLinesShown, false);
    const { invoiceLines } = await import('../queries/invoice-view.ts');
    const lines = await world.runtime.database.transaction(clerk, world.clock.now(), (tx) =>
      invoiceLines(tx, { id, from: 3_950, count: 100 }),
    );
    assert.deepEqual([lines.length, lines[0]?.no, lines.at(-1)?.no], [50, '3951', '4000']);
  });
});
