// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { newId } from '../../src/kernel/id.ts';
import { startOrder } from '../../src/modules/circulation/index.ts';
import { receivePiece } from '../../src/modules/invoices/commands/receive-files.ts';
import { receiveContent } from '../../src/modules/post/commands/receive-content.ts';
import { openCase } from '../../src/modules/records/commands/open-case.ts';
import { openFile } from '../../src/modules/records/commands/open-file.ts';
import { announceUpload, receiveWhole } from '../../src/modules/records/commands/receive-upload.ts';
import { addContact } from '../../src/modules/records/commands/add-contact.ts';
import { indexDocument } from '../../src/modules/records/store/reading.ts';
import { act, madeBy } from '../act.ts';
import { invoiceXml } from '../invoice.ts';
import { follow } from '../disposal.ts';
import { callerAs, cookieOf, functionOf, persons, planUnits, settleTown, units } from '../town.ts';
import { openWorld, type World } from '../world.ts';

/** Who visits. The file of the scene belongs to unit 32.1. */
export const roles = [
  'anonymous',
  'clerk',
  'neighbour',
  'head',
  'registry',
  'administrator',
  'deputyInside',
  'deputyOutside',
  'auditor',
  'staffCouncil',
  'privacyOfficer',
] as const;
/** One of them. */
export type Role = (typeof roles)[number];

/** Words that stand in the scene's file and nowhere else: where one of them appears, something of the file leaked. */
export const canaries = ['Kolibriweg', 'Quittenhain', 'Zimtstern', 'Ypsilanti', 'Wacholderheide', '32.11-0001'] as const;

/** A town with one file in it, and everybody signed in. */
export interface Scene {
  readonly world: World;
  readonly cookies: Readonly<Record<Role, string>>;
  /** Values for the path parameters of all routes. */
  readonly ids: Readonly<Record<string, string>>;
  readonly contact: string;
  readonly substitution: string;
  ask(role: Role, path: string, init?: RequestInit & { headers?: Record<string, string> }): Promise<Response>;
}

const id = (n: number) => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const others = {
  deputyInside: id(0x1101),
  deputyOutside: id(0x1102),
  auditor: id(0x1103),
  staffCouncil: id(0x1104),
  privacyOfficer: id(0x1105),
};

/** Person behind each role. */
export const personOf: Readonly<Record<Exclude<Role, 'anonymous'>, string>> = {
  clerk: persons.clerk,
  neighbour: persons.treasurer,
  head: persons.head,
  registry: persons.registrar,
  administrator: persons.administrator,
  ...others,
};

/** Opens the scene; whoever opens it closes its world. */
export async function openScene(): Promise<Scene> {
  const world = await openWorld();
  await settleTown(world);
  await addOthers(world);
  const objects = await fillFile(world);
  await follow(world);
  const substitution = await substitute(world, others.deputyInside, ['2026-11-01', '2026-12-24']);
  const over = await substitute(world, others.deputyOutside, ['2026-10-01', '2026-11-20']);
  const cookies = Object.fromEntries(
    await Promise.all(roles.map(async (role) => [role, role === 'anonymous' ? '' : await cookieOf(world, personOf[role])])),
  ) as Record<Role, string>;
  await representAtDesk(world, others.deputyInside, substitution);
  await representAtDesk(world, others.deputyOutside, over);
  return {
    world,
    cookies,
    substitution,
    contact: objects.contact,
    ids: {
      ...objects.ids,
      unit: units.trade,
      planUnit: planUnits.inns,
      person: persons.clerk,
      role: 'clerk',
      page: '1',
      no: '1',
      list: 'limits',
      token: 'x',
    },
    ask(role, path, init = {}) {
      const headers = { ...(cookies[role] ? { cookie: cookies[role] } : {}), ...init.headers };
      return Promise.resolve(world.app.request(path, { ...init, headers }));
    },
  };
}

async function addOthers(world: World): Promise<void> {
  const posts: [string, string, string][] = [
    [others.deputyInside, units.treasury, 'clerk'],
    [others.deputyOutside, units.treasury, 'clerk'],
    [others.auditor, units.town, 'auditor'],
    [others.staffCouncil, units.town, 'staff-council'],
    [others.privacyOfficer, units.town, 'privacy-officer'],
  ];
  for (const [person, unit, role] of posts) {
    await world.sql(
      "insert into people.person (id, given_name, family_name, email, active_from) values ($1, 'Test', $2, $3, '2020-01-01')",
      [person, `Person ${person.slice(-2)}`, `${person.slice(-4)}@waldbrueck.example`],
    );
    await world.sql(
      "insert into people.function_held (id, person, unit, role, valid_from) values ($1, $2, $3, $4, '2020-01-01')",
      [newId(), person, unit, role],
    );
  }
}

async function substitute(world: World, deputy: string, [from, to]: [string, string]): Promise<string> {
  const substitution = newId();
  await world.sql('insert into people.substitution (id, principal, deputy, valid_from, valid_to) values ($1, $2, $3, $4, $5)', [
    substitution,
    persons.clerk,
    deputy,
    from,
    to,
  ]);
  await world.sql('insert into people.substitution_function (substitution, function_held) values ($1, $2)', [
    substitution,
    functionOf(0),
  ]);
  return substitution;
}

/** The deputy has chosen at their desk to act for the clerk, as long as the window lasts. */
async function representAtDesk(world: World, deputy: string, substitution: string): Promise<void> {
  await world.sql(
    'insert into people.representation (session, substitution) select id, $2 from kernel.session where person = $1',
    [deputy, substitution],
  );
}

async function fillFile(world: World): Promise<{ ids: Record<string, string>; contact: string }> {
  const clerk = callerAs(persons.clerk);
  const opened = await act(
    world,
    openFile,
    { planUnit: planUnits.inns, leadUnit: units.trade, subject: 'Gaststätte Kolibriweg 4' },
    clerk,
  );
  const file = (opened as Exclude<typeof opened, string>).events[0]?.file ?? assert.fail(String(opened));
  const caseId = madeBy(await act(world, openCase, { file, subject: 'Erlaubnis Quittenhain' }, clerk));
  const contact = madeBy(await act(world, addContact, { case: caseId, role: 'Antragstellerin', name: 'Ypsilanti' }, clerk));
  const receiving = { runtime: world.runtime, caller: clerk };
  const source = new Blob(['Guten Tag, die Wacholderheide liegt nebenan.']).stream();
  const whole = await receiveWhole(receiving, { case: caseId, name: 'Zimtstern.txt', key: newId(), source });
  const waiting = await announceUpload(receiving, { case: caseId, name: 'Zimtstern Teil 2.txt', size: 100, key: newId() });
  assert.ok('document' in whole && whole.document && 'id' in waiting);
  await depict(world, whole.document);
  const order = await giveOrder(world, caseId, whole.document);
  const paid = await fillInvoices(world, file);
  const item = await fillInbox(world);
  const kept = await fillRetention(world, { file, caseId });
  const ids = {
    file,
    case: caseId,
    document: whole.document,
    upload: waiting.id,
    item,
    order,
    name: 'limits',
    ...kept,
    ...paid,
  };
  return { ids, contact };
}

/** An order within the clerk's office. */
async function giveOrder(world: World, caseId: string, document: string): Promise<string> {
  const clerk = callerAs(persons.clerk, { permissions: new Set(['records.read', 'records.write', 'circulation.order']) });
  return madeBy(await act(world, startOrder, { case: caseId, document, text: '32.1 z.K.: Quittenhain ansehen' }, clerk));
}

/** The period of the case, a rule that waits, and a run of the clerk's unit. */
async function fillRetention(
  world: World,
  { file, caseId }: { file: string; caseId: string },
): Promise<{ rule: string; run: string }> {
  const [rule, run] = [newId(), newId()];
  await world.sql(
    `insert into disposal.rules (id, plan_unit, years, start_kind, basis, reason, valid_from, proposed_by)
     values ($1, $2, 12, 'filed', '§ 5', 'Probe', '2026-01-01', $3)`,
    [rule, planUnits.inns, persons.administrator],
  );
  await world.sql(
    `insert into disposal.objects (case_id, file_id, plan_unit, lead_unit, reference, sort_key, file_reference, started_on, filed_on, from_unit, years, permanent, start_kind, start_on, until, disposal)
     values ($1, $2, $3, $4, '32.11-0001#1', '1', '32.11-0001', '2026-01-01', '2026-02-01', $3, 10, false, 'filed', '2026-02-01', '2036-12-31', 'B')`,
    [caseId, file, planUnits.inns, units.trade],
  );
  await world.sql(
    "insert into disposal.runs (id, no, kind, unit_id, drafted_on) values ($1, 1, 'destruction', $2, '2026-11-01')",
    [run, units.trade],
  );
  return { rule, run };
}

/** A refused invoice with its letter, and a batch of the clerk's unit. */
async function fillInvoices(world: World, file: string): Promise<{ invoice: string; batch: string }> {
  const clerk = callerAs(persons.clerk, { permissions: new Set(['records.read', 'records.write', 'invoices.receive']) });
  const bytes = Buffer.from(
    invoiceXml({ number: 'Ypsilanti-1', seller: 'Zimtstern GmbH', attachment: { name: 'a.csv', text: 'Wacholderheide' } }),
  );
  const received = await receivePiece({ runtime: world.runtime, caller: clerk }, file, { name: 'rechnung.xml', bytes });
  assert.ok('invoice' in received);
  await world.sql("update invoices.invoices set state = 'refused', letter = 'An Ypsilanti' where id = $1", [received.invoice]);
  const batch = newId();
  await world.sql(
    `insert into invoices.batches (id, unit_id, no, made_on, count, total, payload, digest, signature)
     values ($1, $2, 1, '2026-11-20', 0, 0, '{"orders":[]}', repeat('0', 64), '')`,
    [batch, units.trade],
  );
  return { invoice: received.invoice, batch };
}

/** A piece of post in the inbox of the clerk's unit, read and pictured. */
async function fillInbox(world: World): Promise<string> {
  const caller = callerAs(persons.clerk, { permissions: new Set(['post.receive']) });
  const source = new Blob(['Die Wacholderheide schreibt.']).stream();
  const words = { sender: 'Ypsilanti', subject: 'Zimtstern im Quittenhain' };
  const taken = await receiveContent(
    { runtime: world.runtime, caller },
    { office: units.trade, channel: 'upload', name: 'Zimtstern.txt', source, ...words },
  );
  const item = 'item' in taken ? taken.item : undefined;
  await world.sql(
    `insert into post.pages (item_id, no, text, picture, thumb)
     select id, 1, 'Die Wacholderheide schreibt.', content, content from post.items where id = $1`,
    [item],
  );
  await world.sql("update post.items set reading = 'read' where id = $1", [item]);
  return item ?? assert.fail('no post');
}

/** Text and pictures of the first page, as the background work leaves them behind. */
async function depict(world: World, document: string): Promise<void> {
  await world.sql(
    `insert into records.renditions (version_id, file_id, kind, page, content, size, media_type)
     select v.id, v.file_id, k, 1, v.content, v.size, 'image/webp' from records.versions v, unnest(array['page', 'thumbnail']) k where v.document_id = $1`,
    [document],
  );
  await world.sql(
    "insert into records.pages (version_id, file_id, no, text) select id, file_id, 1, 'Die Wacholderheide liegt nebenan.' from records.versions where document_id = $1",
    [document],
  );
  await world.runtime.database.transaction({ person: null, system: 'records.read-content' }, world.clock.now(), (tx) =>
    indexDocument(tx, document),
  );
}
