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

/** The city's own identity provider (OpenID Connect); the adapter talks to it. */
export interface IdentityProvider {
  /** What people call it: "Rathauskonto". */
  readonly label: string;
  /** Where to send the browser, and what to remember until it comes back. */
  begin(back: string, fresh: boolean): Promise<{ url: string; checks: ProviderChecks } | Refusal>;
  /** Checks what the browser brought back; answers with the confirmed e-mail address. */
  finish(address: string, checks: ProviderChecks): Promise<{ email: string } | Refusal>;
}
