// SPDX-License-Identifier: EUPL-1.2
import type { Endpoint, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { Button, Buttons, Field, FormKey } from '../../../ui/index.ts';
import { receiveVersion } from '../commands/receive-version.ts';
import type { DocumentView } from '../queries/document-view.ts';
import { mayAddVersion } from '../rules/change-document.ts';
import { Folded } from './form-parts.tsx';

const form = 'new-version';

/** Neue Version: a plain form with one file; the reason why there is none stands at the document's state already. */
export function NewVersion({ visit, view }: { visit: Visit; view: DocumentView }) {
  const { say, key } = visit;
  if (mayAddVersion(view, view.versions)) return null;
  return (
    <Folded visit={visit} form={form} title={say('records.new-version.title')}>
      <form action={`/documents/${view.id}/versions`} method="post" enctype="multipart/form-data" class="form">
        <FormKey value={key} />
        <input type="hidden" name="versionRead" value={String(view.versions)} />
        <Field type="text" id={`${form}-note`} name="note" label={say('records.new-version.note')} optional maxlength={500} />
        <div class="field">
          <label for={`${form}-file`}>{say('records.new-version.file')}</label>
          <p class="hint" id={`${form}-file-hint`}>
            {say('records.new-version.hint', { n: view.versions })}
          </p>
          <input
            type="file"
            class="file-input"
            id={`${form}-file`}
            name="files"
            required
            aria-describedby={`${form}-file-hint`}
          />
        </div>
        <Buttons>
          <Button>{say('records.new-version.button')}</Button>
        </Buttons>
      </form>
    </Folded>
  );
}

/** The new version as it arrives. */
export const newVersionEndpoint: Endpoint = {
  method: 'POST',
  path: '/documents/:document/versions',
  permission: 'records.write',
  summary: 'Upload a new version of a document by a plain multipart form',
  stream: 'the form’s key: sending the form again finds the same upload, and a version is added from an upload only once',
  async handle(visit) {
    const { runtime, caller, context } = visit;
    const document = visit.param('document');
    const { headers, body } = context.req.raw;
    const refusal = await receiveVersion({ runtime, caller }, { document, headers, body });
    return refusal instanceof Refusal ? visit.refuse(refusal) : context.redirect(`/documents/${document}`, 303);
  },
};
