// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { PasskeyRemoved } from '../events/passkey-removed.ts';
import { applyPasskeyRemoved, findPasskey } from '../store/passkeys.ts';
import { refuseStaleProof } from './refuse-stale-proof.ts';

const input = z.strictObject({ passkey: z.string().min(1).max(1_500) });

/** Passkey entfernen, freshly proven; only one's own can be found. */
export const removePasskey: Command<z.infer<typeof input>, PasskeyRemoved> = {
  name: 'people.remove-passkey',
  permission: 'anyone',
  input,
  async decide({ input, caller, at, tx }) {
    const no = await refuseStaleProof(tx, caller, at);
    if (no) return no;
    const passkey = await findPasskey(tx, input.passkey);
    if (!passkey || passkey.person !== caller.person) return new Refusal('not-found', 'people.passkey.not-found');
    const { id, label, person } = passkey;
    return [{ type: 'people.passkey-removed', object: `person:${person}`, facts: { passkey: id, label } }];
  },
  apply: applyPasskeyRemoved,
};
