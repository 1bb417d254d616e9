// SPDX-License-Identifier: EUPL-1.2
// The time-stamp token (RFC 3161 §2.4.2).
import { type DigestName, digestLength } from '../algorithms.ts';
import { digestOf, readAlgorithm } from '../cms/algorithm.ts';
import { type Certificate, readCertificate } from '../cms/certificate.ts';
import { readSignedData, type SignedData } from '../cms/signed-data.ts';
import { context, NotDer, TAG, whole, within } from '../der/reader.ts';
import { readInteger, readOctets, readOid, readSmall, readTime } from '../der/values.ts';

/** A token: what it says, who signed it, and its bytes as they are hashed for a renewal. */
export interface TimeStamp {
  readonly der: Uint8Array;
  readonly policy: string;
  /** Digest of what was stamped; the algorithm is undefined when it is not known here. */
  readonly imprint: { readonly algorithm: DigestName | undefined; readonly hash: Uint8Array };
  readonly serial: Uint8Array;
  readonly at: Date;
  readonly nonce: Uint8Array | undefined;
  readonly signed: SignedData;
  /** Enclosed certificates that could be read. */
  readonly certificates: readonly Certificate[];
}

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const MAX_TOKEN = 256 * 1024;

/** Reads a TimeStampToken in DER; at most 256 kB. Throws `NotDer`. */
export function readTimeStamp(der: Uint8Array): TimeStamp {
  if (der.length > MAX_TOKEN) throw new NotDer('too-large', 'token');
  const signed = readSignedData(der);
  if (signed.contentType !== TST_INFO) throw new NotDer('structure', 'content');
  const cursor = within(whole(signed.content, 'TSTInfo', TAG.sequence), 'TSTInfo');
  if (readSmall(cursor.take('version'), 'version') !== 1) throw new NotDer('structure', 'version');
  const policy = readOid(cursor.take('policy', TAG.oid), 'policy');
  const imprint = readImprint(cursor.take('imprint', TAG.sequence).whole);
  const serial = readInteger(cursor.take('serial'), 'serial');
  const at = readTime(cursor.take('time', TAG.generalizedTime), 'time');
  cursor.maybe('accuracy', TAG.sequence);
  cursor.maybe('ordering', TAG.boolean);
  const nonce = cursor.maybe('nonce', TAG.integer);
  cursor.maybe('authority', context(0));
  cursor.maybe('extensions', context(1));
  cursor.end();
  return {
    der,
    policy,
    imprint,
    serial,
    at,
    nonce: nonce && readInteger(nonce, 'nonce'),
    signed,
    certificates: signed.certificates.map(readCertificate),
  };
}

function readImprint(der: Uint8Array): TimeStamp['imprint'] {
  const cursor = within(whole(der, 'imprint', TAG.sequence), 'imprint');
  const algorithm = digestOf(readAlgorithm(cursor.take('imprint', TAG.sequence), 'imprint'));
  const hash = readOctets(cursor.take('imprint'), 'imprint');
  cursor.end();
  if (algorithm !== undefined && hash.length !== digestLength(algorithm)) throw new NotDer('structure', 'imprint');
  return { algorithm, hash };
}
