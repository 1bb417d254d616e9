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

const orders = 10;
const followUps = 24;

/** Drafts that go round, and cases that come back: some today, most in the next two weeks; a few are forgotten, for the radar. */
export async function foundOrders(town: Town): Promise<void> {
  const open = await openCases(town);
  const drafts = open.filter(({ draft }) => draft !== null);
  for (const [place, it] of drafts.slice(0, orders).entries()) await giveOrder(town, it, place);
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
        order by c.reference like '32.11-0042%' desc, c.sort_key`,
    ),
  );
}

/** The co-signers of the town: treasury and building supervision, sometimes the legal office; then the head of the office. */
async function giveOrder(town: Town, { id, reference, unit, draft }: OpenCase, place: number): Promise<void> {
  const { runtime, roster, today } = town;
  const code = codeOf(unit);
  const at = runtime.clock.now();
  const clerk = clerkOf(town, code, reference);
  const term = (days: number) => germanDay(addDays(today, days));
  const first =
    place % 3 === 0
      ? `20, 63.2 z.Mz. bis ${term(4 + place)}`
      : place % 3 === 1
        ? `30.1 z.St. bis ${term(6)}`
        : `20.1 z.Mz. bis ${term(2)}`;
  const office = code.split('.')[0] ?? code;
  const text = `1. Vermerk: Geprüft, der Entwurf kann in Umlauf.\n2. ${first}\n3. AL ${office} Schlusszeichnung\n4. Wv. 4 Wochen\n5. z.d.A.`;
  const key = `order-${reference}`;
  const order = madeBy(await act(runtime, startOrder, { case: id, document: draft, text }, { caller: clerk, at, key }));
  if (place % 3 !== 2) return;
  const [step] = await runtime.database.read(founding, at, (tx) =>
    tx.query<{ id: string }>("select id from circulation.steps where order_id = $1 and state = 'current'", [order]),
  );
  const signer = callerAs(roster.actor('20.1', 'clerk', today, diceFor('cosign', reference)));
  const versions = await runtime.database.read(founding, at, (tx) =>
    tx.query<{ n: number }>('select versions as n from records.documents where id = $1', [draft]),
  );
  const input = {
    order,
    step: step?.id,
    mark: place % 2 === 0 ? 'cosigned' : 'cosigned-with-remark',
    words: 'Die Mittel stehen bereit.',
    versionRead: versions[0]?.n,
  };
  await act(runtime, markStep, input, { caller: signer, at, key: `mark-${reference}` });
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
  if (reference.startsWith('32.11-0042')) return callerAs(roster.named('Meryem Acar'));
  return callerAs(roster.actor(code, 'clerk', today, diceFor('clerk of', reference)));
}
