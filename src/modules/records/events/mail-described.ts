// SPDX-License-Identifier: EUPL-1.2
import type { Event } from '../../../kernel/event.ts';

/** E-Mail gelesen: the document bears the message's subject, date and key from now on. */
export interface MailDescribed extends Event {
  readonly type: 'records.mail-described';
  readonly file: string;
  readonly facts: { readonly title: string; readonly messageKey: string; readonly datedOn: string | null };
}
