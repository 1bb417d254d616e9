// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AddressConfirmed } from '../events/address-confirmed.ts';
import { fourEyes } from '../rules/four-eyes.ts';
import { applyAddressConfirmed, findAddressChange } from '../store/address-changes.ts';
import { several } from './input.ts';

const input = z.strictObject({
  addresses: several.pipe(z.array(z.string().max(300)).min(1, 'people.grant.none-chosen').max(2_000)),
});

/** Geänderte E-Mail-Adressen bestätigen: the second pair of eyes before an address may say who signs in. Each is named with its person, so that nothing unseen is confirmed. */
export const confirmAddresses: Command<z.infer<typeof input>, AddressConfirmed> = {
  name: 'people.confirm-addresses',
  permission: 'people.release-grants',
  input,
  async decide({ input: { addresses }, caller, tx }) {
    const events: AddressConfirmed[] = [];
    for (const chosen of [...new Set(addresses)].sort()) {
      const [person = '', ...rest] = chosen.split(' ');
      const waiting = z.uuid().safeParse(person).success ? await findAddressChange(tx, person) : undefined;
      if (!waiting || waiting.email !== rest.join(' ')) return new Refusal('conflict', 'people.address.gone');
      const no = fourEyes({ ...waiting, beneficiary: person }, caller);
      if (no) return no;
      events.push({ type: 'people.address-confirmed', object: `person:${person}`, facts: { email: waiting.email } });
    }
    return events;
  },
  apply: applyAddressConfirmed,
};
