// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import type { Refusal as No } from '../../../kernel/refusal.ts';
import { Button, Buttons, Form, LinkButton, Part, Refusal } from '../../../ui/index.ts';
import type { UnitView } from '../../people/index.ts';
import type { FileHead } from '../queries/file-head.ts';
import { classifications } from '../rules/classification.ts';
import { Folded, Question } from './form-parts.tsx';

interface DutiesProps {
  readonly visit: Visit;
  readonly head: FileHead;
  readonly units: readonly UnitView[];
  /** Why the caller may not act here the way they act now. */
  readonly no: No | undefined;
}

/** Zuständigkeit und Geheimhaltung: hand over, classify, erase personal parts; or the reason why not. */
export function FileDuties(props: DutiesProps) {
  const { visit, head, no } = props;
  const { say, caller } = visit;
  return (
    <Part id="duties" title={say('records.duties.title')} level={3}>
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <>
          <HandOver {...props} />
          <Classify visit={visit} action={`/files/${head.id}/classify`} now={head.classification} />
        </>
      )}
      {caller.permissions.has('records.registry') ? (
        <p>
          <LinkButton look="quiet" small href={`/files/${head.id}/erase`}>
            {say('records.erase-personal.title')}
          </LinkButton>
        </p>
      ) : null}
    </Part>
  );
}

function HandOver({ visit, head, units }: DutiesProps) {
  const { say, key } = visit;
  const ask = { visit, form: 'hand-over' };
  const others = units.filter(({ id }) => id !== head.leadUnit);
  return (
    <Folded visit={visit} form="hand-over" title={say('records.hand-over.title')}>
      <Form action={`/files/${head.id}/hand-over`} formKey={key}>
        <p class="muted">{say('records.hand-over.means')}</p>
        <Question
          {...ask}
          type="select"
          name="leadUnit"
          label={say('records.hand-over.to')}
          options={others.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          empty={say('records.choose')}
          required
        />
        <Question
          {...ask}
          name="reason"
          label={say('records.reason')}
          hint={say('records.reopen-file.hint')}
          maxlength={500}
          required
        />
        <Buttons>
          <Button>{say('records.hand-over.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

/** Geheimhaltung setzen, of a file or a document. */
export function Classify({ visit, action, now }: { visit: Visit; action: string; now: string }) {
  const { say, key } = visit;
  const ask = { visit, form: 'classify' };
  const grades = classifications.filter((grade) => grade !== now);
  return (
    <Folded visit={visit} form="classify" title={say('records.classify.title')}>
      <Form action={action} formKey={key}>
        <p class="muted">{say('records.classify.now', { grade: say(`records.classification.${now}`) })}</p>
        <Question
          {...ask}
          type="select"
          name="classification"
          label={say('records.file.classification')}
          options={grades.map((value) => ({ value, label: say(`records.classification.${value}`) }))}
          empty={say('records.choose')}
          required
        />
        <Question
          {...ask}
          name="reason"
          label={say('records.reason')}
          hint={say('records.reopen-file.hint')}
          maxlength={500}
          required
        />
        <Buttons>
          <Button>{say('records.classify.button')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}
