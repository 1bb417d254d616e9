// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Facts as FactList, Field, Form, LinkButton, More, Notice, Part } from '../../../ui/index.ts';
import type { ItemView } from '../queries/item-view.ts';
import { germanDay } from '../rules/local-day.ts';
import { type ItemStep, steps } from '../rules/workflow.ts';
import { FilingForms, UndoFiling } from './item-filing.tsx';
import { Step } from './item-step.tsx';
import type { Inbox } from './inbox.tsx';
import { officeName, typed } from './words.ts';

export interface FactsProps {
  readonly visit: Visit;
  readonly inbox: Inbox;
  readonly item: ItemView;
}

/** What can be done with the item in hand, and what it says about itself. */
export function Facts({ visit, inbox, item }: FactsProps) {
  const { say, caller } = visit;
  const mine = inbox.mine.has(item.office);
  const handles = caller.permissions.has('post.handle');
  return (
    <>
      {item.note === '' ? null : <Notice>{item.note}</Notice>}
      {item.state === 'quarantined' ? <Quarantine visit={visit} item={item} /> : null}
      {handles && item.state === 'forwarded' ? <Given visit={visit} inbox={inbox} item={item} mine={mine} /> : null}
      {handles && mine && may(item, 'assigned') ? <FilingForms visit={visit} item={item} /> : null}
      {item.state === 'assigned' ? <UndoFiling visit={visit} item={item} /> : null}
      {handles && mine && item.state === 'done' && item.hazards.length === 0 ? (
        <Form action={`/post/items/${item.id}/reopen`} look="buttons" formKey={visit.key} values={{ lock: String(item.lock) }}>
          <Button hotkey="u">{say('post.step.reopened')}</Button>
        </Form>
      ) : null}
      {handles && mine && may(item, 'forwarded') ? <Forward visit={visit} inbox={inbox} item={item} /> : null}
      {handles && mine && may(item, 'set-aside') ? <Aside visit={visit} item={item} /> : null}
      <Known visit={visit} inbox={inbox} item={item} writes={handles && mine} />
    </>
  );
}

function may({ state }: ItemView, step: ItemStep): boolean {
  return steps[step].from.includes(state);
}

function Quarantine({ visit, item }: { visit: Visit; item: ItemView }) {
  const { say, caller } = visit;
  return (
    <Part id="quarantine" title={say('post.quarantine.title')} level={3}>
      <p>{say('post.quarantine.why')}</p>
      <ul>
        {item.hazards.map((hazard) => (
          <li>{say(`post.hazard.${hazard}`)}</li>
        ))}
      </ul>
      {caller.permissions.has('post.release') ? (
        <>
          <Step visit={visit} item={item} step="release" label={say('post.quarantine.release')} />
          <Step visit={visit} item={item} step="refuse" label={say('post.quarantine.refuse')} />
        </>
      ) : (
        <p class="muted">{say('post.quarantine.who')}</p>
      )}
    </Part>
  );
}

function Given({ visit, inbox, item, mine }: FactsProps & { mine: boolean }) {
  const { say } = visit;
  const values = { lock: String(item.lock) };
  if (!mine)
    return (
      <Part id="given" title={say('post.given.to', { office: officeName(inbox.units, item.office) })} level={3}>
        <p>{say('post.given.waits')}</p>
        <Form action={`/post/items/${item.id}/take-back`} look="buttons" formKey={visit.key} values={values}>
          <Button hotkey="u">{say('post.step.taken-back')}</Button>
        </Form>
      </Part>
    );
  return (
    <Part id="given" title={say('post.given.from', { office: officeName(inbox.units, item.from) })} level={3}>
      <Form action={`/post/items/${item.id}/accept`} look="buttons" formKey={visit.key} values={values}>
        <Button hotkey="e">{say('post.step.accepted')}</Button>
      </Form>
      <Step visit={visit} item={item} step="return" label={say('post.step.returned')} />
    </Part>
  );
}

function Forward({ visit, inbox, item }: FactsProps) {
  const { say } = visit;
  const options = [...inbox.units.values()]
    .filter(({ id, retired }) => !retired && id !== item.office)
    .map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
  return (
    <More title={say('post.step.forwarded')} open={visit.enteredIn === 'forward'}>
      <Form action={`/post/items/${item.id}/forward`} formKey={visit.key} values={{ lock: String(item.lock) }}>
        <Field
          type="select"
          id="forward-office"
          name="office"
          label={say('post.forward.office')}
          options={options}
          value={typed(visit, 'forward', 'office')}
          empty={say('post.choose')}
          required
        />
        <Field
          id="forward-note"
          name="note"
          label={say('post.forward.note')}
          value={typed(visit, 'forward', 'note')}
          maxlength={500}
        />
        <Buttons>
          <Button>{say('post.step.forwarded')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}

function Aside({ visit, item }: { visit: Visit; item: ItemView }) {
  const { say } = visit;
  return (
    <>
      <More title={say('post.step.set-aside')} open={visit.enteredIn === 'set-aside'}>
        <Step visit={visit} item={item} step="set-aside" label={say('post.step.set-aside')} />
      </More>
      {item.content === null ? null : (
        <More title={say('post.step.quarantined')} open={visit.enteredIn === 'quarantine'}>
          <Step visit={visit} item={item} step="quarantine" label={say('post.step.quarantined')} />
        </More>
      )}
    </>
  );
}

function Known({ visit, inbox, item, writes }: FactsProps & { writes: boolean }) {
  const { say } = visit;
  return (
    <Part id="known" title={say('post.known.title')} level={3}>
      <FactList
        items={[
          { term: say('post.known.sender'), value: item.sender },
          { term: say('post.known.address'), value: item.senderAddress },
          { term: say('post.known.recipient'), value: item.recipient },
          { term: say('post.known.dated'), value: item.datedOn === null ? '' : germanDay(item.datedOn) },
          { term: say('post.known.received'), value: germanDay(item.receivedOn) },
          { term: say('post.known.foreign'), value: item.foreignReference },
          { term: say('post.known.office'), value: officeName(inbox.units, item.office) },
          { term: say('post.known.channel'), value: say(`post.channel.${item.channel}`) },
          { term: say('post.known.place'), value: item.place },
          { term: say('post.known.file-name'), value: item.fileName },
        ]}
      />
      {writes && may(item, 'assigned') ? <Describe visit={visit} item={item} /> : null}
      {item.case === null ? null : (
        <p>
          <LinkButton small href={`/cases/${item.case}`}>
            {say('post.item.open-case')}
          </LinkButton>
        </p>
      )}
    </Part>
  );
}

function Describe({ visit, item }: { visit: Visit; item: ItemView }) {
  const { say } = visit;
  const fields = [
    ['sender', item.sender, 300],
    ['subject', item.subject, 300],
    ['foreignReference', item.foreignReference, 120],
  ] as const;
  const labels = { sender: 'post.known.sender', subject: 'post.known.subject', foreignReference: 'post.known.foreign' } as const;
  return (
    <More title={say('post.known.correct')} open={visit.enteredIn === 'describe'}>
      <Form action={`/post/items/${item.id}/describe`} formKey={visit.key}>
        {fields.map(([name, value, maxlength]) => (
          <Field
            id={`describe-${name}`}
            name={name}
            label={say(labels[name])}
            value={typed(visit, 'describe', name) ?? value}
            maxlength={maxlength}
          />
        ))}
        <Field
          type="date"
          id="describe-dated"
          name="datedOn"
          label={say('post.known.dated')}
          value={typed(visit, 'describe', 'datedOn') ?? item.datedOn ?? ''}
        />
        <Buttons>
          <Button>{say('post.save')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}
