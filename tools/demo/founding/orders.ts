// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate } from '@fachwerk/german-calendar';
import { markStep, setFollowUp, startOrder } from '../../../src/modules/circulation/index.ts';
import { germanDay } from '../../../src/modules/circulation/rules/local-day.ts';
import type { Runtime } from '../../../src/kernel/runtime.ts';
import { diceFor } from '../dice.ts';
import type { Roster } from '../town/staff.ts';
import { act, callerAs, founding, madeBy } from './callers.ts';
import { unitId } from './people.ts';
import { units } from '../town/units.ts';

interface Town {
  readonly runtime: Runtime;
  readonly roster: Roster;
  readonly today: PlainDate;
}

interface OpenCase {
  readonly id: string;
  readonly reference: string;
  readonly unit: string;
  readonly draft: string | null;
}

const followUps = 26;

/** How drafts go round: who is asked first, by when, and what has happened already. `{n}` is a day so far ahead. */
const ways: readonly { readonly first: string; readonly mark?: Mark }[] = [
  { first: '20, 63.2 z.Mz. bis {4}' },
  { first: 'AL {office} vA bis {0}' },
  { first: '20.1 z.Mz. bis {2}', mark: { mark: 'returned', words: 'Die Buchungsstelle fehlt auf Seite 1.' } },
  { first: '32.1 z.K. bis {1}' },
  { first: '30.1 z.St. bis {6}' },
  { first: '32.1 z.Mz. bis {3}' },
  { first: '20.1 z.Mz. bis {2}', mark: { mark: 'cosigned-with-remark', words: 'Die Mittel stehen bereit.' } },
  { first: 'Meryem Acar z.St. bis {5}' },
  { first: '20.1 z.Mz. bis {1}', mark: { mark: 'cosigned', words: '' } },
  { first: '30.1, 32.1 z.Mz. bis {7}' },
];

interface Mark {
  readonly mark: string;
  readonly words: string;
}

/** Drafts that go round, and cases that come back: some today, most in the next two weeks; a few are forgotten, for the radar. */
export async function foundOrders(town: Town): Promise<void> {
  const open = await openCases(town);
  const drafts = open.filter(({ draft }) => draft !== null);
  for (const [place, it] of drafts.slice(0, ways.length).entries()) await giveOrder(town, it, place);
  for (const [place, it] of open
    .filter(({ draft }) => draft === null)
    .slice(0, followUps)
    .entries())
    await followUp(town, it, place);
}

function openCases({ runtime }: Town): Promise<OpenCase[]> {
  return runtime.database.read(founding, runtime.clock.now(), (tx) =>
    tx.query<OpenCase>(
      `select c.id, c.reference, c.lead_unit as unit,
              (select d.id from records.documents d where d.case_id = c.id and d.state = 'draft' and d.direction <> 'in' order by d.no limit 1) as draft
         from records.cases c join records.files f on f.id = c.file_id
        where c.state in ('open', 'waiting') and c.reference is not null and f.protection = 0 and f.state = 'open'
        order by c.reference like '32.11-0042%' desc, c.reference like '32.%' desc, c.sort_key`,
    ),
  );
}

/** A note, whoever is asked first, the head of the office, a follow-up, z.d.A. */
async function giveOrder(town: Town, { id, reference, unit, draft }: OpenCase, place: number): Promise<void> {
  const { runtime, today } = town;
  const code = codeOf(unit);
  const office = code.split('.')[0] ?? code;
  const way = ways[place];
  const first = (way?.first ?? '')
    .replace('{office}', office)
    .replaceAll(/\{(\d)\}/g, (_, days: string) => germanDay(addDays(today, Number(days))));
  const text = `1. Vermerk: Geprüft, der Entwurf kann in Umlauf.\n2. ${first}\n3. AL ${office} Schlusszeichnung\n4. Wv. 4 Wochen\n5. z.d.A.`;
  const by = { caller: clerkOf(town, code, reference), at: runtime.clock.now(), key: `order-${reference}` };
  const order = madeBy(await act(runtime, startOrder, { case: id, document: draft, text }, by));
  if (way?.mark) await answer(town, { order, reference, ...way.mark });
}

async function answer(
  { runtime, roster, today }: Town,
  { order, reference, ...mark }: Mark & { order: string; reference: string },
): Promise<void> {
  const at = runtime.clock.now();
  const [step] = await runtime.database.read(founding, at, (tx) =>
    tx.query<{ id: string; versions: number }>(
      `select s.id, o.versions from circulation.steps s join circulation.orders o on o.id = s.order_id where s.order_id = $1 and s.state = 'current'`,
      [order],
    ),
  );
  const caller = callerAs(roster.actor('20.1', 'clerk', today, diceFor('cosign', reference)));
  await act(
    runtime,
    markStep,
    { order, step: step?.id, ...mark, versionRead: step?.versions },
    { caller, at, key: `mark-${reference}` },
  );
}

async function followUp(town: Town, { id, reference, unit }: OpenCase, place: number): Promise<void> {
  const { runtime, today } = town;
  if (place % 8 === 7) return; // forgotten, as it happens
  const dice = diceFor('follow-up', reference);
  const due = addDays(today, place % 5 === 0 ? 0 : dice.int(1, 14));
  const note = dice.pick([
    'Unterlagen da?',
    'Antwort der Fachstelle da?',
    'Frist abgelaufen?',
    'Rückruf vereinbart',
    'Gebühr eingegangen?',
  ]);
  const series = place % 9 === 4 ? 'monthly' : '';
  const input = { case: id, due, note, series, before: place % 3 === 0 ? 'unit' : 'self' };
  await act(runtime, setFollowUp, input, {
    caller: clerkOf(town, codeOf(unit), reference),
    at: runtime.clock.now(),
    key: `follow-up-${reference}`,
  });
}

const codes = new Map(units.map(({ code }) => [unitId(code), code]));

function codeOf(unit: string): string {
  return codes.get(unit) ?? '';
}

function clerkOf({ roster, today }: Town, code: string, reference: string) {
  if (code === '32.1' && (reference.startsWith('32.11-0042') || diceFor('hers', reference).int(0, 1) === 0))
    return callerAs(roster.named('Meryem Acar'));
  return callerAs(roster.actor(code, 'clerk', today, diceFor('clerk of', reference)));
}
