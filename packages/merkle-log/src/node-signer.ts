// SPDX-License-Identifier: EUPL-1.2
import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { NoteSigner } from './sign.ts';

/** A signer from an Ed25519 private key of node:crypto. Throws `TypeError` for a key of another kind. */
export function ed25519Signer(name: string, privateKey: KeyObject): NoteSigner {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('a log signs with Ed25519');
  // RFC 8410: the last 32 bytes of the SubjectPublicKeyInfo are the key itself.
  const publicKey = new Uint8Array(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32));
  return { name, publicKey, sign: (message) => sign(null, message, privateKey) };
}
