// SPDX-License-Identifier: EUPL-1.2
// CMS SignedData (RFC 5652 §5) with exactly one signer, as RFC 3161 §2.4.2 demands of a time stamp.
import type { DigestName } from '../algorithms.ts';
import { context, type Cursor, type Element, NotDer, TAG, whole, within } from '../der/reader.ts';
import { readInteger, readOctets, readOid, readSmall } from '../der/values.ts';
import { type Algorithm, digestOf, readAlgorithm } from './algorithm.ts';

/** Who signed: by issuer and serial number, or by key identifier. */
export type SignerId =
  | { readonly kind: 'issuer'; readonly issuer: Uint8Array; readonly serial: Uint8Array }
  | { readonly kind: 'key'; readonly keyId: Uint8Array };

/** The one signature. */
export interface Signer {
  readonly id: SignerId;
  /** undefined: an algorithm not known here. */
  readonly digest: DigestName | undefined;
  /** The signed attributes as they are hashed: a SET OF in DER. */
  readonly signedBytes: Uint8Array;
  /** Attribute type → its only value. */
  readonly attributes: ReadonlyMap<string, Element>;
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
}

/** What was signed, by whom, with which certificates enclosed. */
export interface SignedData {
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Certificates in DER, unread. */
  readonly certificates: readonly Uint8Array[];
  readonly signer: Signer;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** Reads a ContentInfo with SignedData. Throws `NotDer`. */
export function readSignedData(der: Uint8Array): SignedData {
  const outer = within(whole(der, 'token', TAG.sequence), 'token');
  if (readOid(outer.take('token', TAG.oid), 'token') !== SIGNED_DATA) throw new NotDer('structure', 'token');
  const wrapped = within(outer.take('token', context(0)), 'token');
  outer.end();
  const cursor = within(wrapped.take('signed data', TAG.sequence), 'signed data');
  wrapped.end();
  readSmall(cursor.take('version'), 'version');
  cursor.take('digest algorithms', TAG.set);
  const { contentType, content } = encapsulated(cursor.take('content', TAG.sequence));
  const enclosed = cursor.maybe('certificates', context(0));
  cursor.maybe('revocation lists', context(1));
  const signers = within(cursor.take('signers', TAG.set), 'signers').rest('signers', 1, TAG.sequence);
  cursor.end();
  if (!signers[0]) throw new NotDer('structure', 'signers');
  return {
    contentType,
    content,
    certificates: enclosed
      ? within(enclosed, 'certificates')
          .rest('certificates', 64)
          .filter(({ tag }) => tag === TAG.sequence)
          .map((each) => each.whole)
      : [],
    signer: readSigner(within(signers[0], 'signer')),
  };
}

function encapsulated(element: Element): { contentType: string; content: Uint8Array } {
  const cursor = within(element, 'content');
  const contentType = readOid(cursor.take('content', TAG.oid), 'content');
  const wrapped = within(cursor.take('content', context(0)), 'content');
  const content = readOctets(wrapped.take('content'), 'content');
  wrapped.end();
  cursor.end();
  return { contentType, content };
}

function readSigner(cursor: Cursor): Signer {
  readSmall(cursor.take('version'), 'version');
  const id = readSignerId(cursor);
  const digest = digestOf(readAlgorithm(cursor.take('digest', TAG.sequence), 'digest'));
  const signed = cursor.take('signed attributes', context(0));
  const algorithm = readAlgorithm(cursor.take('algorithm', TAG.sequence), 'algorithm');
  const signature = readOctets(cursor.take('signature'), 'signature');
  cursor.maybe('unsigned attributes', context(1));
  cursor.end();
  // RFC 5652 §5.4: hashed is the SET OF, not the [0] that stands in its place.
  const signedBytes = Uint8Array.from(signed.whole);
  signedBytes[0] = TAG.set;
  return { id, digest, signedBytes, attributes: readAttributes(signed), algorithm, signature };
}

function readSignerId(cursor: Cursor): SignerId {
  const keyId = cursor.maybe('signer', context(0, false));
  if (keyId) return { kind: 'key', keyId: keyId.body };
  const pair = within(cursor.take('signer', TAG.sequence), 'signer');
  const issuer = pair.take('issuer', TAG.sequence).whole;
  const serial = readInteger(pair.take('serial'), 'serial');
  pair.end();
  return { kind: 'issuer', issuer, serial };
}

function readAttributes(element: Element): ReadonlyMap<string, Element> {
  const attributes = new Map<string, Element>();
  for (const each of within(element, 'attributes').rest('attributes', 32, TAG.sequence)) {
    const cursor = within(each, 'attribute');
    const oid = readOid(cursor.take('attribute', TAG.oid), 'attribute');
    const values = within(cursor.take('attribute', TAG.set), 'attribute').rest('attribute', 1);
    cursor.end();
    if (attributes.has(oid) || !values[0]) throw new NotDer('structure', 'attributes');
    attributes.set(oid, values[0]);
  }
  return attributes;
}
