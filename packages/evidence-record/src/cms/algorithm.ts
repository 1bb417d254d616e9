// SPDX-License-Identifier: EUPL-1.2
import { type DigestName, digestByOid } from '../algorithms.ts';
import type { SignatureScheme } from '../crypto/crypto.ts';
import { context, type Element, NotDer, TAG, within } from '../der/reader.ts';
import { readOid, readSmall } from '../der/values.ts';

/** An AlgorithmIdentifier; `parameters` is the element behind the identifier, if any. */
export interface Algorithm {
  readonly oid: string;
  readonly parameters: Element | undefined;
}

/** Reads an AlgorithmIdentifier (RFC 5280 §4.1.1.2). Throws `NotDer`. */
export function readAlgorithm(element: Element, what: string): Algorithm {
  const cursor = within(element, what);
  const oid = readOid(cursor.take(what, TAG.oid), what);
  const parameters = cursor.done ? undefined : cursor.take(what);
  cursor.end();
  return { oid, parameters };
}

/** The digest algorithm it names; undefined when unknown. */
export function digestOf({ oid, parameters }: Algorithm): DigestName | undefined {
  const plain = parameters === undefined || (parameters.tag === TAG.null && parameters.body.length === 0);
  return plain ? digestByOid[oid] : undefined;
}

const RSA = '1.2.840.113549.1.1.1';
const PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const fixed: Readonly<Record<string, { readonly kind: 'rsa-pkcs1' | 'ecdsa'; readonly digest: DigestName }>> = {
  '1.2.840.113549.1.1.4': { kind: 'rsa-pkcs1', digest: 'md5' },
  '1.2.840.113549.1.1.5': { kind: 'rsa-pkcs1', digest: 'sha1' },
  '1.2.840.113549.1.1.14': { kind: 'rsa-pkcs1', digest: 'sha224' },
  '1.2.840.113549.1.1.11': { kind: 'rsa-pkcs1', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa-pkcs1', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa-pkcs1', digest: 'sha512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', digest: 'sha1' },
  '1.2.840.10045.4.3.1': { kind: 'ecdsa', digest: 'sha224' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', digest: 'sha512' },
};

/**
 * The scheme of a signature; undefined when unknown. `digest` is the one that the signer named beside it (CMS): it fills in where the
 * algorithm names none, and must agree where it names one.
 */
export function schemeOf(algorithm: Algorithm, digest?: DigestName): SignatureScheme | undefined {
  const { oid } = algorithm;
  if (oid === '1.3.101.112') return { kind: 'ed25519' };
  if (oid === RSA) return digest === undefined ? undefined : { kind: 'rsa-pkcs1', digest };
  const scheme = oid === PSS ? pssOf(algorithm) : fixed[oid];
  return digest === undefined || scheme?.digest === digest ? scheme : undefined;
}

/** RSASSA-PSS-params (RFC 4055 §3.1) with the same digest inside and out, as every signer uses it. */
function pssOf({ parameters }: Algorithm): (SignatureScheme & { kind: 'rsa-pss' }) | undefined {
  if (!parameters) return undefined;
  const cursor = within(parameters, 'pss');
  const inner = (n: number) => {
    const wrapped = cursor.maybe('pss', context(n));
    return wrapped && within(wrapped, 'pss').take('pss');
  };
  const hash = inner(0);
  const mask = inner(1);
  const salt = inner(2);
  const digest = hash ? digestOf(readAlgorithm(hash, 'pss')) : 'sha1';
  const saltLength = salt ? readSmall(salt, 'pss') : 20;
  if (digest === undefined || maskDigest(mask) !== digest || saltLength > 512) return undefined;
  return { kind: 'rsa-pss', digest, saltLength };
}

function maskDigest(mask: Element | undefined): DigestName | undefined {
  if (!mask) return 'sha1';
  const { oid, parameters } = readAlgorithm(mask, 'pss');
  if (oid !== MGF1 || !parameters) throw new NotDer('structure', 'pss');
  return digestOf(readAlgorithm(parameters, 'pss'));
}
