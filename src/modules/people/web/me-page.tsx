// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Endpoint, Page, Visit } from '../../../kernel/page.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { frame } from '../../../ui/frame.tsx';
import { Button, Buttons, EmptyState, Facts, Form, LinkButton, PageHead, Part } from '../../../ui/index.ts';
import { chooseLanguage } from '../commands/choose-language.ts';
import { enrolTotp } from '../commands/enrol-totp.ts';
import { removePasskey } from '../commands/remove-passkey.ts';
import { setPassword } from '../commands/set-password.ts';
import { endOtherSessions } from '../commands/sign-in.ts';
import { readUnbinding } from '../commands/unbind-identity.ts';
import { type AccountView, ownAccount } from '../queries/account.ts';
import { identitiesOf } from '../queries/identities.ts';
import { functionsHeld } from '../queries/person-view.ts';
import { representable } from '../queries/substitutions.ts';
import { personNames } from '../queries/names.ts';
import { freshProof } from '../rules/fresh-proof.ts';
import { DoneNotice, errorCount, FormErrors, Question } from './form-parts.tsx';
import { OwnIdentities, UnbindingNotices } from './identities.tsx';
import { Representing } from './representing.tsx';
import { offerTotp, type TotpOffer, TotpFields } from './totp-fields.tsx';
import { showSpan } from './words.ts';

/** Mein Konto: one's own functions, sign-in, sessions and language. */
export const mePage: Page = {
  path: '/me',
  permission: 'signed-in',
  async show(visit) {
    const { say, caller, runtime } = visit;
    const { account, functions, identities, lent, names } = await visit.read(async (tx) => {
      const substitutions = await representable(tx);
      return {
        account: await ownAccount(tx, caller.session),
        functions: await functionsHeld(tx, caller.person ?? ''),
        identities: await identitiesOf(tx, caller.person ?? ''),
        lent: substitutions,
        names: await personNames(
          tx,
          substitutions.map(({ principal }) => principal),
        ),
      };
    });
    if (!account) return visit.notFound();
    const proven = freshProof(account.provenAt, runtime.clock.now()) === undefined;
    const offer = proven ? await offerTotp(visit, 'enrol-totp', account.email) : undefined;
    const body = (
      <>
        <PageHead title={say('people.me.title')} lead={caller.name} />
        <DoneNotice visit={visit} />
        <UnbindingNotices visit={visit} identities={identities} />
        <Representing visit={visit} lent={lent} names={names} to="/me" />
        <Part
          id="functions"
          title={say('people.me.functions')}
          right={<a href="/administration/explain">{say('people.me.why')}</a>}
        >
          {functions.length === 0 ? <EmptyState>{say('people.functions.none')}</EmptyState> : null}
          <Facts
            items={functions.map((held) => ({ term: held.unitCode, value: `${held.roleName}, ${showSpan(visit, held)}` }))}
          />
        </Part>
        <SignInPart visit={visit} account={account} offer={offer} />
        <Passkeys visit={visit} account={account} proven={proven} />
        <OwnIdentities visit={visit} identities={identities} />
        <Sessions visit={visit} account={account} />
        <LanguagePart visit={visit} account={account} />
      </>
    );
    return visit.html(frame(visit, { title: say('people.me.title'), errors: errorCount(visit), body }));
  },
  actions: {
    'set-password': { command: setPassword, done: () => '/me?done=password-set' },
    'enrol-totp': { command: enrolTotp, done: () => '/me?done=totp-enrolled' },
    'remove-passkey': { command: removePasskey, done: () => '/me?done=passkey-removed' },
    'read-unbinding': { command: readUnbinding, done: () => '/me?done=unbinding-read' },
    'choose-language': { command: chooseLanguage, done: () => '/me?done=language-chosen' },
  },
};

function SignInPart({ visit, account, offer }: { visit: Visit; account: AccountView; offer: TotpOffer | undefined }) {
  const { say } = visit;
  return (
    <Part id="sign-in" title={say('people.me.sign-in')} gap>
      <Facts
        items={[
          { term: say('people.sign-in.account'), value: account.email },
          { term: say('people.sign-in.password'), value: say(account.hasPassword ? 'people.me.is-set' : 'people.me.is-not-set') },
          { term: say('people.totp.title'), value: say(account.hasTotp ? 'people.me.is-set' : 'people.me.is-not-set') },
        ]}
      />
      <FormErrors visit={visit} form="set-password" />
      <FormErrors visit={visit} form="enrol-totp" />
      {offer ? (
        <>
          <Form action="/me/set-password">
            <input type="text" name="_account" value={account.email} autocomplete="username" hidden />
            <Question
              visit={visit}
              form="set-password"
              type="password"
              name="password"
              label={say('people.password.new')}
              hint={say('people.password.hint')}
              autocomplete="new-password"
              required
            />
            <Buttons>
              <Button>{say('people.password.button')}</Button>
            </Buttons>
          </Form>
          <Form action="/me/enrol-totp">
            <TotpFields visit={visit} form="enrol-totp" offer={offer} />
            <Buttons>
              <Button>{say('people.totp.button')}</Button>
            </Buttons>
          </Form>
        </>
      ) : (
        <ProveFirst visit={visit} />
      )}
    </Part>
  );
}

/** Where a form would stand that needs a fresh proof: the way to give it. */
function ProveFirst({ visit: { say } }: { visit: Visit }) {
  return (
    <>
      <p>{say('people.me.prove-first')}</p>
      <Buttons>
        <LinkButton href="/sign-in/again?to=/me">{say('people.again.link')}</LinkButton>
      </Buttons>
    </>
  );
}

function Passkeys({ visit, account: { passkeys }, proven }: { visit: Visit; account: AccountView; proven: boolean }) {
  const { say, key } = visit;
  return (
    <Part id="passkeys" title={say('people.passkey.title')} count={passkeys.length || undefined} gap>
      <FormErrors visit={visit} form="remove-passkey" />
      {passkeys.length === 0 ? <EmptyState>{say('people.passkey.none')}</EmptyState> : null}
      <Facts
        items={passkeys.map(({ id, label }) => ({
          term: label,
          value: proven ? (
            <Form action="/me/remove-passkey" values={{ passkey: id }} look="inline">
              <Button small label={say('people.passkey.remove-named', { label })}>
                {say('people.passkey.remove')}
              </Button>
            </Form>
          ) : (
            ''
          ),
        }))}
      />
      {proven ? (
        <div data-island="passkey-add" data-form-key={key} data-failed={say('people.passkey.not-verified')} hidden>
          <Question
            visit={visit}
            form="passkey"
            name="label"
            label={say('people.passkey.label')}
            hint={say('people.passkey.label-hint')}
          />
          <Buttons>
            <Button type="button">{say('people.passkey.add')}</Button>
          </Buttons>
          <p role="status" />
        </div>
      ) : (
        <p class="muted">{say('people.passkey.prove-first')}</p>
      )}
    </Part>
  );
}

function Sessions({ visit: { say }, account: { otherSessions } }: { visit: Visit; account: AccountView }) {
  return (
    <Part id="sessions" title={say('people.sessions.title')} gap>
      <p>{say(otherSessions === 0 ? 'people.sessions.only' : 'people.sessions.others', { n: otherSessions })}</p>
      {otherSessions === 0 ? null : (
        <Form action="/me/sessions/end" look="buttons">
          <Button>{say('people.sessions.end')}</Button>
        </Form>
      )}
    </Part>
  );
}

function LanguagePart({ visit, account: { locale } }: { visit: Visit; account: AccountView }) {
  const { say } = visit;
  const options = (['de', 'en'] as const).map((value) => ({ value, label: say(`people.language.${value}`) }));
  return (
    <Part id="language" title={say('people.language.title')} gap>
      <Form action="/me/choose-language">
        <Question
          visit={visit}
          form="choose-language"
          type="radios"
          name="locale"
          label={say('people.language.label')}
          options={options}
          value={locale}
        />
        <Buttons>
          <Button>{say('people.language.button')}</Button>
        </Buttons>
      </Form>
    </Part>
  );
}

/** Ends one's sessions in other browsers. */
export const endSessionsEndpoint: Endpoint = {
  method: 'POST',
  path: '/me/sessions/end',
  permission: 'signed-in',
  input: z.strictObject({}),
  summary: 'Andere eigene Sitzungen beenden',
  async handle(visit) {
    const { person, session } = visit.caller;
    if (person === null) return visit.refuse(new Refusal('not-permitted', 'kernel.sign-in-first'));
    await endOtherSessions(visit.runtime, person, session);
    return visit.context.redirect('/me?done=sessions-ended', 303);
  },
};
