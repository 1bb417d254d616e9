// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Caller, Command } from '../../../kernel/command.ts';
import type { Tx } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayActIn, unitById } from '../../people/index.ts';
import { actingForBody, fileNames } from '../../records/index.ts';
import type { HoldLifted, HoldSet } from '../events/hold.ts';
import { type HoldScope, holdScopes, mayLift } from '../rules/hold.ts';
import { localDay } from '../rules/local-day.ts';
import { applyHoldLifted, applyHoldSet, findHoldForChange } from '../store/holds.ts';
import { findObjectForChange } from '../store/objects.ts';
import { planUnits } from '../store/rules.ts';
import { reasonText } from './fields.ts';

const input = z.strictObject({
  scope: z.enum(holdScopes),
  subject: z.uuid(),
  reason: reasonText,
  basis: z.string().trim().min(3).max(300),
  /** Unit whose registry may lift it; without one, the unit that the subject belongs to. */
  keeperUnit: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
});

/** What a hold is about: its file and the unit that keeps it. */
interface About {
  readonly file: string | undefined;
  readonly unit: string | undefined;
}

/** Vernichtung aussetzen: nothing of it is destroyed until the hold is lifted. The period itself runs on. */
export const setHold: Command<z.infer<typeof input>, HoldSet> = {
  name: 'disposal.set-hold',
  permission: 'disposal.manage',
  weighty: true,
  input,
  async decide({ input: { scope, subject, reason, basis, keeperUnit }, caller, at, tx }) {
    const about = await findAbout(tx, scope, subject);
    if (!about) return new Refusal('not-found', 'disposal.hold.no-subject');
    const no = await mayHold(tx, caller, about);
    if (no) return no;
    const keeper = keeperUnit ?? about.unit;
    if (!keeper || !(await unitById(tx, keeper))) {
      const reasonKey = 'disposal.hold.no-keeper';
      return new Refusal('invalid', reasonKey, {}, { keeperUnit: reasonKey });
    }
    const facts = { scope, subject, reason, basis, keeperUnit: keeper, setOn: localDay(at) };
    return [{ type: 'disposal.hold-set', object: `hold:${newId()}`, file: about.file, unit: about.unit ?? keeper, facts }];
  },
  apply: applyHoldSet,
};

async function findAbout(tx: Tx, scope: HoldScope, subject: string): Promise<About | undefined> {
  if (scope === 'plan-unit') return (await planUnits(tx)).has(subject) ? { file: undefined, unit: undefined } : undefined;
  if (scope === 'file') {
    const file = (await fileNames(tx, [subject])).get(subject);
    return file && { file: file.id, unit: file.leadUnit };
  }
  const object = await findObjectForChange(tx, subject);
  return object && { file: object.file, unit: object.leadUnit };
}

function mayHold(tx: Tx, caller: Caller, { unit }: About): Promise<Refusal | undefined> {
  return unit === undefined
    ? actingForBody(tx, caller, 'disposal.manage')
    : mayActIn(tx, caller, { permission: 'disposal.manage', unit });
}

const lifting = z.strictObject({ hold: z.uuid(), reason: reasonText });

/** Aussetzung aufheben, with a reason, by the unit that keeps it. */
export const liftHold: Command<z.infer<typeof lifting>, HoldLifted> = {
  name: 'disposal.lift-hold',
  permission: 'disposal.manage',
  weighty: true,
  input: lifting,
  async decide({ input: { hold: id, reason }, caller, at, tx }) {
    const hold = await findHoldForChange(tx, id);
    const no = mayLift(hold);
    if (no || !hold) return no ?? new Refusal('not-found', 'disposal.hold.not-found');
    const acting = await mayActIn(tx, caller, { permission: 'disposal.manage', unit: hold.keeperUnit });
    if (acting) return acting;
    const facts = { reason, day: localDay(at) };
    return [{ type: 'disposal.hold-lifted', object: `hold:${id}`, file: hold.file ?? undefined, unit: hold.keeperUnit, facts }];
  },
  apply: applyHoldLifted,
};
