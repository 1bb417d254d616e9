// SPDX-License-Identifier: EUPL-1.2
import type { Action, Visit } from '../../../kernel/page.ts';
import { addAlias } from '../commands/add-alias.ts';
import { addContact } from '../commands/add-contact.ts';
import { addCrossReference } from '../commands/add-cross-reference.ts';
import { assignCase } from '../commands/assign-case.ts';
import { changeCase } from '../commands/change-case.ts';
import { changeContact } from '../commands/change-contact.ts';
import { closeCase } from '../commands/close-case.ts';
import { letCaseWait } from '../commands/let-case-wait.ts';
import { registerCase } from '../commands/register-case.ts';
import { removeContact } from '../commands/remove-contact.ts';
import { removeCrossReference } from '../commands/remove-cross-reference.ts';
import { reopenCase } from '../commands/reopen-case.ts';
import { resumeCase } from '../commands/resume-case.ts';

type Raw = Record<string, unknown>;
const withCase = (visit: Visit, raw: Raw) => ({ ...raw, case: visit.param('case') });
const back = (visit: Visit) => `/cases/${visit.param('case')}`;

/** Everything that can be done on the page of a case, one command each. */
export const caseActions: Readonly<Record<string, Action>> = {
  close: { command: closeCase, input: withCase, done: back },
  reopen: { command: reopenCase, input: withCase, done: back },
  assign: { command: assignCase, input: withCase, done: back },
  register: { command: registerCase, input: withCase, done: back },
  change: { command: changeCase, input: withCase, done: back },
  wait: { command: letCaseWait, input: withCase, done: back },
  resume: { command: resumeCase, input: withCase, done: back },
  'add-contact': { command: addContact, input: withCase, done: (visit) => `${back(visit)}#contacts` },
  'change-contact': { command: changeContact, done: (visit) => `${back(visit)}#contacts` },
  'remove-contact': { command: removeContact, done: (visit) => `${back(visit)}#contacts` },
  'add-reference': {
    command: addCrossReference,
    input: (visit, raw) => ({ ...raw, from: `case:${visit.param('case')}` }),
    done: (visit) => `${back(visit)}#references`,
  },
  'add-alias': {
    command: addAlias,
    input: (visit, raw) => ({ ...raw, object: `case:${visit.param('case')}` }),
    done: (visit) => `${back(visit)}#aliases`,
  },
  'remove-reference': { command: removeCrossReference, done: (visit) => `${back(visit)}#references` },
};
