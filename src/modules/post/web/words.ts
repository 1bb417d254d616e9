// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { type Refusal, statusOf } from '../../../kernel/refusal.ts';
import { wantsJson } from '../../../kernel/request.ts';
import { answerJson } from '../../../kernel/router.ts';
import type { Say } from '../../../kernel/text.ts';
import type { FieldError, IconName } from '../../../ui/index.ts';
import type { UnitView } from '../../people/index.ts';
import type { InboxLine } from '../queries/inbox.ts';
import type { Channel } from '../rules/workflow.ts';

/** The drawing of each way in. */
export const channelIcons: Readonly<Record<Channel, IconName>> = {
  mail: 'mail',
  scan: 'scan',
  upload: 'up',
  paper: 'file',
  rest: 'web',
};

/** Who writes, or that nobody is named. */
export function senderText(say: Say, { sender }: Pick<InboxLine, 'sender'>): string {
  return sender || say('post.no-sender');
}

/** What it is about: the subject, else the file's name. */
export function subjectText(say: Say, { subject, fileName }: Pick<InboxLine, 'subject' | 'fileName'>): string {
  return subject || fileName || say('post.no-subject');
}

/** „32.1 Gewerbe“, or nothing when the office is unknown. */
export function officeName(units: ReadonlyMap<string, UnitView>, id: string | null): string {
  const unit = id === null ? undefined : units.get(id);
  return unit ? `${unit.code} ${unit.name}` : '';
}

/** The refusal as a list for the error summary: by field where fields are to blame, else as one sentence. */
export function errorsOf({ refusal, say }: Visit): FieldError[] {
  if (!refusal) return [];
  const fields = Object.values(refusal.fields).map((key) => ({ text: say(key, refusal.details) }));
  return fields.length > 0 ? fields : [{ text: say(refusal.reason, refusal.details) }];
}

/** What the person had typed into the form that was refused. */
export function typed({ entered, enteredIn }: Visit, form: string, field: string): string | undefined {
  const value = enteredIn === form ? entered?.[field] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Answers a refused form of an endpoint: a program gets JSON, a person the same page again with the reason and what was typed. */
export function shownAgain(
  visit: Visit,
  page: Page,
  { refusal, form, entered }: { refusal: Refusal; form: string; entered: Readonly<Record<string, unknown>> },
): Promise<Response> | Response {
  if (wantsJson(visit.context)) return answerJson(visit, refusal);
  return page.show({
    ...visit,
    refusal,
    entered,
    enteredIn: form,
    html: (markup, status) => visit.html(markup, status ?? statusOf(refusal)),
  });
}
