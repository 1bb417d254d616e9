// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import type { FieldError } from '../../../ui/index.ts';

/** What the person had typed into the refused form. */
export function typed({ entered }: Visit, field: string): string {
  const value = entered?.[field];
  return typeof value === 'string' ? value : '';
}

/** The refusal as a list for the error summary: by field where fields are to blame, else as one sentence. */
export function fieldErrors({ refusal, say }: Visit): FieldError[] {
  if (!refusal) return [];
  const fields = Object.entries(refusal.fields).map(([field, key]) => ({ field, text: say(key, refusal.details) }));
  return fields.length > 0 ? fields : [{ text: say(refusal.reason, refusal.details) }];
}
