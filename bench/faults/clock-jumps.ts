// SPDX-License-Identifier: EUPL-1.2
// N3: the clock jumps, by hours and by weeks, forward and back, while clerks work. The journal keeps the order in which things happened;
// who was signed in is not, as soon as the clock leaves the time of the session on either side.
import { fixedClock } from '../../src/kernel/clock.ts';
import { persons, planUnits, units } from '../../test/town.ts';
import { count } from './audit.ts';
import { auditJournal } from './audit-journal.ts';
import { type Here, type Serve, withAppHere } from './here.ts';
import { withStage } from './house.ts';
import { until } from './processes.ts';
import { type Check, type FaultResult, resultOf } from './result.ts';
import type { Foundation } from './stage.ts';

const minute = 60_000;
const day = 1_440 * minute;

/** Jumps 200 times, 40 times in quick mode. */
export async function clockJumps(foundation: Foundation, { quick }: { quick: boolean }): Promise<FaultResult> {
  return withStage(foundation, { durable: false }, (stage) => {
    const clock = fixedClock(new Date());
    return withAppHere(stage, { clock }, async (here) => {
      const serve = await here.serve(here.runtime);
      const sessions = await sessionsInTime(serve, here, clock);
      const jumps = quick ? 40 : 200;
      const done: string[] = [];
      for (let jump = 0; jump < jumps; jump += 1) {
        clock.advance((Math.random() - 0.5) * (jump % 2 === 0 ? 60 * day : 120 * minute));
        done.push(await openFile(serve, await here.signIn(persons.clerk)));
      }
      await until(async () => (await count(stage, 'select from journal.inbox')) === 0, 10_000);
      const entries = await stage.sql<{ object: string; at: string }>(
        "select header::json ->> 'object' as object, header::json ->> 'at' as at from journal.leaf order by journal.leaf.seq",
      );
      const order = entries.map(({ object }) => object);
      const backwards = entries.filter(({ at }, index) => index > 0 && at < entries[index - 1]!.at).length;
      const byTime = entries.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ object }) => object);
      const misplaced = byTime.filter((object, index) => object !== order[index]).length;
      const inOrder = order.slice(-done.length).every((object, index) => object === done[index]);
      return resultOf(
        'N3 springende Uhr',
        [
          ...sessions,
          [`${jumps} Sprünge, ${backwards} davon rückwärts: das Journal hält die Reihenfolge`, inOrder && backwards > 0],
          ...(await auditJournal(stage, [])),
        ],
        {
          figures: { rounds: jumps, acknowledged: done.length },
          mutant: { name: 'Ordnung nach der Uhrzeit', caught: misplaced > 0, detail: `${misplaced} Einträge an falscher Stelle` },
        },
      );
    });
  });
}

async function openFile(serve: Serve, cookie: string): Promise<string> {
  const body = { planUnit: planUnits.trade, leadUnit: units.trade, subject: 'Zu jeder Zeit' };
  const answer = await serve({ path: '/files/new/open', body, cookie });
  const [event] = (answer.body['events'] as { object: string }[] | undefined) ?? [];
  return event?.object ?? `refused with ${answer.status}`;
}

/** A session counts only while the clock is between its beginning and its end. */
async function sessionsInTime(serve: Serve, here: Here, clock: ReturnType<typeof fixedClock>): Promise<Check[]> {
  const begun = clock.now();
  const cookie = await here.signIn(persons.clerk);
  const isKnown = async (minutes: number) => {
    clock.set(new Date(begun.getTime() + minutes * minute));
    return (await openFile(serve, cookie)).startsWith('file:');
  };
  const [now, after, month, before] = [await isKnown(1), await isKnown(61), await isKnown(43_200), await isKnown(-43_200)];
  clock.set(begun);
  return [
    ['eine Sitzung gilt in ihrer Zeit', now],
    ['nach einem Sprung über ihr Ende gilt sie nicht mehr', !after && !month],
    ['vor ihrem Beginn gilt sie nicht', !before],
  ];
}
