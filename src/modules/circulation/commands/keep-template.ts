// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { mayActIn } from '../../people/index.ts';
import type { TemplateKept } from '../events/template-kept.ts';
import { applyTemplateDropped, applyTemplateKept, findTemplate, templateNamed } from '../store/templates.ts';
import { mustBeClear, readTyped } from './typed-order.ts';

const kept = z.strictObject({
  unit: z.uuid(),
  name: z.string().trim().min(2).max(80),
  text: z.string().trim().min(1).max(12_000),
});

/** Als Muster speichern: an order of this name for the unit; the same name again replaces it. */
export const keepTemplate: Command<z.infer<typeof kept>, TemplateKept> = {
  name: 'circulation.keep-template',
  permission: 'circulation.order',
  input: kept,
  async decide({ input: { unit, name, text }, caller, at, tx }) {
    const no = await mayActIn(tx, caller, { permission: 'circulation.order', unit });
    if (no) return no;
    const unclear = mustBeClear(await readTyped(tx, caller, { text, unit, at }));
    if (unclear) return unclear;
    const id = (await templateNamed(tx, unit, name)) ?? newId();
    return [{ type: 'circulation.template-kept', object: `order-template:${id}`, unit, facts: { name, text } }];
  },
  apply: applyTemplateKept,
};

const dropped = z.strictObject({ template: z.uuid() });

/** Muster streichen. */
export const dropTemplate: Command<z.infer<typeof dropped>, TemplateKept> = {
  name: 'circulation.drop-template',
  permission: 'circulation.order',
  input: dropped,
  async decide({ input: { template }, caller, tx }) {
    const found = await findTemplate(tx, template);
    if (!found) return new Refusal('not-found', 'circulation.template-not-found');
    const { unit, name, text } = found;
    const no = await mayActIn(tx, caller, { permission: 'circulation.order', unit });
    return no ?? [{ type: 'circulation.template-dropped', object: `order-template:${template}`, unit, facts: { name, text } }];
  },
  apply: applyTemplateDropped,
};
