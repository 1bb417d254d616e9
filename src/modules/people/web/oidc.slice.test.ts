// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { act, madeBy } from '../../../../test/act.ts';
import { persons, settleTown } from '../../../../test/town.ts';
import { type Visitor, visitorOf } from '../../../../test/visitor.ts';
import { callerOf, openWorld, type World } from '../../../../test/world.ts';
import { changePerson } from '../commands/change-person.ts';
import { confirmAddresses } from '../commands/confirm-addresses.ts';
import { unbindIdentity } from '../commands/unbind-identity.ts';

/** What we use of the provider's package, which brings no types. */
interface Provider {
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
}
interface ProviderContext {
  readonly oidc: {
    readonly provider: { readonly Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } };
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
}

const packageName: string = 'oidc-provider';
const accounts: Record<string, { email: string; email_verified: boolean }> = {
  clerk: { email: 'Clerk@waldbrueck.example', email_verified: true },
  unverified: { email: 'head@waldbrueck.example', email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
  treasurer: { email: 'treasurer@waldbrueck.example', email_verified: true },
  evil: { email: 'evil@elsewhere.example', email_verified: true },
  successor: { email: 'clerk@waldbrueck.example', email_verified: true },
};

const managing = ['people.manage-persons', 'people.release-grants'];

const settings = {
  clients: [
    {
      client_id: 'fachwerk',
      client_secret: 'only for this test',
      redirect_uris: ['http://localhost/sign-in/oidc/back'],
      token_endpoint_auth_method: 'client_secret_basic',
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  cookies: { keys: ['only for this test'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: () => '/login' },
  findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
  async loadExistingGrant({ oidc }: ProviderContext) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
};

describe('signing in through the city’s identity provider', () => {
  let world: World;
  let server: Server;
  let issuer: string;
  /** Who sits at the provider's login form. */
  let who = 'clerk';

  before(async () => {
    // The provider signs with the machine's clock, so the world's must agree.
    world = await openWorld({ start: new Date().toISOString() });
    await settleTown(world);
    const { default: OidcProvider } = (await import(packageName)) as { default: new (issuer: string, of: object) => Provider };
    let provider: Provider | undefined;
    server = createServer((request, response) => {
      if (request.url?.startsWith('/login')) void provider?.interactionFinished(request, response, { login: { accountId: who } });
      else provider?.callback()(request, response);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    provider = new OidcProvider(issuer, settings);
    setEnvironment({ ISSUER: issuer, CLIENT_ID: 'fachwerk', CLIENT_SECRET: 'only for this test', NAME: 'Rathauskonto' });
  });
  after(async () => {
    setEnvironment({ ISSUER: '', CLIENT_ID: '', CLIENT_SECRET: '', NAME: '' });
    server.closeAllConnections();
    server.close();
    await world.close();
  });
  beforeEach(() => {
    who = 'clerk';
    world.clock.set(new Date());
  });

  const setEnvironment = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) process.env[`FACHWERK_OIDC_${name}`] = value;
  };
  const begin = async (visitor: Visitor) => (await visitor.get('/sign-in/oidc?to=/me')).headers.get('location') ?? '';

  /** Walks through the provider as a browser would, until it sends the browser back to us. */
  const throughProvider = async (address: string): Promise<URL> => {
    const jar = new Map<string, string>();
    let next = new URL(address);
    for (let step = 0; step < 8 && next.origin === issuer; step += 1) {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      next = new URL(answer.headers.get('location') ?? assert.fail(`${answer.status} ${await answer.text()}`), issuer);
    }
    assert.equal(next.pathname, '/sign-in/oidc/back');
    return next;
  };
  const comeBack = async (visitor: Visitor, { pathname, search }: URL) => visitor.get(pathname + search);
  const signIn = async (visitor: Visitor) => comeBack(visitor, await throughProvider(await begin(visitor)));

  test('asks with PKCE, state and nonce', async () => {
    const asked = new URL(await begin(visitorOf(world))).searchParams;
    assert.equal(asked.get('code_challenge_method'), 'S256');
    for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name)?.length ?? 0) >= 32, name);
  });

  test('leads there and back to where one wanted to go', async () => {
    const visitor = visitorOf(world);
    assert.match(await (await visitor.get('/sign-in')).text(), /Mit Rathauskonto anmelden/);
    const back = await signIn(visitor);
    assert.deepEqual([back.status, back.headers.get('location')], [303, '/me']);
    assert.match(await (await visitor.get('/me')).text(), /Test clerk/);
  });

  test('works once: the same answer again is refused', async () => {
    const visitor = visitorOf(world);
    const answer = await throughProvider(await begin(visitor));
    const copy = new Map(visitor.cookies);
    assert.equal((await comeBack(visitor, answer)).status, 303);
    const thief = visitorOf(world);
    for (const [name, value] of copy) thief.cookies.set(name, value);
    assert.equal((await comeBack(thief, answer)).status, 422);
  });

  test('refuses an answer that another browser asked for: nobody is signed in as somebody else unawares', async () => {
    const attacker = await throughProvider(await begin(visitorOf(world)));
    const victim = visitorOf(world);
    assert.equal((await comeBack(victim, attacker)).status, 422, 'without having asked at all');
    await begin(victim);
    assert.equal((await comeBack(victim, attacker)).status, 403, 'with the state of another journey');
    assert.equal(victim.cookies.has('fachwerk'), false);
  });

  test('refuses a changed state and a foreign code', async () => {
    for (const change of [{ state: 'x'.repeat(43) }, { code: 'x'.repeat(43) }, { iss: 'https://evil.example' }]) {
      const visitor = visitorOf(world);
      const answer = await throughProvider(await begin(visitor));
      for (const [name, value] of Object.entries(change)) answer.searchParams.set(name, value);
      assert.equal((await comeBack(visitor, answer)).status, 403, JSON.stringify(change));
    }
  });

  test('believes only addresses that the provider has verified, and only those of persons with access', async () => {
    for (const account of ['unverified', 'stranger']) {
      who = account;
      const back = await signIn(visitorOf(world));
      assert.equal(back.status, 403, account);
      assert.match(await back.text(), /keine Person mit Zugang/);
    }
  });

  test('knows the account afterwards by issuer and subject, whatever the addresses say', async () => {
    accounts['clerk'] = { email: 'new-name@elsewhere.example', email_verified: false };
    const visitor = visitorOf(world);
    assert.equal((await signIn(visitor)).status, 303);
    const page = await (await visitor.get('/me')).text();
    assert.match(page, /Test clerk/);
    assert.ok(page.includes('Verbundene Konten') && page.includes(issuer), 'one sees one’s own accounts');
    who = 'successor';
    const back = await signIn(visitorOf(world));
    assert.equal(back.status, 403, 'the address was given to somebody else');
    assert.match(await back.text(), /schon ein anderes Konto/);
    accounts['clerk'] = { email: 'clerk@waldbrueck.example', email_verified: true };
  });

  test('one administrator alone cannot come in as somebody else by changing an address', async () => {
    const [one, two] = [callerOf(persons.administrator, managing), callerOf(persons.registrar, managing)];
    await world.sql('update people.installation set four_eyes = true');
    await world.sql(
      "insert into people.role_permission (role, permission) values ('registry', 'people.manage-persons'), ('registry', 'people.release-grants')",
    );
    const change = (email: string, by = one) =>
      act(world, changePerson, { person: persons.neighbour, givenName: 'Test', familyName: 'neighbour', email }, by);
    madeBy(await change('evil@elsewhere.example'));
    who = 'evil';
    const back = await signIn(visitorOf(world));
    assert.equal(back.status, 403);
    assert.match(await back.text(), /zweite Person muss das noch bestätigen/);
    const chosen = { addresses: `${persons.neighbour} evil@elsewhere.example` };
    assert.equal(await act(world, confirmAddresses, chosen, one), 'people.four-eyes.own-request');
    assert.equal(await act(world, confirmAddresses, chosen, callerOf(persons.neighbour, managing)), 'people.address.gone');
    const other = { addresses: `${persons.neighbour} neighbour@waldbrueck.example` };
    assert.equal(await act(world, confirmAddresses, other, two), 'people.address.gone', 'only what was seen is confirmed');
    madeBy(await change('neighbour@waldbrueck.example'));
    assert.equal(await act(world, confirmAddresses, chosen, two), 'people.address.gone', 'set back: nothing waits');
    madeBy(await change('evil@elsewhere.example'));
    madeBy(await act(world, confirmAddresses, chosen, two));
    assert.equal((await signIn(visitorOf(world))).status, 303);
    assert.deepEqual(await world.sql('select person from people.provider_identity where subject = $1', ['evil']), [
      { person: persons.neighbour },
    ]);
  });

  test('an unbound account opens nothing, the person reads why, and a confirmed address binds anew', async () => {
    const visitor = visitorOf(world);
    await signIn(visitor);
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>(
      "select id from people.provider_identity where subject = 'clerk'",
    );
    const chosen = { identity: id, reason: 'Konto war in fremder Hand' };
    assert.equal(await act(world, unbindIdentity, chosen, callerOf(persons.clerk)), 'kernel.not-permitted');
    madeBy(await act(world, unbindIdentity, chosen, callerOf(persons.administrator, managing)));
    assert.equal((await visitor.get('/me')).status, 303, 'sessions have ended');
    accounts['clerk'] = { email: 'clerk@waldbrueck.example', email_verified: false };
    assert.equal((await signIn(visitorOf(world))).status, 403);
    accounts['clerk'] = { email: 'clerk@waldbrueck.example', email_verified: true };
    const again = visitorOf(world);
    assert.equal((await signIn(again)).status, 303);
    for (const path of ['/', '/me']) assert.match(await (await again.get(path)).text(), /Konto war in fremder Hand/, path);
    const { status } = await again.post('/me/read-unbinding', { identity: id });
    assert.equal(status, 303);
    assert.doesNotMatch(await (await again.get('/me')).text(), /Konto war in fremder Hand/);
  });

  test('proves again who one is, and never turns into somebody else', async () => {
    const visitor = visitorOf(world);
    await signIn(visitor);
    const again = new URL(await begin(visitor));
    assert.equal(again.searchParams.get('prompt'), 'login');
    who = 'treasurer';
    assert.equal((await comeBack(visitor, await throughProvider(again.href))).status, 403);
    assert.match(await (await visitor.get('/me')).text(), /Test clerk/);
    who = 'clerk';
    const before = visitor.cookies.get('fachwerk');
    assert.equal((await signIn(visitor)).headers.get('location'), '/me');
    assert.notEqual(visitor.cookies.get('fachwerk'), before);
  });

  test('says so when the provider is away, and leaves the other ways open', async () => {
    setEnvironment({ ISSUER: 'http://127.0.0.1:9' });
    const answer = await visitorOf(world).get('/sign-in/oidc');
    assert.equal(answer.status, 503);
    assert.match(await answer.text(), /antwortet gerade nicht.*Kennwort/s);
    setEnvironment({ ISSUER: issuer });
  });

  test('without a provider the addresses do not exist', async () => {
    setEnvironment({ ISSUER: '' });
    assert.equal((await visitorOf(world).get('/sign-in/oidc')).status, 404);
    assert.equal((await visitorOf(world).get('/sign-in/oidc/back?code=x&state=y')).status, 404);
    setEnvironment({ ISSUER: issuer });
  });
});
