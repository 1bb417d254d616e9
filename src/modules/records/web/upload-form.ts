// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { receiveForm } from '../commands/receive-form.ts';

/** The plain form for files, without script: each file is streamed into the store as it arrives. */
export const uploadFormEndpoint: Endpoint = {
  method: 'POST',
  path: '/cases/:case/documents',
  permission: 'records.write',
  summary: 'Upload files by a plain multipart form',
  stream: 'the form’s key and the place of each file in the form: sending the form again finds the same uploads',
  async handle(visit) {
    const { runtime, caller, context } = visit;
    const caseId = visit.param('case');
    const outcome = await receiveForm(
      { runtime, caller },
      { case: caseId, headers: context.req.raw.headers, body: context.req.raw.body },
    );
    if (outcome instanceof Refusal) return visit.refuse(outcome);
    return context.redirect(`/cases/${caseId}`, 303);
  },
};
