// SPDX-License-Identifier: EUPL-1.2
// A time-stamping authority for tests and rehearsals: certificates and tokens of any moment, honest or crooked on request. Its keys are worth nothing.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type DigestName, oidOf } from '../src/algorithms.ts';
import { context, TAG, within, whole } from '../src/der/reader.ts';
import { readInteger } from '../src/der/values.ts';
import { element, NULL, octets, oid, sequence, setOf, small, TRUE, unsigned } from '../src/der/writer.ts';

/** What an authority is made of. Days in years from `from`. */
export interface AuthorityOptions {
  readonly name?: string;
  readonly from?: Date;
  readonly until?: Date;
  /** Purposes in the signer's certificate; time stamping alone unless said otherwise. */
  readonly purposes?: readonly string[];
  readonly purposesCritical?: boolean;
  /** Length of RSA keys; elliptic P-256 without. */
  readonly rsaBits?: number;
  /** Digest of the signature. */
  readonly digest?: DigestName;
  readonly policy?: string;
  /** Leaves the certificate out of the token. */
  readonly bare?: boolean;
  /** Names another certificate than its own, or the digest of another content, in what it signs. */
  readonly flaw?: 'another-certificate' | 'another-content';
  /** Has its certificate from another authority's signer, who may issue none. */
  readonly under?: SpecimenAuthority;
}

/** What a token shall say. */
export interface Stamping {
  readonly digest: DigestName;
  readonly hash: Uint8Array;
  readonly at: Date;
  readonly nonce?: Uint8Array;
}

/** An authority at work. */
export interface SpecimenAuthority {
  /** Certificate of the authority above, in DER: what a reader trusts. */
  readonly anchor: Uint8Array;
  readonly certificate: Uint8Array;
  /** The signer's key and name. */
  readonly signer: Signer;
  token(stamping: Stamping): Uint8Array;
  /** Answers a TimeStampReq as an authority does. */
  answer(question: Uint8Array, at: Date): Uint8Array;
}

const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const rsaSchemes: Readonly<Partial<Record<DigestName, string>>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha512: '1.2.840.113549.1.1.13',
};

/** Who signs. */
interface Signer {
  readonly key: Key;
  readonly name: Uint8Array;
}

interface Key {
  readonly private: KeyObject;
  readonly spki: Uint8Array;
  /** AlgorithmIdentifier of its signatures. */
  readonly algorithm: Uint8Array;
}

function newKey(rsaBits: number | undefined, digest: DigestName): Key {
  const pair =
    rsaBits === undefined
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: rsaBits });
  return {
    private: pair.privateKey,
    spki: pair.publicKey.export({ type: 'spki', format: 'der' }),
    algorithm: rsaBits === undefined ? sequence(oid(ECDSA_SHA256)) : sequence(oid(rsaSchemes[digest]!), NULL),
  };
}

/** Founds an authority: a root and a signer below it. */
export function specimenAuthority(options: AuthorityOptions = {}): SpecimenAuthority {
  const {
    name = 'Zeitstempel Probe',
    from = new Date('2020-01-01'),
    until = new Date('2040-01-01'),
    digest = 'sha256',
  } = options;
  const root: Signer = { key: newKey(undefined, 'sha256'), name: distinguished(`${name} Wurzel`) };
  const by = options.under?.signer ?? root;
  const signer: Signer = { key: newKey(options.rsaBits, digest), name: distinguished(name) };
  const purposes = sequence(...(options.purposes ?? [TIME_STAMPING]).map(oid));
  const validity = { from, until };
  const anchor = certificate({ of: root, by: root, ...validity, extensions: authorityExtensions });
  const extensions = [extension('2.5.29.37', options.purposesCritical !== false, purposes)];
  const own = certificate({ of: signer, by, ...validity, extensions });
  const token = (stamping: Stamping) => writeToken(stamping, { ...options, own, signer: signer.key, issuer: by.name, digest });
  return {
    anchor,
    certificate: own,
    signer,
    token,
    answer: (question, at) => sequence(sequence(small(0)), token({ ...readQuestion(question), at })),
  };
}

function distinguished(name: string): Uint8Array {
  return sequence(setOf(sequence(oid('2.5.4.3'), element(TAG.utf8, new TextEncoder().encode(name)))));
}

function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
  return sequence(oid(id), ...(critical ? [TRUE] : []), octets(value));
}

const authorityExtensions: readonly Uint8Array[] = [
  extension('2.5.29.19', true, sequence(TRUE)),
  extension('2.5.29.15', true, element(TAG.bits, Uint8Array.of(1, 0x06))),
];

interface CertificatePlan {
  readonly of: Signer;
  readonly by: Signer;
  readonly from: Date;
  readonly until: Date;
  readonly extensions: readonly Uint8Array[];
}

function certificate({ of, by, from, until, extensions }: CertificatePlan): Uint8Array {
  const tbs = sequence(
    element(context(0), small(2)),
    unsigned(serialOf(of.key)),
    by.key.algorithm,
    by.name,
    sequence(time(from), time(until)),
    of.name,
    of.key.spki,
    element(context(3), sequence(...extensions)),
  );
  return sequence(tbs, by.key.algorithm, element(TAG.bits, Uint8Array.of(0), sign('sha256', tbs, by.key.private)));
}

/** UTCTime before 2050, GeneralizedTime from then on (RFC 5280 §4.1.2.5). */
function time(at: Date): Uint8Array {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  const late = at.getUTCFullYear() >= 2050;
  return element(late ? TAG.generalizedTime : TAG.utcTime, new TextEncoder().encode(late ? digits : digits.slice(2)));
}

type Signing = AuthorityOptions & {
  readonly own: Uint8Array;
  readonly signer: Key;
  readonly issuer: Uint8Array;
  readonly digest: DigestName;
};

function writeToken({ digest, hash, at, nonce }: Stamping, signing: Signing): Uint8Array {
  const info = sequence(
    small(1),
    oid(signing.policy ?? '1.3.6.1.4.1.99999.1'),
    sequence(sequence(oid(oidOf(digest)), NULL), octets(hash)),
    unsigned(randomBytes(12)),
    element(TAG.generalizedTime, new TextEncoder().encode(at.toISOString().replaceAll(/[-:T]|\.\d+/g, ''))),
    ...(nonce ? [unsigned(nonce)] : []),
  );
  const byDigest = sequence(oid(oidOf(signing.digest)), NULL);
  const content = sequence(oid('1.2.840.113549.1.9.16.1.4'), element(context(0), octets(info)));
  return sequence(
    oid('1.2.840.113549.1.7.2'),
    element(
      context(0),
      sequence(
        small(3),
        setOf(byDigest),
        content,
        ...(signing.bare ? [] : [element(context(0), signing.own, ...(signing.under ? [signing.under.certificate] : []))]),
        setOf(signerInfo(info, byDigest, signing)),
      ),
    ),
  );
}

function signerInfo(info: Uint8Array, byDigest: Uint8Array, { own, signer, issuer, digest, flaw }: Signing): Uint8Array {
  const hash = (algorithm: string, bytes: Uint8Array) => createHash(algorithm).update(bytes).digest();
  const attributes = setOf(
    sequence(oid('1.2.840.113549.1.9.3'), setOf(oid('1.2.840.113549.1.9.16.1.4'))),
    sequence(oid('1.2.840.113549.1.9.4'), setOf(octets(hash(digest, flaw === 'another-content' ? own : info)))),
    sequence(
      oid('1.2.840.113549.1.9.16.2.47'),
      setOf(sequence(sequence(sequence(octets(hash('sha256', flaw === 'another-certificate' ? info : own)))))),
    ),
  );
  const asWritten = Uint8Array.from(attributes);
  asWritten[0] = context(0);
  return sequence(
    small(1),
    sequence(issuer, unsigned(serialOf(signer))),
    byDigest,
    asWritten,
    signer.algorithm,
    octets(sign(digest, attributes, signer.private)),
  );
}

/** Serial number of a key's certificate: 16 bytes of its digest, always positive. */
function serialOf({ spki }: Key): Uint8Array {
  return createHash('sha256').update(spki).digest().subarray(0, 16);
}

function readQuestion(question: Uint8Array): Omit<Stamping, 'at'> {
  const cursor = within(whole(question, 'question', TAG.sequence), 'question');
  cursor.take('version');
  const imprint = within(cursor.take('imprint', TAG.sequence), 'imprint');
  const { whole: algorithm } = imprint.take('imprint', TAG.sequence);
  const known: readonly DigestName[] = ['sha256', 'sha384', 'sha512', 'sha1', 'sha224', 'md5'];
  const digest = known.find((name) => Buffer.from(algorithm).includes(Buffer.from(oid(oidOf(name))))) ?? 'sha256';
  const { body: hash } = imprint.take('imprint', TAG.octets);
  cursor.maybe('policy', TAG.oid);
  const nonce = cursor.maybe('nonce', TAG.integer);
  return { digest, hash, ...(nonce ? { nonce: readInteger(nonce, 'nonce') } : {}) };
}
