// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate } from '@fachwerk/german-calendar';
import type { Caller } from '../../../src/kernel/command.ts';
import { Refusal } from '../../../src/kernel/refusal.ts';
import type { Runtime } from '../../../src/kernel/runtime.ts';
import { allocateInvoice } from '../../../src/modules/invoices/commands/allocate-invoice.ts';
import { assignInvoice } from '../../../src/modules/invoices/commands/assign-invoice.ts';
import { certifyArithmetically } from '../../../src/modules/invoices/commands/certify-arithmetically.ts';
import { certifyFactually } from '../../../src/modules/invoices/commands/certify-factually.ts';
import { checkInvoice } from '../../../src/modules/invoices/commands/check-invoice.ts';
import { confirmPayments } from '../../../src/modules/invoices/commands/confirm-payments.ts';
import { handOverInvoices } from '../../../src/modules/invoices/commands/hand-over-invoices.ts';
import { importList } from '../../../src/modules/invoices/commands/import-list.ts';
import { orderPayment } from '../../../src/modules/invoices/commands/order-payment.ts';
import { receivePiece } from '../../../src/modules/invoices/commands/receive-files.ts';
import { refuseInvoice } from '../../../src/modules/invoices/commands/refuse-invoice.ts';
import { openFile } from '../../../src/modules/records/commands/open-file.ts';
import { momentOf, workingDay } from '../calendar.ts';
import { invoiceAsUbl } from '../papers/invoice-ubl.ts';
import { invoiceAsZugferd } from '../papers/invoice-zugferd.ts';
import { type InvoiceGoal, invoiceLists, type InvoiceStory, invoiceStories } from '../stories/invoices.ts';
import type { Roster } from '../town/staff.ts';
import { act, callerAs, madeBy } from './callers.ts';
import { unitId } from './people.ts';
import type { PlanPlace } from './plan.ts';

interface Town {
  readonly runtime: Runtime;
  readonly roster: Roster;
  readonly plan: ReadonlyMap<string, PlanPlace>;
  readonly today: PlainDate;
}

/** The acts before a state, each with who does it; the day is counted from receipt. */
const way: readonly {
  readonly state: InvoiceGoal;
  readonly command: Parameters<typeof act>[1];
  readonly by: 'keeper' | 'clerk' | 'head';
}[] = [
  { state: 'checked', command: checkInvoice as never, by: 'keeper' },
  { state: 'assigned', command: assignInvoice as never, by: 'keeper' },
  { state: 'factual', command: certifyFactually as never, by: 'clerk' },
  { state: 'arithmetic', command: certifyArithmetically as never, by: 'clerk' },
  { state: 'ordered', command: orderPayment as never, by: 'head' },
];

/** Invoices in every state of their way: taken in by the treasury, certified in the trade office, ordered by the head of the department. Answers with their number: each is one case with one document, all in one file. */
export async function foundInvoices(town: Town): Promise<number> {
  const { runtime, roster, plan, today } = town;
  const stories = invoiceStories(today);
  const begin = addDays(stories[0]?.receivedOn ?? today, -1);
  const keeper = callerAs(roster.named('Jörg Sommer'));
  const administrator = callerAs(roster.named('Tobias Kern'));
  for (const [list, table] of Object.entries(invoiceLists))
    await act(runtime, importList, { list, table }, { caller: administrator, at: momentOf(workingDay(begin), 30), key: list });
  const wish = { planUnit: plan.get('20.20')?.id, leadUnit: unitId('20.1'), subject: 'Eingangsrechnungen des laufenden Jahres' };
  const opened = await act(runtime, openFile, wish, { caller: keeper, at: momentOf(workingDay(begin), 60), key: 'file' });
  const callers = { keeper, clerk: callerAs(roster.named('Meryem Acar')), head: callerAs(roster.named('Friederike Lohmann')) };
  const place = { runtime, callers, file: madeBy(opened), today };
  const paid = stories.filter(({ goal }) => goal === 'paid');
  const ids: string[] = [];
  for (const story of paid) ids.push(await live(place, story));
  await pay(place, ids);
  for (const story of stories) if (story.goal !== 'paid') await live(place, story);
  return stories.length;
}

interface Place {
  readonly runtime: Runtime;
  readonly callers: Readonly<Record<'keeper' | 'clerk' | 'head', Caller>>;
  readonly file: string;
  readonly today: PlainDate;
}

/** One invoice from receipt to its goal. */
async function live({ runtime, callers, file, today }: Place, story: InvoiceStory): Promise<string> {
  const { facts, receivedOn, goal, rows, shown, reason } = story;
  const bytes = shown ? await invoiceAsZugferd(facts, shown) : Buffer.from(invoiceAsUbl(facts));
  const name = `Rechnung ${facts.number.replaceAll('/', '-')}.${shown ? 'pdf' : 'xml'}`;
  const at = momentOf(receivedOn, 75);
  const outcome = await receivePiece({ runtime: { ...runtime, clock: { now: () => at } }, caller: callers.keeper }, file, {
    name,
    bytes,
  });
  if (outcome instanceof Refusal) throw new Error(`Die Rechnung ${facts.number} wurde nicht aufgenommen: ${outcome.reason}`);
  const { invoice } = outcome;
  let lock = 1;
  const step = async (command: Parameters<typeof act>[1], caller: Caller, more: Readonly<Record<string, unknown>> = {}) => {
    const day = workingDay(addDays(receivedOn, Math.ceil(lock / 2)));
    const moment = day < today ? momentOf(day, 120 + lock) : momentOf(receivedOn, 120 + lock);
    await act(runtime, command, { invoice, lock, ...more }, { caller, at: moment, key: `${facts.number}-${lock}` });
    lock += 1;
  };
  if (goal === 'refused') await step(refuseInvoice as never, callers.keeper, { reason });
  const last = goal === 'paid' ? way.length - 1 : way.findIndex(({ state }) => state === goal);
  for (const { command, by, state } of way.slice(0, last + 1)) {
    if (state === 'arithmetic') await step(allocateInvoice as never, callers.clerk, { rows });
    await step(command, callers[by], state === 'assigned' ? { office: unitId('32.1') } : {});
  }
  return invoice;
}

/** The treasury hands over what is ordered, and the finance system answers. */
async function pay({ runtime, callers, today }: Place, ids: readonly string[]): Promise<void> {
  const [handed, answered] = [workingDay(addDays(today, -30)), workingDay(addDays(today, -27))];
  const unit = unitId('20.1');
  await act(runtime, handOverInvoices, { unit }, { caller: callers.keeper, at: momentOf(handed, 200), key: 'batch-1' });
  const lines = ids.map((id, index) => `${id};B-2026-${4711 + index};${answered}`).join('\n');
  await act(runtime, confirmPayments, { lines }, { caller: callers.keeper, at: momentOf(answered, 90), key: 'answer-1' });
}
