// SPDX-License-Identifier: EUPL-1.2
import { TAG, whole, within } from '../der/reader.ts';
import { readBits, readInteger, readOid } from '../der/values.ts';

const RSA = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const EC = '1.2.840.10045.2.1';

/** Curves by object identifier: length of the field in bytes, and WebCrypto's name where it knows the curve. */
const curves: Readonly<Record<string, { readonly bytes: number; readonly name?: string }>> = {
  '1.2.840.10045.3.1.7': { bytes: 32, name: 'P-256' },
  '1.3.132.0.34': { bytes: 48, name: 'P-384' },
  '1.3.132.0.35': { bytes: 66, name: 'P-521' },
  '1.3.132.0.33': { bytes: 28 },
  '1.3.36.3.3.2.8.1.1.7': { bytes: 32 },
  '1.3.36.3.3.2.8.1.1.11': { bytes: 48 },
  '1.3.36.3.3.2.8.1.1.13': { bytes: 64 },
};

/** Kind and strength of a public key; `bits` is the modulus or the field. */
export interface KeyFacts {
  readonly kind: 'rsa' | 'ec' | 'other';
  readonly bits: number;
  /** Object identifier of the curve. */
  readonly curve?: string;
}

/** What a SubjectPublicKeyInfo holds. Throws `NotDer`. An unknown curve has 0 bits, so it never counts as secure. */
export function keyFacts(spki: Uint8Array): KeyFacts {
  const info = within(whole(spki, 'key', TAG.sequence), 'key');
  const algorithm = within(info.take('key', TAG.sequence), 'key');
  const kind = readOid(algorithm.take('key', TAG.oid), 'key');
  if (RSA.includes(kind)) return { kind: 'rsa', bits: modulusBits(readBits(info.take('key'), 'key')) };
  if (kind !== EC) return { kind: 'other', bits: 0 };
  const curve = readOid(algorithm.take('curve', TAG.oid), 'curve');
  return { kind: 'ec', bits: 8 * (curves[curve]?.bytes ?? 0), curve };
}

function modulusBits(key: Uint8Array): number {
  const modulus = readInteger(within(whole(key, 'key', TAG.sequence), 'key').take('modulus'), 'modulus');
  const significant = modulus[0] === 0 ? modulus.subarray(1) : modulus;
  return significant.length === 0 ? 0 : 8 * significant.length - Math.clz32(significant[0]!) + 24;
}

/** The curve of a key if WebCrypto knows it. */
export function curveOf(spki: Uint8Array): { readonly name: string; readonly bytes: number } | undefined {
  const { curve } = keyFacts(spki);
  const known = curve === undefined ? undefined : curves[curve];
  return known?.name === undefined ? undefined : { name: known.name, bytes: known.bytes };
}
