// SPDX-License-Identifier: EUPL-1.2
// Passkeys need a script: the browser's own dialogue can be opened by nothing else. Without it password and one-time code remain.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { register } from '../../../../ui/islands/registry.ts';

type Json = Record<string, unknown>;

async function post(address: string, body: Json, key?: string): Promise<Json> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) };
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body), credentials: 'same-origin' });
  const json = (await answer.json()) as Json;
  if (!answer.ok) throw new Error(String(json['title'] ?? ''));
  return json;
}

type Options<Start extends (given: never) => unknown> = Parameters<Start>[0] extends { optionsJSON: infer Of } ? Of : never;

async function signIn(to: string): Promise<string> {
  const { options, ticket } = await post('/sign-in/passkey/options', {});
  const response = await startAuthentication({ optionsJSON: options as Options<typeof startAuthentication> });
  return String((await post('/sign-in/passkey', { ticket, response, to }))['location']);
}

async function add(label: string, key: string): Promise<string> {
  const { options, ticket } = await post('/me/passkey/options', {});
  const response = await startRegistration({ optionsJSON: options as Options<typeof startRegistration> });
  return String((await post('/me/passkey', { ticket, response, label }, key))['location']);
}

/** Shows the place where the browser can do it, and says in words when it did not work. */
function offer(place: HTMLElement, act: () => Promise<string>): void {
  const button = place.querySelector('button');
  const status = place.querySelector('[role="status"]');
  if (!button || !status || !browserSupportsWebAuthn()) return;
  place.hidden = false;
  button.addEventListener('click', async () => {
    status.textContent = '';
    try {
      location.assign(await act());
    } catch (cause) {
      const said = cause instanceof Error && cause.name === 'Error' ? cause.message : '';
      status.textContent = said || (place.dataset['failed'] ?? '');
    }
  });
}

register('passkey-sign-in', (place) => offer(place, () => signIn(place.dataset['to'] ?? '/')));

register('passkey-add', (place) =>
  offer(place, () =>
    add(place.querySelector('input')?.value.trim() || 'Passkey', place.dataset['formKey'] ?? crypto.randomUUID()),
  ),
);
