// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { newId } from '../src/kernel/id.ts';
import { persons, planUnits, units } from '../test/town.ts';
import { type InvoiceWish, invoiceXml } from '../test/invoice.ts';
import { type Journey, until } from './journey.ts';

/** The people of the test town that sign in here. */
export type As = 'clerk' | 'head' | 'registrar' | 'administrator';

/** One state of one page. */
export interface Visit {
  /** Path of the page, as it stands in its module's calling card. */
  readonly page: string;
  /** Where it is, with real ids; the page's path when it has none. */
  readonly at?: string | undefined;
  readonly as?: As | 'nobody' | undefined;
  /** Sends the form with this end of its address as it stands: the page as it is shown after that. */
  readonly submit?: string | undefined;
}

/** What the town has for these visits. */
export interface Arranged {
  readonly file: string;
  readonly sealed: string;
  readonly case: string;
  readonly draftCase: string;
  readonly filed: string;
  readonly document: string;
  readonly draft: string;
  readonly invoice: string;
  readonly refused: string;
  readonly item: string;
  readonly given: string;
  readonly locked: string;
  readonly order: string;
  readonly rule: string;
  readonly run: string;
}

/** What a field holds: words, or a file of plain text. */
type Value = string | { name: string; text: string };

function inBody(value: Value) {
  if (typeof value === 'string') return value;
  return { name: value.name, mimeType: 'text/plain', buffer: Buffer.from(value.text) };
}

/** Sends a form as the page would. */
export async function send(page: Page, url: string, fields: Record<string, Value>): Promise<string> {
  const all: Record<string, Value> = { _key: newId(), ...fields };
  const files = Object.values(all).some((value) => typeof value !== 'string');
  const body = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, inBody(value)]));
  const origin = new URL(url).origin;
  const response = await page.request.post(url, { [files ? 'multipart' : 'form']: body, headers: { origin }, maxRedirects: 0 });
  if (response.status() !== 303) throw new Error(`${url}: ${response.status()} ${(await response.text()).slice(0, 300)}`);
  return response.headers()['location'] ?? '';
}

/** A file with an open case full of things, a draft and a filed one. */
export async function arrange({ running: { url }, sql }: Pick<Journey, 'running' | 'sql'>, page: Page): Promise<Arranged> {
  const file = await send(page, `${url}/files/new/open`, {
    planUnit: planUnits.inns,
    leadUnit: units.trade,
    subject: 'Uferstraße 4',
    protection: '0',
  });
  const openCase = (subject: string, more = {}) => send(page, `${url}${file}/new-case/open`, { subject, ...more });
  const at = await openCase('Gaststättenerlaubnis „Zum Anker“');
  const draftCase = await openCase('Außenfläche, Anzeige', { draft: 'true' });
  const filed = await openCase('Sperrzeit');
  await send(page, `${url}${at}/documents`, { files: { name: 'Antrag.txt', text: 'Antrag auf Erlaubnis' } });
  await send(page, `${url}${at}/documents`, {
    direction: 'out',
    files: { name: 'Bescheid.txt', text: 'Die Erlaubnis wird erteilt.' },
  });
  await send(page, `${url}${at}/add-contact`, { name: 'Ayşe Öztürk', role: 'Antragstellerin', address: 'Uferstraße 4' });
  await send(page, `${url}${at}/add-reference`, { to: `case:${filed.split('/')[2]}` });
  await send(page, `${url}${filed}/close`, {});
  await send(page, `${url}${file}/name`, { who: `person:${persons.clerk}`, writes: 'true' });
  const html = await (await page.request.get(url + at)).text();
  const documents = [...new Set(html.match(/\/documents\/[0-9a-f-]{36}(?=")/g))];
  const sealed = await send(page, `${url}/files/new/open`, {
    planUnit: planUnits.inns,
    leadUnit: units.trade,
    subject: 'Beschwerde im Haus',
    protection: '0',
  });
  await send(page, `${url}${sealed}/name`, { who: `person:${persons.clerk}`, writes: 'true' });
  await send(page, `${url}${sealed}/protect`, { level: '2', reason: 'betrifft Beschäftigte' });
  await send(page, `${url}${sealed}/unseal`, { toLevel: '1', reason: 'Verfahren beendet' });
  await send(page, `${url}/search/save`, { name: 'Erlaubnisse', query: 'Erlaubnis seit:2026' });
  const received = { ...(await arrangeInvoices(page, url, file)), ...(await arrangePost(page, url)) };
  const text = '1. Vermerk: Nachtrag geprüft\n2. mir, 20 z.Mz. bis 4.12.\n3. AL Schlusszeichnung\n4. Wv. 15.1.2027\n5. z.d.A.';
  const order = await send(page, `${url}${at}/order/start`, { document: documents[1]?.split('/')[2] ?? '', text });
  await send(page, `${url}${at}/follow-up/set`, { due: '24.11.2026', note: 'Baulast eingetragen?', before: 'self' });
  return {
    file,
    sealed,
    case: at,
    draftCase,
    filed,
    document: documents[0] ?? '',
    draft: documents[1] ?? '',
    order,
    ...received,
    ...(await arrangeDisposal(sql, filed)),
  };
}

/** A rule that waits for its second person, a run with the filed case in it. */
async function arrangeDisposal(sql: Journey['sql'], filed: string): Promise<Pick<Arranged, 'rule' | 'run'>> {
  const [rule, run, vorgang] = [newId(), newId(), filed.split('/')[2]];
  const counted = async () => (await sql('select 1 from disposal.objects where case_id = $1', [vorgang])).length > 0;
  await until('the retention of the filed case is counted', counted);
  await sql(
    `insert into disposal.rules (id, plan_unit, years, start_kind, basis, reason, valid_from, proposed_by)
     values ($1, $2, 12, 'filed', '§ 5 Archivgesetz', 'Probe', '2026-01-01', $3)`,
    [rule, planUnits.inns, persons.administrator],
  );
  await sql("insert into disposal.runs (id, no, kind, unit_id, drafted_on) values ($1, 1, 'destruction', $2, '2026-11-01')", [
    run,
    units.trade,
  ]);
  await sql("update disposal.objects set run_id = $1, state = 'proposed' where case_id = $2", [run, vorgang]);
  return { rule: `/retention/rules/${rule}`, run: `/disposal/runs/${run}` };
}

function visitsOfDisposal({ file, filed, rule, run }: Pick<Arranged, 'file' | 'filed' | 'rule' | 'run'>): Visit[] {
  const visits: Visit[] = [
    { page: '/retention' },
    { page: '/retention/new-rule' },
    { page: '/retention/new-rule', submit: '/propose' },
    { page: '/retention/rules/:rule', at: rule },
    { page: '/retention/rules/:rule', at: rule, submit: '/withdraw' },
    { page: '/retention/cases/:case', at: filed.replace('/cases', '/retention/cases') },
    { page: '/retention/cases/:case', at: filed.replace('/cases', '/retention/cases'), submit: '/set-hold' },
    { page: '/retention/files/:file', at: file.replace('/files', '/retention/files') },
    { page: '/disposal' },
    { page: '/disposal/runs/:run', at: run },
    { page: '/disposal/runs/:run', at: run, submit: '/cancel' },
  ];
  return visits.map((visit) => ({ as: 'registrar', ...visit }));
}

/** A good invoice, and a faulty one that was refused. */
async function arrangeInvoices(page: Page, url: string, file: string): Promise<Pick<Arranged, 'invoice' | 'refused'>> {
  const receive = (wish: InvoiceWish) =>
    send(page, `${url}/invoices/receive`, {
      file: file.split('/')[2] ?? '',
      invoices: { name: 'rechnung.xml', text: invoiceXml(wish) },
    });
  const invoice = await receive({ number: 'R-1', order: 'A-17', attachment: { name: 'stunden.csv', text: 'Stunden;2' } });
  const refused = await receive({ number: 'R-1', payable: '120.00', iban: 'DE12500105170648489890' });
  await send(page, `${url}${refused}/refuse`, { lock: '1', reason: 'Der Zahlbetrag stimmt nicht.' });
  return { invoice, refused };
}

/** A letter in the inbox, one that was forwarded, and a program in quarantine. */
async function arrangePost(page: Page, url: string): Promise<Pick<Arranged, 'item' | 'given' | 'locked'>> {
  const receive = (name: string, text: string) =>
    send(page, `${url}/post/receive`, { office: units.trade, files: { name, text } });
  const item = await receive('Stellplätze.txt', 'Architekturbüro Kranz\n20. November 2026\nSehr geehrte Damen und Herren');
  const given = await receive('Steuern.txt', 'Finanzamt');
  await send(page, `${url}${given}/forward`, { lock: '1', office: units.treasury });
  const locked = await receive('rechnung.pdf.exe', 'MZ');
  return { item, given, locked };
}

function visitsOfPost({ item, given, locked }: Pick<Arranged, 'item' | 'given' | 'locked'>): Visit[] {
  return [
    { page: '/post' },
    { page: '/post', at: '/post?drawer=done' },
    { page: '/post/items/:item', at: item },
    { page: '/post/items/:item', at: item, submit: '/file' },
    { page: '/post/items/:item', at: item, submit: '/set-aside' },
    { page: '/post/items/:item', at: given },
    { page: '/post/items/:item', at: locked, as: 'head' },
    { page: '/post/receive' },
    { page: '/post/receive', submit: '/receive/paper' },
    { page: '/post/book' },
    { page: '/post/routes' },
    { page: '/post/routes', as: 'registrar', submit: '/routes/add' },
  ];
}

function visitsOfInvoices({ invoice, refused }: Pick<Arranged, 'invoice' | 'refused'>): Visit[] {
  return [
    { page: '/invoices' },
    { page: '/invoices', at: '/invoices?done=1' },
    { page: '/invoices/receive' },
    { page: '/invoices/hand-over', as: 'head' },
    { page: '/invoices/hand-over', submit: '/confirm' },
    { page: '/invoices/:invoice', at: invoice },
    { page: '/invoices/:invoice', at: invoice, submit: '/refuse' },
    { page: '/invoices/:invoice', at: refused },
    { page: '/invoices/:invoice/letter', at: `${refused}/letter` },
    ...(['lines', 'all', 'attachments'] as const).map((side) => ({ page: '/invoices/:invoice', at: `${invoice}?side=${side}` })),
    { page: '/invoices/:invoice/acknowledgement', at: `${invoice}/acknowledgement` },
    { page: '/invoices/:invoice/print', at: `${invoice}/print` },
    { page: '/invoices/lists', as: 'administrator' },
    ...['commitments', 'routing', 'budget-codes', 'limits'].map(
      (list): Visit => ({ page: '/invoices/lists/:name', at: `/invoices/lists/${list}`, as: 'administrator' }),
    ),
    { page: '/invoices/lists/:name', at: '/invoices/lists/limits', as: 'administrator', submit: '/preview' },
    { page: '/invoices/templates', as: 'administrator' },
    { page: '/invoices/templates', as: 'administrator', submit: '/keep' },
    { page: '/rechnung-pruefen', as: 'nobody' },
    { page: '/rechnung-pruefen', at: '/rechnung-pruefen?lang=tr', as: 'nobody' },
  ];
}

function visitsOfCirculation({ case: at, order }: Pick<Arranged, 'case' | 'order'>): Visit[] {
  return [
    { page: '/cases/:case/order', at: `${at}/order` },
    { page: '/cases/:case/order', at: `${at}/order`, submit: '/start' },
    { page: '/orders/:order', at: order },
    { page: '/orders/:order', at: order, submit: '/recall' },
    { page: '/orders/:order', at: order, as: 'head' },
    { page: '/orders/:order/sheet', at: `${order}/sheet` },
    { page: '/cases/:case/follow-up', at: `${at}/follow-up` },
    { page: '/cases/:case/follow-up', at: `${at}/follow-up`, submit: '/set' },
    { page: '/follow-ups' },
    { page: '/follow-ups', submit: '/move' },
    { page: '/follow-ups/calendar' },
    { page: '/radar' },
    { page: '/flow' },
  ];
}

/** Every state of every page that is looked at. */
export function visitsOf({ file, sealed, case: at, draftCase, filed, document, draft, ...more }: Arranged): Visit[] {
  const plan: Visit[] = [
    { page: '/filing-plan' },
    { page: '/filing-plan', at: '/filing-plan?retired=yes', as: 'registrar' },
    { page: '/filing-plan', as: 'registrar', submit: '/filing-plan/add' },
    { page: '/filing-plan/import', as: 'registrar' },
    { page: '/filing-plan/references', as: 'registrar' },
    {
      page: '/filing-plan/references',
      at: `/filing-plan/references?planUnit=${planUnits.inns}&leadUnit=${units.trade}`,
    },
    { page: '/filing-plan/units/:planUnit', at: `/filing-plan/units/${planUnits.inns}`, as: 'registrar' },
    { page: '/filing-plan/units/:planUnit', at: `/filing-plan/units/${planUnits.inns}`, as: 'registrar', submit: '/skip' },
    { page: '/filing-plan/units/:planUnit', at: `/filing-plan/units/${planUnits.order}` },
  ];
  const records: Visit[] = [
    { page: '/' },
    { page: '/', as: 'head' },
    { page: '/files', at: '/files?plan=32.11' },
    { page: '/files', at: '/files?state=closed' },
    { page: '/files/new' },
    { page: '/files/new', submit: '/files/new/open' },
    { page: '/files/:file', at: file },
    { page: '/files/:file', at: file, submit: '/protect' },
    { page: '/files/:file', at: file, submit: '/add-alias' },
    { page: '/files/:file/access', at: `${file}/access` },
    { page: '/files/:file/access', at: `${file}/access`, submit: '/access/name' },
    { page: '/files/:file/new-case', at: `${file}/new-case` },
    { page: '/files/:file/new-case', at: `${file}/new-case`, submit: '/open' },
    { page: '/cases/:case', at },
    { page: '/cases/:case', at: `${at}?refer=32.11-0001` },
    { page: '/cases/:case', at, submit: '/add-contact' },
    { page: '/cases/:case', at: draftCase },
    { page: '/cases/:case', at: filed },
    { page: '/cases/:case', at: filed, submit: '/reopen' },
    { page: '/documents/:document', at: document },
    { page: '/documents/:document', at: document, submit: '/withdraw' },
    { page: '/documents/:document', at: draft, as: 'head' },
    { page: '/documents/:document/compare', at: `${draft}/compare` },
    { page: '/documents/:document/edit', at: `${draft}/edit` },
    { page: '/files/:file/proof', at: `${file}/proof` },
    { page: '/files/:file/register', at: `${file}/register` },
    { page: '/search', at: '/search?q=Erlaubnis' },
    { page: '/search' },
    { page: '/search', at: '/search?q=nichts-davon' },
    { page: '/search', submit: '/search/rename' },
    { page: '/files/:file', at: file, submit: '/hand-over' },
    { page: '/files/:file', at: sealed },
    { page: '/unsealings', as: 'registrar' },
    { page: '/evidence' },
    { page: '/files/:file/erase', at: `${file}/erase?entries=1&entries=2`, as: 'registrar' },
    { page: '/files/:file/erase', at: `${file}/erase?entries=1`, as: 'registrar', submit: '/erase/go' },
    { page: '/documents/:document', at: document, submit: '/classify' },
    ...plan,
  ];
  const administration = [
    '/me',
    '/administration',
    '/organisation',
    '/persons',
    '/administration/persons/new',
    '/substitutions',
    '/administration/grants',
    '/administration/roles',
    '/administration/roles/edit',
    '/administration/explain',
    '/administration/recent-grants',
    '/administration/exclusions',
    '/exclusions/new',
    '/administration/openings',
    '/openings/new',
    '/administration/import',
    '/sign-in/again',
  ].map((page): Visit => ({ page, as: 'administrator' }));
  return [
    ...records,
    ...visitsOfInvoices(more),
    ...visitsOfPost(more),
    ...visitsOfCirculation({ case: at, order: more.order }),
    ...visitsOfDisposal({ file, filed, ...more }),
    ...administration,
    { page: '/units/:unit', at: `/units/${units.trade}`, as: 'administrator' },
    { page: '/persons/:person', at: `/persons/${persons.clerk}`, as: 'administrator' },
    { page: '/sign-in', as: 'nobody' },
    { page: '/sign-in/code', as: 'nobody' },
    { page: '/welcome', as: 'nobody' },
    { page: '/setup', as: 'nobody' },
    { page: '/nowhere', as: 'clerk' },
  ];
}
