// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { needsConfirming } from './address-change.ts';
import { type FirstBinding, mayBind } from './first-binding.ts';

const erika: FirstBinding = { person: 'erika', signedIn: null, formerly: false, boundOtherwise: false, addressWaits: false };

describe('the first sign-in with an account of an identity provider', () => {
  const cases: [string, Partial<FirstBinding>, string | undefined][] = [
    ['a confirmed address of somebody with access is bound', {}, undefined],
    ['nobody has the address', { person: undefined }, 'people.sign-in.unknown-identity'],
    ['the account belonged to somebody who left', { formerly: true }, 'people.sign-in.unknown-identity'],
    ['who is signed in proves it again and is bound', { signedIn: 'erika' }, undefined],
    ['somebody else is signed in', { signedIn: 'bert' }, 'people.sign-in.unknown-identity'],
    ['the person has another account there', { boundOtherwise: true }, 'people.identity.bound-otherwise'],
    ['one administrator alone changed the address', { addressWaits: true }, 'people.identity.address-waits'],
  ];
  for (const [name, facts, reason] of cases) test(name, () => assert.equal(mayBind({ ...erika, ...facts })?.reason, reason));
});

describe('a changed e-mail address', () => {
  const change = { before: 'a@b.de', after: 'c@b.de', person: 'erika', changedBy: 'bert', fourEyesBegan: true };
  const cases: [string, Partial<typeof change>, boolean][] = [
    ['waits when somebody else changed it', {}, true],
    ['does not wait when one changed one’s own', { changedBy: 'erika' }, false],
    ['does not wait when only capitals changed', { after: 'A@B.de' }, false],
    ['does not wait while nobody else could confirm', { fourEyesBegan: false }, false],
  ];
  for (const [name, facts, waits] of cases) test(name, () => assert.equal(needsConfirming({ ...change, ...facts }), waits));
});
