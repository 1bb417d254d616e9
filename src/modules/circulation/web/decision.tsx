// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import type { Refusal as No } from '../../../kernel/refusal.ts';
import { Button, Buttons, Field, Form, More, Notice, Part, Refusal } from '../../../ui/index.ts';
import type { OrderView, StepView } from '../queries/order-view.ts';
import { type Mark, marksFor, needsWords } from '../rules/kinds.ts';
import { typedInto } from './words.tsx';

/** A step that is due, and the reason why the caller may not mark it; none when they may. */
export interface Due {
  readonly step: StepView;
  readonly no: No | undefined;
}

interface Props {
  readonly visit: Visit;
  readonly view: OrderView;
  readonly due: readonly Due[];
  /** Newest version of the document. */
  readonly versions: number | null;
}

/** What is asked of the caller now: the buttons, or whom the order waits for. */
export function Decision({ visit, view, due, versions }: Props) {
  const { say } = visit;
  const mine = due.filter(({ no }) => no === undefined);
  if (mine.length > 0) {
    return (
      <>
        {mine.map(({ step }) => (
          <Asked visit={visit} view={view} step={step} versions={versions} />
        ))}
      </>
    );
  }
  const [first] = due;
  const reason = first?.no ? say(first.no.reason, first.no.details) : say(`circulation.not-running.${view.state}`);
  return (
    <Part id="decision" title={say('circulation.decision')}>
      <Refusal reason={reason} />
    </Part>
  );
}

function Asked({ visit, view, step, versions }: { visit: Visit; view: OrderView; step: StepView; versions: number | null }) {
  const { say } = visit;
  const [usual, ...others] = marksFor(step.kind);
  const form = { visit, view, step, versions };
  return (
    <Part id="decision" title={say(`circulation.asks.${step.kind}`)}>
      {step.note === '' ? null : <Notice>{step.note}</Notice>}
      {usual === undefined ? null : <MarkForm {...form} mark={usual} main />}
      {others.map((mark) => (
        <Folded {...form} mark={mark} />
      ))}
      {step.kind === 'close' || step.kind === 'follow-up' ? null : <Folded {...form} mark="returned" />}
    </Part>
  );
}

interface MarkProps {
  readonly visit: Visit;
  readonly view: OrderView;
  readonly step: StepView;
  readonly versions: number | null;
  readonly mark: Mark;
}

function Folded(props: MarkProps) {
  const { visit, step, mark } = props;
  const open = visit.entered?.['step'] === step.id && visit.entered?.['mark'] === mark;
  return (
    <More title={visit.say(`circulation.do.${mark}`)} open={open}>
      <MarkForm {...props} />
    </More>
  );
}

function MarkForm({ visit, view, step, versions, mark, main }: MarkProps & { main?: boolean }) {
  const { say, key } = visit;
  const here = visit.entered?.['step'] === step.id && visit.entered?.['mark'] === mark;
  const words = needsWords(mark) || (main === true && step.kind === 'dispatch');
  const id = here ? 'mark-words' : `${step.id}-${mark}-words`;
  return (
    <Form
      action={`/orders/${view.id}/mark`}
      formKey={here ? key : undefined}
      values={{ step: step.id, mark, versionRead: String(versions ?? 0) }}
    >
      {words ? (
        <Field
          type="textarea"
          id={id}
          name="words"
          label={say(`circulation.words.${mark}`)}
          value={here ? typedInto(visit, 'mark', 'words') : ''}
          error={here && visit.refusal?.fields['words'] ? say('circulation.needs-words') : undefined}
          rows={3}
          optional={!needsWords(mark)}
        />
      ) : null}
      <Buttons>
        <Button look={main ? 'main' : 'plain'} hotkey={main ? 'e' : undefined}>
          {say(`circulation.do.${mark}`)}
        </Button>
      </Buttons>
    </Form>
  );
}
