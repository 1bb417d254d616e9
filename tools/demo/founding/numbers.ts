// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../src/kernel/database.ts';
import { type Act, appendMany } from '../../../src/kernel/journal/append-many.ts';
import { skipReferenceNumbers } from '../../../src/modules/records/commands/skip-reference-numbers.ts';
import { momentOf } from '../calendar.ts';
import type { FileStory } from '../stories/story.ts';
import { planDay } from '../town/filing-plan.ts';
import { act, callerAs, founding } from './callers.ts';
import { unitId } from './people.ts';
import type { Site } from './site.ts';

const onPaper = 'Vor der elektronischen Akte auf Papier vergeben.';

/** Numbers that no file of a place in the plan has, as spans. */
interface Gap {
  readonly plan: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

/** Leaves out by an act of the registry what lies before a file, so that it draws exactly its number. */
export async function skipTo({ runtime, roster, plan }: Site, story: FileStory, next: number): Promise<void> {
  if (story.no <= next) return;
  const caller = callerAs(roster.named('Renate Hagedorn'));
  const input = { planUnit: plan.get(story.plan)?.id, leadUnit: unitId(story.unit), upTo: story.no - 1, reason: onPaper };
  await act(runtime, skipReferenceNumbers, input, { caller, at: momentOf(planDay(story.plan), 45), key: story.reference });
}

/** Sets the counters behind the last file of each place; every number without a file gets its reason and its entry. */
export async function setCounters(
  site: Site,
  files: readonly FileStory[],
  drawn: ReadonlyMap<string, number>,
): Promise<readonly number[]> {
  const now = site.runtime.clock.now();
  const byPlan = [...Map.groupBy(files, ({ plan }) => plan)];
  const gaps = byPlan.flatMap(([plan, there]) => gapsOf(plan, there, drawn.get(plan) ?? 0));
  return site.runtime.database.transaction(founding, now, async (tx) => {
    await writeCounters(tx, site, byPlan, gaps);
    return appendMany(
      tx,
      site.runtime.vault,
      gaps.map((gap) => gapAct(site, gap)),
    );
  });
}

function gapsOf(plan: string, files: readonly FileStory[], drawn: number): Gap[] {
  const numbers = files.map(({ no }) => no).filter((no) => no > drawn);
  return numbers.flatMap((no, index) => {
    const before = index === 0 ? drawn : numbers[index - 1]!;
    return no === before + 1 ? [] : [{ plan, unit: files[0]!.unit, from: before + 1, to: no - 1 }];
  });
}

async function writeCounters(
  tx: Tx,
  { plan }: Site,
  byPlan: readonly [string, readonly FileStory[]][],
  gaps: readonly Gap[],
): Promise<void> {
  const scopeOf = (code: string) => `file:${plan.get(code)?.id}`;
  await tx.query(
    `insert into records.reference_counters (scope, next) select * from unnest($1::text[], $2::bigint[])
     on conflict (scope) do update set next = greatest(records.reference_counters.next, excluded.next)`,
    [byPlan.map(([code]) => scopeOf(code)), byPlan.map(([, files]) => Math.max(...files.map(({ no }) => no)) + 1)],
  );
  await tx.query(
    `insert into records.reference_gaps (scope, number, reason)
     select g.scope, number, $4 from unnest($1::text[], $2::bigint[], $3::bigint[]) as g (scope, low, high), generate_series(g.low, g.high) number`,
    [gaps.map((gap) => scopeOf(gap.plan)), gaps.map(({ from }) => from), gaps.map(({ to }) => to), onPaper],
  );
}

function gapAct({ roster, plan }: Site, gap: Gap): Act {
  const id = plan.get(gap.plan)?.id ?? '';
  const facts = { scope: `file:${id}`, from: gap.from, to: gap.to, reason: onPaper };
  const event = { type: 'records.numbers-skipped', object: `plan-unit:${id}`, unit: unitId(gap.unit), facts } as const;
  return { event, caller: callerAs(roster.named('Renate Hagedorn')), at: momentOf(planDay(gap.plan), 45) };
}
