// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { fourEyes, mayActIn } from '../../people/index.ts';
import type { RunReleased } from '../events/disposal-run.ts';
import { isReleased, mayChangeRun, mayDestroy, reasonCodes, reasonFor } from '../rules/destruction.ts';
import { localDay } from '../rules/local-day.ts';
import { isHeld } from '../store/holds.ts';
import { findObjectsForChange } from '../store/objects.ts';
import { applyRunReleased, casesOfRun, findRunForChange, type LockedRun, releasesOf } from '../store/runs.ts';

const input = z.strictObject({
  run: z.uuid(),
  lock: z.coerce.number().int().min(1),
  /** Why it is lawful: must be the reason of every single case. */
  code: z.enum(reasonCodes),
});

/** Vernichtung freigeben: the first of two people, then the second. With the second release the destruction begins. */
export const releaseRun: Command<z.infer<typeof input>, RunReleased> = {
  name: 'disposal.release-run',
  permission: 'disposal.release',
  weighty: true,
  input,
  async decide({ input: { run: id, lock, code }, caller, at, tx, runtime }) {
    const run = await findRunForChange(tx, id);
    const states = run?.kind === 'transfer' ? ['transferred'] : ['drafted'];
    const no =
      mayChangeRun(run, states, lock) ?? (await mayActIn(tx, caller, { permission: 'disposal.release', unit: run?.unit ?? '' }));
    if (no || !run) return no ?? new Refusal('not-found', 'disposal.run.not-found');
    if (caller.person === null) return new Refusal('not-permitted', 'people.four-eyes.nobody');
    const before = await releasesOf(tx, id);
    for (const { person, represented } of before) {
      const same = fourEyes({ requestedBy: person, represented }, caller);
      if (same) return same;
    }
    const cases = await allLawful(tx, run, code, localDay(at));
    if (cases instanceof Refusal) return cases;
    const release = { person: caller.person, represented: caller.onBehalfOf ?? null };
    const complete = isReleased([...before, release]);
    if (complete) await runtime.jobs.enqueue(tx, { name: 'disposal.carry-out-runs', queue: 'disposal.stock' }, {});
    const facts = { ...release, code, cases, complete, day: localDay(at) };
    return [{ type: 'disposal.run-released', object: `disposal-run:${id}`, unit: run.unit, facts }];
  },
  apply: applyRunReleased,
};

/** Every case of the run must be lawful to destroy for this very reason; answers with how many there are. */
async function allLawful(tx: Tx, { id }: LockedRun, code: string, today: string): Promise<number | Refusal> {
  const ids = (await casesOfRun(tx, id)).map((each) => each.case);
  if (ids.length === 0) return new Refusal('conflict', 'disposal.run.empty');
  const objects = await findObjectsForChange(tx, ids);
  for (const it of objects) {
    const no = mayDestroy({ ...it, held: await isHeld(tx, it.case) }, today);
    if (no) return new Refusal(no.kind, no.reason, { reference: it.reference });
    if (reasonFor(it) !== code) return new Refusal('conflict', 'disposal.destroy.other-reason', { reference: it.reference });
  }
  return objects.length;
}
