// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form } from '../../../ui/index.ts';
import { functionLabels, functionOptions } from '../../people/index.ts';
import type { CaseView } from '../queries/case-view.ts';
import { Folded, Question } from './form-parts.tsx';

/** Who is responsible for a case, and whom of the lead unit one could choose. */
export interface Responsibility {
  readonly label: string | undefined;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** Looks both up; the choice is short, for only functions in the lead unit come into question. */
export async function findResponsibility(
  tx: Tx,
  { responsible, leadUnit }: Pick<CaseView, 'responsible' | 'leadUnit'>,
): Promise<Responsibility> {
  const labels = responsible === null ? undefined : await functionLabels(tx, [responsible]);
  return { label: labels?.get(responsible ?? ''), options: await functionOptions(tx, leadUnit) };
}

/** Zuständigkeit bestimmen: a function, so that a case is nobody's loss when somebody leaves. */
export function AssignCase({ visit, view, options }: { visit: Visit; view: CaseView; options: Responsibility['options'] }) {
  const { say, key } = visit;
  const form = 'assign';
  return (
    <Folded visit={visit} form={form} title={say('records.assign-case.title')}>
      <Form action={`/cases/${view.id}/${form}`} formKey={key}>
        <Question
          visit={visit}
          form={form}
          type="select"
          name="responsible"
          label={say('records.assign-case.who')}
          hint={say('records.assign-case.hint')}
          empty={say('records.assign-case.nobody')}
          value={view.responsible ?? ''}
          options={options.map(({ id, label }) => ({ value: id, label }))}
        />
        <Buttons>
          <Button>{say('records.save')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}
