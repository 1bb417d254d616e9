// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Field, FormKey } from '../../../ui/index.ts';
import { Folded } from './form-parts.tsx';

const form = 'draft';

/** Entwurf ablegen: what is written here, going out or staying; it becomes a draft and not an incoming paper. */
export function NewDraft({ visit, caseId }: { visit: Visit; caseId: string }) {
  const { say, key } = visit;
  const options = (['out', 'internal'] as const).map((value) => ({ value, label: say(`records.draft.${value}`) }));
  return (
    <Folded visit={visit} form={form} title={say('records.draft.title')}>
      <form action={`/cases/${caseId}/documents`} method="post" enctype="multipart/form-data" class="form">
        <FormKey value={key} />
        <Field
          type="radios"
          id={`${form}-direction`}
          name="direction"
          label={say('records.draft.where')}
          value="out"
          options={options}
        />
        <div class="field">
          <label for={`${form}-file`}>{say('records.draft.file')}</label>
          <p class="hint" id={`${form}-file-hint`}>
            {say('records.draft.hint')}
          </p>
          <input type="file" class="file-input" id={`${form}-file`} name="files" aria-describedby={`${form}-file-hint`} />
        </div>
        <Buttons>
          <Button>{say('records.draft.button')}</Button>
        </Buttons>
      </form>
    </Folded>
  );
}
