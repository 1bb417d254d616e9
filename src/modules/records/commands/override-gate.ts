// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { lockGate, mayOverride, overrideGate as passGate } from '../../../kernel/gate/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { GateOverridden } from '../events/gate-overridden.ts';
import { mayActInFile } from '../store/acting.ts';
import { findObject } from '../store/objects.ts';

const input = z.strictObject({ gate: z.uuid(), reason: z.string().trim().min(20).max(1_000) });

/** Über eine Schranke hinweggehen: an act of its own, with a reason that everybody reads who reads the file. */
export const overrideGate: Command<z.infer<typeof input>, GateOverridden> = {
  name: 'records.override-gate',
  permission: 'records.registry',
  weighty: true,
  input,
  async decide({ input: { gate: id, reason }, caller, tx }) {
    const gate = await lockGate(tx, id);
    const subject = gate && (await findObject(tx, gate.subject));
    if (gate && !subject) return new Refusal('not-found', 'kernel.gate.gone');
    const no = mayOverride(gate) ?? (await mayActInFile(tx, caller, { file: subject!.file, permission: 'records.registry' }));
    if (no) return no;
    const { object, file, leadUnit: unit } = subject!;
    const { action, owner, source } = gate!;
    return [{ type: 'records.gate-overridden', object, file, unit, facts: { gate: id, action, owner, source, reason } }];
  },
  apply: (tx, { facts }) => passGate(tx, facts.gate),
};
