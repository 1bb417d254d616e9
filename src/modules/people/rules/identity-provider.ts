// SPDX-License-Identifier: EUPL-1.2
import type { Refusal } from '../../../kernel/refusal.ts';

/** What must match when the browser comes back from the provider. */
export interface ProviderChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The person must have signed in there just now, not some time ago. */
  readonly fresh: boolean;
}

/** Who came back from the provider. Issuer and subject stay the same for ever; an address may be given to somebody else. */
export interface ProviderIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Only an address the provider vouches for. */
  readonly email: string | undefined;
}

/** The city's own identity provider (OpenID Connect); the adapter talks to it. */
export interface IdentityProvider {
  /** What people call it: "Rathauskonto". */
  readonly label: string;
  /** Where to send the browser, and what to remember until it comes back. */
  begin(back: string, fresh: boolean): Promise<{ url: string; checks: ProviderChecks } | Refusal>;
  /** Checks what the browser brought back; answers with the account that signed in there. */
  finish(address: string, checks: ProviderChecks): Promise<ProviderIdentity | Refusal>;
}
