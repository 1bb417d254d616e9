// SPDX-License-Identifier: EUPL-1.2
import * as client from 'openid-client';
import { Refusal } from '../../../kernel/refusal.ts';
import type { IdentityProvider, ProviderChecks, ProviderIdentity } from '../rules/identity-provider.ts';

/** How the city's identity provider is reached. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly label: string;
}

const timeoutSeconds = 8;
/** A sign-in there counts as fresh for so long. */
const freshSeconds = 300;

/** Reads FACHWERK_OIDC_ISSUER, …_CLIENT_ID, …_CLIENT_SECRET, …_NAME; without an issuer there is no provider. */
export function oidcSettings(env: NodeJS.ProcessEnv): OidcSettings | undefined {
  const issuer = env['FACHWERK_OIDC_ISSUER'];
  const clientId = env['FACHWERK_OIDC_CLIENT_ID'];
  if (!issuer || !clientId) return undefined;
  return {
    issuer,
    clientId,
    clientSecret: env['FACHWERK_OIDC_CLIENT_SECRET'],
    label: env['FACHWERK_OIDC_NAME'] ?? 'OpenID Connect',
  };
}

/** The provider as the environment names it now; opened once for each setting. */
export function providerFromEnvironment(env: NodeJS.ProcessEnv = process.env): () => IdentityProvider | undefined {
  let opened: { settings: string; provider: IdentityProvider } | undefined;
  return () => {
    const settings = oidcSettings(env);
    if (!settings) return undefined;
    const name = JSON.stringify(settings);
    if (opened?.settings !== name) opened = { settings: name, provider: openProvider(settings) };
    return opened.provider;
  };
}

/** OpenID Connect, authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636, RFC 9700). */
export function openProvider(settings: OidcSettings): IdentityProvider {
  let discovered: Promise<client.Configuration> | undefined;
  const discover = () => {
    discovered ??= discovery(settings).catch((cause: unknown) => {
      discovered = undefined; // the provider may be back the next time
      throw cause;
    });
    return discovered;
  };
  return {
    label: settings.label,
    async begin(back, fresh) {
      try {
        return await authorizationRequest(await discover(), back, fresh);
      } catch {
        return new Refusal('unavailable', 'people.sign-in.provider-away');
      }
    },
    async finish(address, checks) {
      try {
        return await confirmedIdentity(await discover(), address, checks);
      } catch {
        return new Refusal('not-permitted', 'people.sign-in.provider-failed');
      }
    },
  };
}

function discovery({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const url = new URL(issuer);
  const onThisMachine = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const authentication = clientSecret ? client.ClientSecretBasic(clientSecret) : client.None();
  return client.discovery(url, clientId, undefined, authentication, {
    timeout: timeoutSeconds,
    ...(onThisMachine ? { execute: [client.allowInsecureRequests] } : {}),
  });
}

async function authorizationRequest(config: client.Configuration, back: string, fresh: boolean) {
  const checks: ProviderChecks = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    fresh,
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: back,
    scope: 'openid email',
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { url: url.href, checks };
}

/** Issuer and subject come from the signed token. An address counts only when the provider vouches for it: otherwise anybody could claim anybody's. */
async function confirmedIdentity(
  config: client.Configuration,
  address: string,
  checks: ProviderChecks,
): Promise<ProviderIdentity | Refusal> {
  const tokens = await client.authorizationCodeGrant(config, new URL(address), {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
    ...(checks.fresh ? { maxAge: freshSeconds } : {}),
  });
  const claims = tokens.claims();
  if (claims === undefined) return new Refusal('not-permitted', 'people.sign-in.provider-failed');
  const { iss: issuer, sub: subject } = claims;
  const info = await client.fetchUserInfo(config, tokens.access_token, subject);
  const { email, email_verified: verified } = { ...info, ...claims };
  return { issuer, subject, email: typeof email === 'string' && verified === true ? email : undefined };
}
