// SPDX-License-Identifier: EUPL-1.2
// X.509 certificates as far as a time stamp's path needs them (RFC 5280).
import { context, type Cursor, type Element, NotDer, TAG, whole, within } from '../der/reader.ts';
import { readBits, readInteger, readOctets, readOid, readSmall, readTime } from '../der/values.ts';
import { type Algorithm, readAlgorithm } from './algorithm.ts';
import { type KeyFacts, keyFacts } from './key.ts';
import { commonName } from './name.ts';

/** A certificate. Bytes are views into `der`; times are those of its validity. */
export interface Certificate {
  readonly der: Uint8Array;
  /** The part that is signed. */
  readonly tbs: Uint8Array;
  readonly serial: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** Common name or organisation, for display only. */
  readonly name: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: Uint8Array;
  readonly keyFacts: KeyFacts;
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
  readonly extensions: Extensions;
}

/** The extensions that decide. */
export interface Extensions {
  readonly authority: boolean;
  readonly pathLength: number | undefined;
  readonly mayCertify: boolean;
  /** Purposes, and whether the extension is critical; undefined: no restriction. */
  readonly purposes: { readonly oids: readonly string[]; readonly critical: boolean } | undefined;
  readonly keyId: Uint8Array | undefined;
  /** Critical extensions that are not understood here: such a certificate must not be relied upon (RFC 5280 §4.2). */
  readonly unknownCritical: readonly string[];
}

/** Purpose "time stamping" (RFC 3161 §2.3). */
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** Reads a certificate in DER. Throws `NotDer`. */
export function readCertificate(der: Uint8Array): Certificate {
  const outer = within(whole(der, 'certificate', TAG.sequence), 'certificate');
  const tbs = outer.take('certificate', TAG.sequence);
  const algorithm = readAlgorithm(outer.take('algorithm', TAG.sequence), 'algorithm');
  const signature = readBits(outer.take('signature', TAG.bits), 'signature');
  outer.end();
  const cursor = within(tbs, 'certificate');
  cursor.maybe('version', context(0));
  const serial = readInteger(cursor.take('serial'), 'serial');
  cursor.take('algorithm', TAG.sequence);
  const issuer = cursor.take('issuer', TAG.sequence);
  const [notBefore, notAfter] = validity(cursor.take('validity', TAG.sequence));
  const subject = cursor.take('subject', TAG.sequence);
  const key = cursor.take('key', TAG.sequence).whole;
  return {
    der,
    tbs: tbs.whole,
    serial,
    issuer: issuer.whole,
    subject: subject.whole,
    name: commonName(subject),
    notBefore,
    notAfter,
    key,
    keyFacts: keyFacts(key),
    algorithm,
    signature,
    extensions: readExtensions(cursor),
  };
}

function validity(element: Element): [Date, Date] {
  const cursor = within(element, 'validity');
  return [readTime(cursor.take('validity'), 'validity'), readTime(cursor.take('validity'), 'validity')];
}

function readExtensions(cursor: Cursor): Extensions {
  cursor.maybe('issuer id', context(1, false));
  cursor.maybe('subject id', context(2, false));
  const wrapped = cursor.maybe('extensions', context(3));
  cursor.end();
  const list = wrapped
    ? within(within(wrapped, 'extensions').take('extensions', TAG.sequence), 'extensions').rest('extensions', 64)
    : [];
  const known = new Map<string, { critical: boolean; value: Uint8Array }>();
  for (const element of list) {
    const { oid, ...extension } = readExtension(element);
    if (known.has(oid)) throw new NotDer('structure', 'extensions');
    known.set(oid, extension);
  }
  const basic = basicConstraints(known.get('2.5.29.19')?.value);
  const usage = known.get('2.5.29.15')?.value;
  const purposes = known.get('2.5.29.37');
  const keyId = known.get('2.5.29.14')?.value;
  return {
    ...basic,
    mayCertify: usage === undefined || certSign(usage),
    purposes: purposes && { oids: purposeOids(purposes.value), critical: purposes.critical },
    keyId: keyId && readOctets(whole(keyId, 'key id'), 'key id'),
    unknownCritical: [...known].filter(([oid, { critical }]) => critical && !understood.has(oid)).map(([oid]) => oid),
  };
}

/** Basic constraints, key usage, purposes, and policies, which this reader does not restrict by. */
const understood: ReadonlySet<string> = new Set(['2.5.29.19', '2.5.29.15', '2.5.29.37', '2.5.29.32']);

function readExtension(element: Element): { oid: string; critical: boolean; value: Uint8Array } {
  const cursor = within(element, 'extension');
  const oid = readOid(cursor.take('extension', TAG.oid), 'extension');
  const critical = cursor.maybe('extension', TAG.boolean)?.body[0] === 0xff;
  const value = readOctets(cursor.take('extension', TAG.octets), 'extension');
  cursor.end();
  return { oid, critical, value };
}

function basicConstraints(value: Uint8Array | undefined): { authority: boolean; pathLength: number | undefined } {
  if (!value) return { authority: false, pathLength: undefined };
  const cursor = within(whole(value, 'basic constraints', TAG.sequence), 'basic constraints');
  const authority = cursor.maybe('basic constraints', TAG.boolean)?.body[0] === 0xff;
  const length = cursor.maybe('basic constraints', TAG.integer);
  return { authority, pathLength: length && readSmall(length, 'basic constraints') };
}

function certSign(value: Uint8Array): boolean {
  const { body } = whole(value, 'key usage', TAG.bits);
  return ((body[1] ?? 0) & 0x04) !== 0;
}

function purposeOids(value: Uint8Array): string[] {
  return within(whole(value, 'purposes', TAG.sequence), 'purposes')
    .rest('purposes', 32)
    .map((element) => readOid(element, 'purposes'));
}
