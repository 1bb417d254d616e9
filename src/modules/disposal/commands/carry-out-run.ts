// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { applyDestroying, type Destroying, destructionEvents } from '../../records/index.ts';
import type { RunFinished, TombstoneSet } from '../events/disposal-run.ts';
import { dayAfter, isReleased, mayDestroy, reasonFor } from '../rules/destruction.ts';
import { germanDay, localDay } from '../rules/local-day.ts';
import { isHeld } from '../store/holds.ts';
import { findObjectForChange, type RetainedCase } from '../store/objects.ts';
import { applyRunFinished, applyTombstoneSet, casesOfRun, findRunForChange, releasesOf } from '../store/runs.ts';
import { shredUnused } from '../store/shredding.ts';
import { basisOf, countTombstones } from '../store/tombstones.ts';

const input = z.strictObject({ run: z.uuid(), case: z.uuid() });

/** Einen Vorgang vernichten: content, texts, names and keys go; tombstone and proof stay. Run by the job, one act for each case. */
export const destroyCase: Command<z.infer<typeof input>, Destroying | TombstoneSet> = {
  name: 'disposal.destroy-case',
  permission: 'disposal.release',
  weighty: true,
  input,
  async decide({ input: { run: runId, case: id }, caller, at, tx, runtime }) {
    if (caller.system === undefined) return new Refusal('not-permitted', 'disposal.destroy.by-job');
    const run = await findRunForChange(tx, runId);
    const it = await findObjectForChange(tx, id);
    if (run?.state !== 'released' || it?.run !== runId) return new Refusal('not-found', 'disposal.run.not-found');
    if (!isReleased(await releasesOf(tx, runId))) return new Refusal('not-permitted', 'disposal.destroy.two-people');
    const day = localDay(at);
    const no = mayDestroy({ ...it, held: await isHeld(tx, id) }, day);
    if (no) return no;
    const code = reasonFor(it) ?? '';
    const basis = await basisOf(tx, it);
    const events = await destructionEvents({ tx, runtime }, id, { code, basis, act: `disposal-run:${runId}`, day });
    if (!events) return new Refusal('not-found', 'disposal.destroy.gone');
    const documents = events.filter(({ type }) => type === 'records.document-destroyed').length;
    const backupsUntil = dayAfter(day, runtime.config.backupDays);
    return [...events, tombstone(it, { run: runId, basis, code, documents, day, backupsUntil })];
  },
  async apply(tx, event, at) {
    if (event.type === 'disposal.tombstone-set') return applyTombstoneSet(tx, event);
    const day = localDay(at);
    const hashes = await applyDestroying(tx, event, `Vernichtet am ${germanDay(day)}`);
    await shredUnused(tx, hashes, day);
  },
};

function tombstone(
  { case: id, file, leadUnit, reference, until }: RetainedCase,
  facts: Omit<TombstoneSet['facts'], 'reference' | 'until'>,
): TombstoneSet {
  return {
    type: 'disposal.tombstone-set',
    object: `case:${id}`,
    file,
    unit: leadUnit,
    facts: { ...facts, reference, until: until ?? '' },
  };
}

const finishing = z.strictObject({ run: z.uuid() });

/** Aussonderung abschließen: the protocol is complete. Run by the job. */
export const finishRun: Command<z.infer<typeof finishing>, RunFinished> = {
  name: 'disposal.finish-run',
  permission: 'disposal.release',
  weighty: true,
  input: finishing,
  async decide({ input: { run: id }, at, tx }) {
    const run = await findRunForChange(tx, id);
    if (run?.state !== 'released') return new Refusal('conflict', 'disposal.run.not-now');
    const left = (await casesOfRun(tx, id)).length;
    const facts = { destroyed: await countTombstones(tx, id), left, day: localDay(at) };
    return [{ type: 'disposal.run-finished', object: `disposal-run:${id}`, unit: run.unit, facts }];
  },
  apply: applyRunFinished,
};
