// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Field, Form, More, Part } from '../../../ui/index.ts';
import type { Hold, HoldScope } from '../rules/hold.ts';
import { germanDay } from '../rules/local-day.ts';
import { errorOf, typed } from './words.ts';

/** Vernichtung aussetzen: a form one touch away. */
export function HoldForm({ visit, action, scope, subject }: { visit: Visit; action: string; scope: HoldScope; subject: string }) {
  const { say } = visit;
  const mine = visit.enteredIn === 'set-hold';
  return (
    <More title={say('disposal.hold.set')} open={mine}>
      <Form action={action} values={{ scope, subject }}>
        <p class="muted">{say('disposal.hold.lead')}</p>
        <Field
          type="textarea"
          rows={2}
          id="hold-reason"
          name="reason"
          label={say('disposal.hold.reason')}
          value={mine ? typed(visit, 'reason') : ''}
          error={mine ? errorOf(visit, 'reason') : undefined}
          required
        />
        <Field
          id="hold-basis"
          name="basis"
          label={say('disposal.hold.basis')}
          hint={say('disposal.hold.basis-hint')}
          value={mine ? typed(visit, 'basis') : ''}
          error={mine ? errorOf(visit, 'basis') : undefined}
          required
        />
        <Buttons>
          <Button>{say('disposal.hold.set')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}

/** What holds the destruction up, each with the way to lift it. */
export function StandingHolds({
  visit,
  holds,
  action,
  manages,
}: {
  visit: Visit;
  holds: readonly Hold[];
  action: string;
  manages: boolean;
}) {
  const { say } = visit;
  if (holds.length === 0) return null;
  return (
    <Part id="holds" title={say('disposal.holds.title')} gap>
      {holds.map((hold) => (
        <>
          <p>
            <strong>{hold.reason}</strong> ({hold.basis}), {say('disposal.hold.since', { day: germanDay(hold.setOn) })}
          </p>
          {manages ? (
            <More title={say('disposal.hold.lift')} open={visit.entered?.['hold'] === hold.id}>
              <Form action={action} values={{ hold: hold.id }}>
                <Field
                  type="textarea"
                  rows={2}
                  id={`lift-${hold.id}`}
                  name="reason"
                  label={say('disposal.hold.lift-reason')}
                  required
                />
                <Buttons>
                  <Button>{say('disposal.hold.lift')}</Button>
                </Buttons>
              </Form>
            </More>
          ) : null}
        </>
      ))}
    </Part>
  );
}
