// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { unitById } from '../../people/index.ts';
import type { FileOpened } from '../events/file-opened.ts';
import { localDate } from '../rules/local-date.ts';
import { mayOpenFile } from '../rules/open-file.ts';
import { counterOf, sortKeyOf, writeReference } from '../rules/reference.ts';
import { mayActInUnit } from '../store/acting.ts';
import { applyFileOpened } from '../store/files.ts';
import { findPlanUnitForOpening } from '../store/plan-units.ts';
import { drawReference, getTemplate } from '../store/references.ts';

const input = z.strictObject({
  planUnit: z.uuid(),
  leadUnit: z.uuid(),
  subject: z.string().trim().min(3).max(300),
  protection: z.coerce.number().int().min(0).max(2).default(0),
});

/** Akte anlegen: draws the reference in the same transaction. */
export const openFile: Command<z.infer<typeof input>, FileOpened> = {
  name: 'records.open-file',
  permission: 'records.write',
  input,
  async decide({ input: { planUnit, leadUnit, subject, protection }, caller, at, tx }) {
    const unit = await findPlanUnitForOpening(tx, planUnit);
    if (!unit) return new Refusal('not-found', 'records.plan-unit.not-found');
    const openedOn = localDate(at);
    const acting = await mayActInUnit(tx, caller, { permission: 'records.write', unit: leadUnit });
    const no = mayOpenFile(unit, openedOn, acting?.reason !== 'kernel.not-permitted') ?? acting;
    if (no) return no;
    const template = await getTemplate(tx, 'file');
    const year = Number(openedOn.slice(0, 4));
    const leadCode = (await unitById(tx, leadUnit))?.code ?? '';
    const reference = await drawReference(tx, counterOf(template, { planUnit, leadUnit, year }), (fileNo) =>
      writeReference(template, { plan: unit.code, unit: leadCode, fileNo, year }),
    );
    const file = newId();
    const owner = caller.onBehalfOf ?? caller.person;
    const facts = { reference, sortKey: sortKeyOf(reference), subject, planUnit, leadUnit, protection, owner, openedOn };
    return [{ type: 'records.file-opened', object: `file:${file}`, file, unit: leadUnit, facts }];
  },
  apply: applyFileOpened,
};
