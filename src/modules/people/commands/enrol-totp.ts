// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command } from '../../../kernel/command.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { TotpEnrolled } from '../events/totp-enrolled.ts';
import { saveTotp, stepOf, totpOf } from '../store/totp.ts';
import { alreadyStored } from './set-password.ts';
import { refuseStaleProof } from './refuse-stale-proof.ts';

/** Shape of a secret in base 32 and of a code as people type it. */
export const totpSecret = z.string().regex(/^[A-Z2-7]{32}$/);
export const totpCode = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(/\s/g, ''));

const input = z.strictObject({ secret: totpSecret, code: totpCode });

/** Einmalcode einrichten, freshly proven; the first code shows that app and server agree. */
export const enrolTotp: Command<z.infer<typeof input>, TotpEnrolled> = {
  name: 'people.enrol-totp',
  permission: 'anyone',
  input,
  async decide({ input: { secret, code }, caller, at, tx, runtime }) {
    if (caller.person === null) return new Refusal('not-permitted', 'kernel.sign-in-first');
    const no = await refuseStaleProof(tx, caller, at);
    if (no) return no;
    if (stepOf(secret, code, at) === undefined) return wrongCode();
    await saveTotp(tx, runtime.vault, { person: caller.person, secret });
    return [{ type: 'people.totp-enrolled', object: `person:${caller.person}`, facts: {} }];
  },
  apply: alreadyStored,
};

/** The code does not match. */
export function wrongCode(): Refusal {
  return new Refusal('invalid', 'people.totp.wrong-code', {}, { code: 'people.totp.wrong-code' });
}

export { newTotpSecret } from '../store/totp.ts';

/** The address that authenticator apps scan (otpauth://). */
export function totpAddress(secret: string, account: { label: string; issuer: string }): string {
  return totpOf(secret, account).toString();
}
