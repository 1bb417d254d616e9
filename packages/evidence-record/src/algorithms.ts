// SPDX-License-Identifier: EUPL-1.2
// Algorithms and until when they count as secure: data, so that a body can put its own list in their place.
// The days follow the algorithm catalogues that the Federal Network Agency published until 2017 and SOG-IS Agreed Cryptographic Mechanisms /
// BSI TR-02102-1 afterwards, as remembered; a body that relies on them compares them with the present editions.

/** A digest algorithm by the name that Node and the texts use. */
export type DigestName = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | 'sha3-256' | 'sha3-384' | 'sha3-512';

/** Object identifier → digest algorithm. */
export const digestByOid: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};

const oidByDigest = new Map(Object.entries(digestByOid).map(([oid, name]) => [name, oid]));

/** Object identifier of a digest algorithm. */
export function oidOf(digest: DigestName): string {
  return oidByDigest.get(digest)!;
}

/** Length of a digest in bytes. */
export function digestLength(digest: DigestName): number {
  const bits = { md5: 128, sha1: 160, sha224: 224, sha256: 256, sha384: 384, sha512: 512 } as const;
  return (digest in bits ? bits[digest as keyof typeof bits] : Number(digest.slice('sha3-'.length))) / 8;
}

/** Last day (ISO, UTC) on which something counts as secure; null: no end is known. */
export interface AlgorithmList {
  readonly digests: Readonly<Record<DigestName, string | null>>;
  /** RSA keys by their smallest length in bits, descending: the first one that fits counts; shorter ones never counted. */
  readonly rsa: readonly { readonly bits: number; readonly until: string | null }[];
  /** Elliptic curves by the length of their field in bits, as above. */
  readonly ec: readonly { readonly bits: number; readonly until: string | null }[];
}

/** The list that counts unless the caller brings another. */
export const defaultAlgorithms: AlgorithmList = {
  digests: {
    md5: '1998-12-31',
    sha1: '2010-12-31',
    sha224: '2023-12-31',
    sha256: null,
    sha384: null,
    sha512: null,
    'sha3-256': null,
    'sha3-384': null,
    'sha3-512': null,
  },
  rsa: [
    { bits: 3000, until: null },
    { bits: 1976, until: '2025-12-31' },
    { bits: 1024, until: '2007-12-31' },
  ],
  ec: [
    { bits: 250, until: null },
    { bits: 224, until: '2015-12-31' },
  ],
};

/** Whether something with this last day was still secure at a moment. */
export function isSecureAt(until: string | null | undefined, at: Date): boolean {
  return until === null || (until !== undefined && at.toISOString().slice(0, 10) <= until);
}

/** Last day of a key by its kind and length; undefined: never counted as secure. */
export function keyUntil(
  list: AlgorithmList,
  key: { readonly kind: 'rsa' | 'ec' | 'other'; readonly bits: number },
): string | null | undefined {
  if (key.kind === 'other') return null;
  return list[key.kind].find(({ bits }) => key.bits >= bits)?.until;
}
