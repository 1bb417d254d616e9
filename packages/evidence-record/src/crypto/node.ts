// SPDX-License-Identifier: EUPL-1.2
import type { DigestName } from '../algorithms.ts';
import type { Crypto, SignatureScheme } from './crypto.ts';

/** The part of node:crypto that is used, written down so that this file type-checks for browsers, too. */
interface Library {
  hash?(algorithm: string, data: Uint8Array, encoding: 'buffer'): Uint8Array;
  createHash(algorithm: string): { update(bytes: Uint8Array): { digest(): Uint8Array } };
  createPublicKey(key: { key: Uint8Array; format: 'der'; type: 'spki' }): object;
  verify(algorithm: string | null, data: Uint8Array, key: object, signature: Uint8Array): boolean;
  constants: { RSA_PKCS1_PADDING: number; RSA_PKCS1_PSS_PADDING: number };
}

type WithBuiltins = { process?: { getBuiltinModule?(id: string): unknown } };

function library(): Library | undefined {
  const { process } = globalThis as WithBuiltins;
  return process?.getBuiltinModule?.('node:crypto') as Library | undefined;
}

/** Digest of bytes, at once; for building trees. Throws where there is no Node. */
export function syncDigest(): (algorithm: DigestName, bytes: Uint8Array) => Uint8Array {
  const crypto = library();
  if (!crypto) throw new Error('building evidence records needs Node');
  const { hash } = crypto;
  return hash
    ? (algorithm, bytes) => hash(algorithm, bytes, 'buffer')
    : (algorithm, bytes) => crypto.createHash(algorithm).update(bytes).digest();
}

/** Node's library; undefined elsewhere. */
export function nodeCrypto(): Crypto | undefined {
  const crypto = library();
  if (!crypto) return undefined;
  const digest = syncDigest();
  return {
    digest: async (algorithm, bytes) => Uint8Array.from(digest(algorithm, bytes)),
    verify: async (scheme, key, data, signature) => {
      try {
        const publicKey = crypto.createPublicKey({ key, format: 'der', type: 'spki' });
        return crypto.verify(
          scheme.kind === 'ed25519' ? null : scheme.digest,
          data,
          padded(crypto, scheme, publicKey),
          signature,
        );
      } catch {
        return false; // a key or a curve that OpenSSL cannot read signs nothing
      }
    },
  };
}

function padded({ constants }: Library, scheme: SignatureScheme, key: object): object {
  if (scheme.kind === 'rsa-pss') return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength };
  return scheme.kind === 'rsa-pkcs1' ? { key, padding: constants.RSA_PKCS1_PADDING } : key;
}
