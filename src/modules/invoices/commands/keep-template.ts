// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { TemplateKept } from '../events/template-kept.ts';
import { readTemplate } from '../rules/read-template.ts';
import { applyTemplateKept } from '../store/lists.ts';

const input = z.strictObject({ name: z.string().trim().min(1).max(80), definition: z.string().max(10_000) });

/** Vorlage speichern: only one that can be read; an empty definition removes it. */
export const keepTemplate: Command<z.infer<typeof input>, TemplateKept> = {
  name: 'invoices.keep-template',
  permission: 'invoices.keep-lists',
  input,
  async decide({ input: { name, definition } }) {
    const plain = definition.replaceAll('\r\n', '\n').trim();
    const read = plain === '' ? undefined : readTemplate(plain);
    if (read instanceof Refusal) return read;
    return [{ type: 'invoices.template-kept', object: `template:${newId()}`, facts: { name, definition: plain } }];
  },
  apply: applyTemplateKept,
};
