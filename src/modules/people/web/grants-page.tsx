// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Page, Visit } from '../../../kernel/page.ts';
import { refused } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, Field, Form, More, PageHead, Part } from '../../../ui/index.ts';
import { confirmAddresses } from '../commands/confirm-addresses.ts';
import { declineGrant, withdrawGrant } from '../commands/decline-grant.ts';
import { releaseGrants } from '../commands/release-grants.ts';
import { releaseInvitations } from '../commands/release-invitations.ts';
import { addressChangesWaiting } from '../queries/identities.ts';
import { personNames } from '../queries/names.ts';
import { grantsWaiting, type GrantView, type InvitationView, invitationsWaiting } from '../queries/waiting.ts';
import { fourEyes } from '../rules/four-eyes.ts';
import { AddressChanges } from './address-changes.tsx';
import { administrationCrumb } from './choices.ts';
import { DoneNotice, errorCount, FormErrors, Question, ticked } from './form-parts.tsx';
import { showDate, showLast } from './words.ts';

/** Freigaben: what waits for a second pair of eyes. */
export const grantsPage: Page = {
  path: '/administration/grants',
  permission: 'signed-in',
  async show(visit) {
    const { say } = visit;
    const { grants, invitations, addresses, names } = await visit.read(allThatWaits);
    const mine = { visit, names };
    const waiting = grants.filter(({ declined }) => declined === null);
    const body = (
      <>
        <PageHead title={say('people.area.grants')} lead={say('people.grants.lead')} crumbs={[administrationCrumb(visit)]} />
        <DoneNotice visit={visit} />
        <Waiting {...mine} grants={waiting} />
        <Invitations {...mine} invitations={invitations} />
        <AddressChanges {...mine} changes={addresses} />
        <Declined
          {...mine}
          grants={grants.filter(({ declined, requestedBy }) => declined !== null && requestedBy === visit.caller.person)}
        />
      </>
    );
    return visit.html(
      frame(visit, { title: say('people.area.grants'), current: '/administration', errors: errorCount(visit), body }),
    );
  },
  actions: {
    release: { command: releaseGrants, done: () => '/administration/grants?done=grants-released' },
    'release-codes': { command: releaseInvitations, done: () => '/administration/grants?done=codes-released' },
    'confirm-addresses': { command: confirmAddresses, done: () => '/administration/grants?done=addresses-confirmed' },
    decline: { command: declineGrant, done: () => '/administration/grants?done=grant-declined' },
    withdraw: { command: withdrawGrant, done: () => '/administration/grants?done=grant-withdrawn' },
  },
};

async function allThatWaits(tx: Tx) {
  const [grants, invitations, addresses] = [
    await grantsWaiting(tx),
    await invitationsWaiting(tx),
    await addressChangesWaiting(tx),
  ];
  const ids = [
    ...grants.flatMap(({ person, requestedBy, represented }) => [person, requestedBy, represented]),
    ...invitations.flatMap(({ person, issuedBy }) => [person, issuedBy]),
    ...addresses.flatMap(({ person, requestedBy }) => [person, requestedBy]),
  ];
  const names = await personNames(
    tx,
    ids.filter((id) => id !== null),
  );
  return { grants, invitations, addresses, names };
}

interface Known {
  readonly visit: Visit;
  readonly names: ReadonlyMap<string, string>;
}

/** Those one may release have a tick; for the others it says why not. */
function Waiting({ visit, names, grants }: Known & { grants: readonly GrantView[] }) {
  const { say, caller, key } = visit;
  const mayRelease = caller.permissions.has('people.release-grants');
  const before = ticked(visit, 'release', 'requests');
  // A role has no person: nobody in particular gains by it.
  const judged = grants.map((grant) => ({ grant, no: fourEyes({ ...grant, beneficiary: grant.person }, caller) }));
  return (
    <Part id="waiting" title={say('people.grants.waiting')} count={grants.length || undefined}>
      <FormErrors visit={visit} form="release" />
      <FormErrors visit={visit} form="decline" />
      <FormErrors visit={visit} form="withdraw" />
      {grants.length === 0 ? <EmptyState>{say('people.grants.none')}</EmptyState> : null}
      <Form action="/administration/grants/release" formKey={key}>
        {judged.map(({ grant, no }) =>
          mayRelease && !refused(no) ? (
            <GrantChoice visit={visit} names={names} grant={grant} checked={before?.includes(grant.id)} />
          ) : (
            <p>
              {sentenceOf(visit, names, grant)} <span class="muted">{say(no?.reason ?? 'people.grant.waits')}</span>
            </p>
          ),
        )}
        {mayRelease && judged.some(({ no }) => !no) ? (
          <Buttons>
            <Button look="main">{say('people.grants.release')}</Button>
          </Buttons>
        ) : null}
      </Form>
      {judged.map(({ grant, no }) => (
        <OneGrant
          visit={visit}
          names={names}
          grant={grant}
          own={grant.requestedBy === caller.person}
          mayDecline={mayRelease && !no}
        />
      ))}
    </Part>
  );
}

function GrantChoice({ visit, names, grant, checked }: Known & { grant: GrantView; checked: boolean | undefined }) {
  return (
    <Field
      type="checkbox"
      name="requests"
      id={`release-${grant.id}`}
      value={grant.id}
      checked={checked}
      label={sentenceOf(visit, names, grant)}
      hint={askedBy(visit, names, grant)}
    />
  );
}

/** Who asked, and how the person signs in: a second pair of eyes also sees whose address that is. */
function askedBy({ say }: Visit, names: ReadonlyMap<string, string>, { requestedBy, email }: GrantView): string {
  const name = names.get(requestedBy) ?? '';
  return email === null ? say('people.grants.asked-by', { name }) : say('people.grants.asked-by-for', { name, email });
}

function OneGrant({ visit, names, grant, own, mayDecline }: Known & { grant: GrantView; own: boolean; mayDecline: boolean }) {
  const { say, enteredIn, entered } = visit;
  if (!own && !mayDecline) return null;
  const title = `${say(own ? 'people.grants.withdraw' : 'people.grants.decline')}: ${sentenceOf(visit, names, grant)}`;
  if (own)
    return (
      <Form action="/administration/grants/withdraw" values={{ request: grant.id }} look="buttons">
        <Button small>{title}</Button>
      </Form>
    );
  return (
    <More title={title} open={enteredIn === 'decline' && entered?.['request'] === grant.id}>
      <Form action="/administration/grants/decline" values={{ request: grant.id }}>
        <Question visit={visit} form="decline" type="textarea" name="reason" label={say('people.reason')} rows={2} required />
        <Buttons>
          <Button>{say('people.grants.decline')}</Button>
        </Buttons>
      </Form>
    </More>
  );
}

function sentenceOf({ say }: Visit, names: ReadonlyMap<string, string>, grant: GrantView): string {
  const { kind, person, unitCode, roleName, from, to, definition } = grant;
  if (kind === 'role')
    return say('people.grants.role-sentence', { role: definition?.name ?? '', n: definition?.permissions.length ?? 0 });
  const span =
    to === null
      ? say('people.span.from', { date: from ? showDate(from) : '' })
      : `${from ? showDate(from) : ''} – ${showLast(to)}`;
  return say('people.grants.function-sentence', {
    name: names.get(person ?? '') ?? '',
    role: roleName ?? '',
    unit: unitCode ?? '',
    span,
  });
}

function Invitations({ visit, names, invitations }: Known & { invitations: readonly InvitationView[] }) {
  const { say, caller } = visit;
  if (invitations.length === 0 || !caller.permissions.has('people.release-grants')) return null;
  const free = invitations.filter(({ person, issuedBy }) => !fourEyes({ requestedBy: issuedBy, beneficiary: person }, caller));
  return (
    <Part id="codes" title={say('people.grants.codes')} count={invitations.length} gap>
      <p>{say('people.grants.codes-lead')}</p>
      <FormErrors visit={visit} form="release-codes" />
      <Form action="/administration/grants/release-codes">
        {free.map(({ person, issuedBy }) => (
          <Field
            type="checkbox"
            name="persons"
            id={`code-${person}`}
            value={person}
            label={names.get(person) ?? ''}
            hint={say('people.grants.asked-by', { name: names.get(issuedBy) ?? '' })}
          />
        ))}
        {free.length > 0 ? (
          <Buttons>
            <Button>{say('people.grants.release')}</Button>
          </Buttons>
        ) : (
          <p class="muted">{say('people.four-eyes.own-request')}</p>
        )}
      </Form>
    </Part>
  );
}

function Declined({ visit, names, grants }: Known & { grants: readonly GrantView[] }) {
  const { say } = visit;
  if (grants.length === 0) return null;
  return (
    <Part id="declined" title={say('people.grants.declined')} count={grants.length} gap>
      {grants.map((grant) => (
        <Form action="/administration/grants/withdraw" values={{ request: grant.id }}>
          <p>
            {sentenceOf(visit, names, grant)} {say('people.grant.declined', { reason: grant.declined ?? '' })}
          </p>
          <Button small>{say('people.grants.seen')}</Button>
        </Form>
      ))}
    </Part>
  );
}
