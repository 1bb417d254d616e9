// SPDX-License-Identifier: EUPL-1.2
// The two cryptographic operations the package needs. Node's own where there is Node, else the browser's.
import type { DigestName } from '../algorithms.ts';
import { nodeCrypto } from './node.ts';
import { webCrypto } from './web.ts';

/** How a signature was made. `saltLength` in bytes belongs to RSA-PSS. */
export type SignatureScheme =
  | { readonly kind: 'rsa-pkcs1'; readonly digest: DigestName }
  | { readonly kind: 'rsa-pss'; readonly digest: DigestName; readonly saltLength: number }
  | { readonly kind: 'ecdsa'; readonly digest: DigestName }
  | { readonly kind: 'ed25519' };

/** What is asked of a cryptographic library. An algorithm it lacks is `undefined`, never `false`. */
export interface Crypto {
  digest(algorithm: DigestName, bytes: Uint8Array): Promise<Uint8Array | undefined>;
  /** `key` is a SubjectPublicKeyInfo in DER; an ECDSA signature is DER, too. */
  verify(scheme: SignatureScheme, key: Uint8Array, data: Uint8Array, signature: Uint8Array): Promise<boolean | undefined>;
}

/** The library of this surrounding; undefined in a browser page that has none (no secure context). */
export function ownCrypto(): Crypto | undefined {
  return nodeCrypto() ?? webCrypto();
}
