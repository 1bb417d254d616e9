// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayActIn } from '../../people/index.ts';
import { caseNames, filedCasesOf, resolveReferences } from '../../records/index.ts';
import type { RetentionSet, StartEventEntered } from '../events/retention-set.ts';
import { enteredKinds, type StartKind } from '../rules/retention-rule.ts';
import { applyRetentionSet, applyStartEventEntered, findObjectForChange, startEventsOf } from '../store/objects.ts';
import { findKnown, retentionEvent, saysTheSame } from './retention-event.ts';

const input = z.strictObject({
  case: z.uuid(),
  kind: z.enum(enteredKinds as [StartKind, ...StartKind[]]),
  /** For a main or related case its reference says the day; for all others the day is entered. */
  onDate: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null),
  other: z.string().trim().max(120).default(''),
  note: z.string().trim().max(500).default(''),
});

/** Fristereignis eintragen: from now on the period has its beginning. */
export const enterStartEvent: Command<z.infer<typeof input>, StartEventEntered | RetentionSet> = {
  name: 'disposal.enter-start-event',
  permission: 'disposal.manage',
  input,
  async decide({ input: { case: id, kind, onDate, other, note }, caller, at, tx }) {
    const it = await findObjectForChange(tx, id);
    if (!it) return new Refusal('not-found', 'disposal.object.not-found');
    if (it.state !== 'retained') return new Refusal('conflict', 'disposal.object.not-retained');
    const no = await mayActIn(tx, caller, { permission: 'disposal.manage', unit: it.leadUnit });
    if (no) return no;
    const day = kind === 'main-case' || kind === 'related-case' ? await filedDayOf(tx, other) : onDate;
    if (day instanceof Refusal) return day;
    if (day === null) return new Refusal('invalid', 'disposal.event.no-day', {}, { onDate: 'disposal.event.no-day' });
    const entered: StartEventEntered = {
      type: 'disposal.start-event-entered',
      object: `case:${id}`,
      file: it.file,
      unit: it.leadUnit,
      facts: { kind, onDate: day, note },
    };
    const filed = (await filedCasesOf(tx, it.file)).find((each) => each.id === id);
    const events = { ...(await startEventsOf(tx, [id])).get(id), [kind]: day };
    const set = filed && retentionEvent(filed, await findKnown(tx, at), { before: it, events, why: 'event' });
    return set && !saysTheSame(it, set) ? [entered, set] : [entered];
  },
  apply: (tx, event) =>
    event.type === 'disposal.start-event-entered' ? applyStartEventEntered(tx, event) : applyRetentionSet(tx, event),
};

/** The day on which another case was filed, by its reference. */
async function filedDayOf(tx: Tx, reference: string): Promise<string | Refusal> {
  const found = (await resolveReferences(tx, reference)).find(({ object }) => object.startsWith('case:'));
  if (!found) return new Refusal('invalid', 'disposal.event.no-case', {}, { other: 'disposal.event.no-case' });
  const id = found.object.slice('case:'.length);
  const day = (await caseNames(tx, [id])).get(id)?.filedOn;
  return day ?? new Refusal('invalid', 'disposal.event.not-filed', {}, { other: 'disposal.event.not-filed' });
}
