// SPDX-License-Identifier: EUPL-1.2
import type { PlainDate } from '@fachwerk/german-calendar';
import type { PaperFile } from '../papers/letter.ts';
import type { Colleague } from '../town/staff.ts';

/** A document that is to lie in a case. */
export interface PaperStory {
  readonly title: string;
  readonly kind: string;
  readonly direction: 'in' | 'out' | 'internal';
  /** Day on which it was registered. */
  readonly day: PlainDate;
  readonly datedOn: PlainDate;
  readonly fileName: string;
  /** Who registered it. */
  readonly actor: Colleague;
  /** Who signed it off; nobody for what came in, and for drafts. */
  readonly signer: Colleague | undefined;
  /** Why it was withdrawn. */
  readonly withdrawn: string | undefined;
  /** Its versions, oldest first; made anew whenever they are asked for, always to the same bytes. */
  readonly versions: readonly (() => PaperFile)[];
  /** Documents that came attached to this one. */
  readonly attachments: readonly PaperStory[];
}

/** Somebody who takes part in a case. */
export interface ContactStory {
  readonly role: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
}

/** A case: what it is about, how it went, where it stands. */
export interface CaseStory {
  /** None for a draft. */
  readonly no: number | null;
  readonly reference: string | null;
  readonly subject: string;
  readonly state: 'draft' | 'open' | 'waiting' | 'filed';
  readonly startedOn: PlainDate;
  readonly filedOn: PlainDate | undefined;
  readonly waitsFor: string;
  readonly clerk: Colleague;
  readonly contacts: readonly ContactStory[];
  readonly papers: readonly PaperStory[];
}

/** A file with its cases, oldest first. */
export interface FileStory {
  readonly plan: string;
  readonly unit: string;
  readonly no: number;
  readonly reference: string;
  readonly subject: string;
  readonly protection: 0 | 1 | 2;
  readonly restricted: boolean;
  readonly openedOn: PlainDate;
  readonly opener: Colleague;
  readonly closedOn: PlainDate | undefined;
  readonly cases: readonly CaseStory[];
}

/** How many documents a case holds, attachments included. */
export function countPapers({ papers }: Pick<CaseStory, 'papers'>): number {
  return papers.reduce((sum, { attachments }) => sum + 1 + attachments.length, 0);
}
