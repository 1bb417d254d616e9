// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../kernel/refusal.ts';

/** What is known when an account of an identity provider comes for the first time. */
export interface FirstBinding {
  /** Who has the address that the provider vouches for, and access today; undefined when nobody, or when it vouches for none. */
  readonly person: string | undefined;
  /** Who is signed in already and only proves it again. */
  readonly signedIn: string | null;
  /** True when this account belongs to somebody whose access is over. */
  readonly formerly: boolean;
  /** True when the person came with another account of the same provider before. */
  readonly boundOtherwise: boolean;
  /** True while the address was changed by somebody else and no second person has confirmed it. */
  readonly addressWaits: boolean;
}

/** May this account be bound to the person with its address? An address says who somebody is only once, and only when no single person could have set it. */
export function mayBind({ person, signedIn, formerly, boundOtherwise, addressWaits }: FirstBinding): Refusal | undefined {
  if (person === undefined || formerly || (signedIn !== null && signedIn !== person))
    return new Refusal('not-permitted', 'people.sign-in.unknown-identity');
  if (boundOtherwise) return new Refusal('not-permitted', 'people.identity.bound-otherwise');
  if (addressWaits) return new Refusal('not-permitted', 'people.identity.address-waits');
  return undefined;
}
