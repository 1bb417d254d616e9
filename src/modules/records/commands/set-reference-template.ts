// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { TemplateSet } from '../events/template-set.ts';
import { mayUseTemplate } from '../rules/reference-template.ts';
import { mayActForBody } from '../store/acting.ts';
import { applyTemplateSet, getTemplate } from '../store/references.ts';

const input = z.strictObject({ kind: z.enum(['file', 'case', 'document']), template: z.string().trim().min(1).max(80) });

/** The one row of settings that a template is. */
const objects = {
  file: 'reference-template:file',
  case: 'reference-template:case',
  document: 'reference-template:document',
} as const;

/** Vorlage für Kennzeichen setzen, from the next reference on. */
export const setReferenceTemplate: Command<z.infer<typeof input>, TemplateSet> = {
  name: 'records.set-reference-template',
  permission: 'records.registry',
  input,
  async decide({ input: { kind, template }, caller, tx }) {
    const no = mayUseTemplate(kind, template) ?? (await mayActForBody(tx, caller, 'records.registry'));
    if (no) return no;
    const before = await getTemplate(tx, kind);
    if (before === template) return new Refusal('conflict', 'records.nothing-changed');
    return [{ type: 'records.template-set', object: objects[kind], facts: { kind, template, before } }];
  },
  apply: applyTemplateSet,
};
