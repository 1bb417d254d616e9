// SPDX-License-Identifier: EUPL-1.2
// Checks one time stamp: RFC 3161 §2.4.2, RFC 5652 §5.4 and §5.6, RFC 5280 §6 without revocation, which a token on its own cannot show.
import { type AlgorithmList, isSecureAt, keyUntil } from '../algorithms.ts';
import { equalBytes } from '../bytes.ts';
import { schemeOf } from '../cms/algorithm.ts';
import { type Certificate, TIME_STAMPING } from '../cms/certificate.ts';
import { findPath, isValidAt, type Path } from '../cms/path.ts';
import type { Crypto } from '../crypto/crypto.ts';
import { NotDer } from '../der/reader.ts';
import { readOctets, readOid } from '../der/values.ts';
import type { ErrorKey, Finding, Params } from '../verify/finding.ts';
import { namesSigner, signerOf } from './signer.ts';
import type { TimeStamp } from './token.ts';

/** What a stamp is judged by. `at`: until when it has to carry: the next stamp's time, or now. */
export interface StampContext {
  readonly crypto: Crypto;
  readonly anchors: readonly Certificate[];
  readonly algorithms: AlgorithmList;
  readonly at: Date;
  /** Number of the stamp for the sentences. */
  readonly number: number;
}

/** What was established about a stamp. */
export interface CheckedStamp {
  readonly at: Date;
  /** Name in the signer's certificate; empty when there is none. */
  readonly authority: string;
  readonly path: Path | undefined;
  /** Last moment at which all certificates of the path are valid. */
  readonly validUntil: Date | undefined;
  /** false: the algorithm is not available here, so nobody checked the signature. */
  readonly checked: boolean;
  readonly errors: readonly Finding[];
}

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/** Checks content, signature, signer, purpose and path of a stamp. Never throws for what the stamp contains. */
export async function checkStamp(stamp: TimeStamp, context: StampContext): Promise<CheckedStamp> {
  try {
    return await check(stamp, context);
  } catch (error) {
    if (!(error instanceof NotDer)) throw error;
    const malformed: Finding = { key: 'malformed', params: { fault: error.fault, what: error.what, at: error.at } };
    return { at: stamp.at, authority: '', path: undefined, validUntil: undefined, checked: false, errors: [malformed] };
  }
}

async function check(stamp: TimeStamp, context: StampContext): Promise<CheckedStamp> {
  const certificate = signerOf(stamp, context.anchors);
  const found = [...(await checkContent(stamp, context)), ...weakness(stamp, certificate, context)];
  const about = (key: ErrorKey, params: Params = {}) => found.push({ key, params: { stamp: context.number, ...params } });
  if (!certificate) {
    about('token-signer');
    return { at: stamp.at, authority: '', path: undefined, validUntil: undefined, checked: false, errors: found };
  }
  const { purposes, unknownCritical } = certificate.extensions;
  const sole = purposes?.critical === true && purposes.oids.length === 1 && purposes.oids[0] === TIME_STAMPING;
  if (!sole || unknownCritical.length > 0) about('token-purpose', { authority: certificate.name });
  if (!(await namesSigner(stamp, certificate, context.crypto))) about('token-signer');
  if (!isValidAt(certificate, stamp.at))
    about('certificate-not-valid', { authority: certificate.name, at: stamp.at.toISOString() });
  const signature = await checkSignature(stamp, certificate, context);
  if (signature !== true && signature !== undefined) about(signature);
  const path = await findPath(certificate, { ...context, enclosed: stamp.certificates, at: stamp.at });
  const ends = path.certificates.map(({ notAfter }) => notAfter.getTime());
  return {
    at: stamp.at,
    authority: certificate.name,
    path,
    validUntil: new Date(Math.min(...ends)),
    checked: signature !== undefined,
    errors: found,
  };
}

/** The signed attributes must name type and digest of the content, in an algorithm that is known here. */
async function checkContent({ signed }: TimeStamp, { crypto, number }: StampContext): Promise<Finding[]> {
  const { attributes, digest } = signed.signer;
  const type = attributes.get(CONTENT_TYPE);
  const stated = attributes.get(MESSAGE_DIGEST);
  if (digest === undefined) return [{ key: 'token-algorithm', params: { stamp: number } }];
  const hash = await crypto.digest(digest, signed.content);
  const holds =
    type !== undefined &&
    stated !== undefined &&
    readOid(type, 'content type') === signed.contentType &&
    hash !== undefined &&
    equalBytes(readOctets(stated, 'digest'), hash);
  return holds ? [] : [{ key: 'token-content', params: { stamp: number } }];
}

/** true: good; undefined: this surrounding lacks the algorithm; else the contradiction. */
async function checkSignature(
  { signed: { signer } }: TimeStamp,
  certificate: Certificate,
  { crypto }: StampContext,
): Promise<true | undefined | 'token-algorithm' | 'token-signature'> {
  const scheme = schemeOf(signer.algorithm, signer.digest);
  if (!scheme) return 'token-algorithm';
  const good = await crypto.verify(scheme, certificate.key, signer.signedBytes, signer.signature);
  return good === false ? 'token-signature' : good;
}

function weakness(stamp: TimeStamp, certificate: Certificate | undefined, { algorithms, at, number }: StampContext): Finding[] {
  const { digest } = stamp.signed.signer;
  const found: Finding[] = [];
  const until = digest && algorithms.digests[digest];
  if (digest && !isSecureAt(until, at)) {
    found.push({ key: 'digest-weak', params: { stamp: number, algorithm: digest, until: until ?? '', at: at.toISOString() } });
  }
  if (!certificate) return found;
  const { kind, bits } = certificate.keyFacts;
  const keyEnd = keyUntil(algorithms, certificate.keyFacts);
  if (!isSecureAt(keyEnd, at)) {
    found.push({ key: 'key-weak', params: { stamp: number, kind, bits, until: keyEnd ?? '', at: at.toISOString() } });
  }
  return found;
}
