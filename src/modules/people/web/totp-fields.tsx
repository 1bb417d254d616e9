// SPDX-License-Identifier: EUPL-1.2
import { toDataURL } from 'qrcode';
import type { Visit } from '../../../kernel/page.ts';
import { newTotpSecret, totpAddress } from '../commands/enrol-totp.ts';
import { Question, typed } from './form-parts.tsx';

/** What a form for a one-time code shows: the secret, as picture and in words. */
export interface TotpOffer {
  readonly secret: string;
  /** PNG as data address. */
  readonly picture: string;
}

/** A new secret, or the one of the refused form: the app has scanned that one already. */
export async function offerTotp(visit: Visit, form: string, label: string): Promise<TotpOffer> {
  const before = typed(visit, form, 'secret');
  const secret = before !== undefined && /^[A-Z2-7]{32}$/.test(before) ? before : newTotpSecret();
  const address = totpAddress(secret, { label, issuer: `Fachwerk ${visit.runtime.config.city}` });
  return { secret, picture: await toDataURL(address, { margin: 2, width: 220, errorCorrectionLevel: 'M' }) };
}

/** Picture to scan, secret to type, and the first code as a test that both agree. */
export function TotpFields({ visit, form, offer: { secret, picture } }: { visit: Visit; form: string; offer: TotpOffer }) {
  const { say } = visit;
  return (
    <>
      <p>{say('people.totp.scan')}</p>
      <img src={picture} width={220} height={220} alt={say('people.totp.picture')} />
      <p class="muted">
        {say('people.totp.or-type')} <span class="strong">{secret.match(/.{4}/g)?.join(' ')}</span>
      </p>
      <input type="hidden" name="secret" value={secret} />
      <Question
        visit={visit}
        form={form}
        name="code"
        label={say('people.totp.first-code')}
        autocomplete="one-time-code"
        inputmode="numeric"
        short
        required
      />
    </>
  );
}
