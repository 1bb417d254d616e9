// SPDX-License-Identifier: EUPL-1.2
import type { DigestName } from '../algorithms.ts';
import { curveOf } from '../cms/key.ts';
import { type Cursor, whole, within } from '../der/reader.ts';
import { readInteger } from '../der/values.ts';
import type { Crypto, SignatureScheme } from './crypto.ts';

/** The part of WebCrypto that is used. */
interface Subtle {
  digest(algorithm: string, bytes: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    format: 'spki',
    key: Uint8Array,
    algorithm: object,
    extractable: false,
    usages: readonly ['verify'],
  ): Promise<unknown>;
  verify(algorithm: object, key: unknown, signature: Uint8Array, data: Uint8Array): Promise<boolean>;
}

const names: Partial<Record<DigestName, string>> = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

/** The browser's library; undefined where the page has none. */
export function webCrypto(): Crypto | undefined {
  const subtle = (globalThis as { crypto?: { subtle?: unknown } }).crypto?.subtle as Subtle | undefined;
  if (!subtle) return undefined;
  return {
    digest: async (algorithm, bytes) => {
      const name = names[algorithm];
      return name === undefined ? undefined : new Uint8Array(await subtle.digest(name, bytes));
    },
    verify: (scheme, key, data, signature) => verify(subtle, { scheme, key, data, signature }),
  };
}

interface Question {
  readonly scheme: SignatureScheme;
  readonly key: Uint8Array;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

async function verify(subtle: Subtle, { scheme, key, data, signature }: Question): Promise<boolean | undefined> {
  const hash = scheme.kind === 'ed25519' ? '' : names[scheme.digest];
  const curve = scheme.kind === 'ecdsa' ? curveOf(key) : undefined;
  if (hash === undefined || (scheme.kind === 'ecdsa' && !curve)) return undefined;
  const algorithm = {
    'rsa-pkcs1': { name: 'RSASSA-PKCS1-v1_5', hash },
    'rsa-pss': { name: 'RSA-PSS', hash, saltLength: scheme.kind === 'rsa-pss' ? scheme.saltLength : 0 },
    ecdsa: { name: 'ECDSA', hash, namedCurve: curve?.name },
    ed25519: { name: 'Ed25519' },
  }[scheme.kind];
  const imported = await subtle.importKey('spki', key, algorithm, false, ['verify']).catch(() => undefined);
  if (imported === undefined) return undefined; // e.g. a key that says itself that it is for RSA-PSS
  const plain = curve ? plainSignature(signature, curve.bytes) : signature;
  return plain === undefined ? false : subtle.verify(algorithm, imported, plain, data);
}

/** r and s of fixed length instead of DER; undefined when they do not fit the curve. */
function plainSignature(signature: Uint8Array, bytes: number): Uint8Array | undefined {
  const cursor: Cursor = within(whole(signature, 'signature', 0x30), 'signature');
  const plain = new Uint8Array(2 * bytes);
  for (const half of [1, 2]) {
    const value = readInteger(cursor.take('signature'), 'signature');
    const trimmed = value[0] === 0 ? value.subarray(1) : value;
    if (trimmed.length > bytes) return undefined;
    plain.set(trimmed, half * bytes - trimmed.length);
  }
  return plain;
}
