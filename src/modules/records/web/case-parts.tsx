// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Buttons, EmptyState, Form, Part } from '../../../ui/index.ts';
import type { CaseView, ContactLine, CrossReferenceLine } from '../queries/case-view.ts';
import type { ResolvedReference } from '../queries/resolve-reference.ts';
import { Folded, Question } from './form-parts.tsx';

/** A part of the page of a case; `works` when the caller may change something there. */
export interface CasePartProps {
  readonly visit: Visit;
  readonly view: CaseView;
  readonly works: boolean;
}

/** Fakten des Vorgangs ändern. */
export function ChangeCase({ visit, view, works }: CasePartProps) {
  const { say, key } = visit;
  if (!works) return null;
  const fields = [
    ['subject', 'records.case.subject', 300],
    ['subSubject', 'records.case.sub-subject', 300],
    ['foreignReference', 'records.case.foreign-reference', 120],
  ] as const;
  return (
    <Folded visit={visit} form="change" title={say('records.change')}>
      <Form action={`/cases/${view.id}/change`} formKey={key} values={{ lock: String(view.lock) }} draft={`case-${view.id}`}>
        {fields.map(([name, label, maxlength]) => (
          <Question
            visit={visit}
            form="change"
            name={name}
            label={say(label)}
            value={view[name]}
            maxlength={maxlength}
            required={name === 'subject'}
          />
        ))}
        <Buttons>
          <Button>{say('records.save')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

/** Beteiligte: who takes part in the case, and how to reach them. */
export function Contacts({ visit, view, works }: CasePartProps) {
  const { say } = visit;
  return (
    <Part id="contacts" title={say('records.case.contacts')} level={3} count={view.contacts.length || undefined}>
      {view.contacts.length === 0 ? <EmptyState>{say('records.contact.none')}</EmptyState> : null}
      <ul class="plain flow">
        {view.contacts.map((contact) => (
          <ContactRow visit={visit} view={view} works={works} contact={contact} />
        ))}
      </ul>
      {works ? <AddContact visit={visit} view={view} /> : null}
    </Part>
  );
}

function ContactRow({ visit, view, works, contact }: CasePartProps & { contact: ContactLine }) {
  const { say, key } = visit;
  const { id, name, role, address, email, phone } = contact;
  const reach = [address, email, phone].filter((word) => word !== '').join(', ');
  return (
    <li>
      <div class="with-remove">
        <span>
          <span class="strong">{name}</span> <span class="muted">{role}</span>
          {reach === '' ? null : <small class="muted block">{reach}</small>}
        </span>
        {works ? (
          <Form action={`/cases/${view.id}/remove-contact`} look="inline" formKey={key} values={{ contact: id }}>
            <Button small look="quiet" label={say('records.contact.remove', { name })}>
              {say('records.remove')}
            </Button>
          </Form>
        ) : null}
      </div>
      {works ? <ChangeContact visit={visit} view={view} contact={contact} /> : null}
    </li>
  );
}

/** Several of these stand on one page: only the one that was refused gets its words back. */
function ChangeContact({ visit, view, contact }: { visit: Visit; view: CaseView; contact: ContactLine }) {
  const { say, key, enteredIn, entered } = visit;
  const form = `change-contact-${contact.id}`;
  const refused = enteredIn === 'change-contact' && entered?.['contact'] === contact.id;
  const own = { ...visit, enteredIn: refused ? form : undefined };
  return (
    <Folded visit={own} form={form} title={say('records.contact.change', { name: contact.name })}>
      <Form action={`/cases/${view.id}/change-contact`} formKey={key} values={{ contact: contact.id }}>
        <ContactFields visit={own} form={form} contact={contact} />
        <Buttons>
          <Button>{say('records.save')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

function ContactFields({ visit, form, contact }: { visit: Visit; form: string; contact?: ContactLine }) {
  const { say } = visit;
  const ask = { visit, form };
  return (
    <>
      <Question {...ask} name="name" label={say('records.contact.name')} value={contact?.name} required maxlength={200} />
      <Question
        {...ask}
        name="role"
        label={say('records.contact.role')}
        hint={say('records.contact.role-hint')}
        value={contact?.role}
        required
        maxlength={80}
      />
      <Question
        {...ask}
        name="address"
        label={say('records.contact.address')}
        value={contact?.address}
        optional
        maxlength={400}
      />
      <Question {...ask} type="email" name="email" label={say('records.contact.email')} value={contact?.email} optional />
      <Question
        {...ask}
        type="tel"
        name="phone"
        label={say('records.contact.phone')}
        value={contact?.phone}
        optional
        maxlength={60}
      />
    </>
  );
}

function AddContact({ visit, view }: { visit: Visit; view: CaseView }) {
  const { say, key } = visit;
  const form = 'add-contact';
  return (
    <Folded visit={visit} form={form} title={say('records.contact.add')}>
      <Form action={`/cases/${view.id}/add-contact`} formKey={key} draft={`contact-${view.id}`}>
        <ContactFields visit={visit} form={form} />
        <Buttons>
          <Button>{say('records.contact.add')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

/** Querverweise: other cases and files that this one refers to; what is typed is looked up first, then chosen. */
export function References(props: CasePartProps & { wanted: string; found: readonly ResolvedReference[] }) {
  const { visit, view, works, wanted, found } = props;
  const { say } = visit;
  return (
    <Part id="references" title={say('records.references.title')} level={3} count={view.references.length || undefined}>
      {view.references.length === 0 ? <EmptyState>{say('records.references.none')}</EmptyState> : null}
      <ul class="plain flow">
        {view.references.map((line) => (
          <ReferenceRow visit={visit} view={view} works={works} line={line} />
        ))}
      </ul>
      {works ? (
        <Form action={`/cases/${view.id}#references`} method="get">
          <Question
            visit={visit}
            form="refer"
            name="refer"
            label={say('records.references.to')}
            hint={say('records.references.to-hint')}
            value={wanted}
            maxlength={120}
          />
          <Buttons>
            <Button>{say('records.references.find')}</Button>
          </Buttons>
        </Form>
      ) : null}
      {works && wanted !== '' ? <FoundReferences visit={visit} view={view} found={found} /> : null}
    </Part>
  );
}

function ReferenceRow({ visit: { say, key }, view, works, line }: CasePartProps & { line: CrossReferenceLine }) {
  const { id, begins, object, reference, subject, note } = line;
  return (
    <li class="with-remove">
      <span>
        <a href={addressOfObject(object)}>{reference}</a> {subject}
        {note === '' ? null : <small class="muted block">{note}</small>}
      </span>
      {works && begins ? (
        <Form action={`/cases/${view.id}/remove-reference`} look="inline" formKey={key} values={{ reference: id }}>
          <Button small look="quiet" label={say('records.references.remove', { reference })}>
            {say('records.remove')}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}

function FoundReferences({
  visit: { say, key },
  view,
  found,
}: {
  visit: Visit;
  view: CaseView;
  found: readonly ResolvedReference[];
}) {
  const offered = found.filter(({ object }) => object !== `case:${view.id}`);
  if (offered.length === 0) return <p role="status">{say('records.references.not-found')}</p>;
  return (
    <ul class="plain flow">
      {offered.map(({ object, reference, subject }) => (
        <li>
          <Form action={`/cases/${view.id}/add-reference`} look="buttons" formKey={key} values={{ to: object }}>
            <Button>{say('records.references.set', { reference })}</Button>
            <span class="muted">{subject}</span>
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** `case:…` → `/cases/…`. */
export function addressOfObject(object: string): string {
  const [kind = '', id = ''] = object.split(':');
  return `/${kind}s/${id}`;
}
