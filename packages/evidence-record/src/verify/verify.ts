// SPDX-License-Identifier: EUPL-1.2
// An evidence record from end to end (RFC 4998 §5.3).
import { type AlgorithmList, defaultAlgorithms, isSecureAt } from '../algorithms.ts';
import { type Certificate, readCertificate } from '../cms/certificate.ts';
import { type Crypto, ownCrypto } from '../crypto/crypto.ts';
import { NotDer } from '../der/reader.ts';
import { type EvidenceRecord, readRecord, Unsupported } from '../record/record.ts';
import { type CheckedStamp, checkStamp } from '../stamp/check.ts';
import type { DataObject } from './data.ts';
import type { Claim, Finding } from './finding.ts';
import { checkTrees } from './trees.ts';
import { judge, type Verdict } from './verdict.ts';

/** What a record is verified against. */
export interface VerifyOptions {
  /** The data objects that the record should cover; without any, only the stamps among themselves are checked, and the verdict says so. */
  readonly data: readonly DataObject[];
  /** Whether `data` is a whole data group, so that the record may cover nothing else; false by default. */
  readonly group?: boolean;
  /** Certificates in DER that the reader trusts: of authorities above, or of the time-stamping service itself. */
  readonly anchors: readonly Uint8Array[];
  /** The moment of checking. */
  readonly at: Date;
  readonly algorithms?: AlgorithmList;
  readonly crypto?: Crypto;
}

/** Verifies an evidence record. Never throws for what the record contains; `RangeError` if an anchor is no certificate. */
export async function verifyRecord(der: Uint8Array, options: VerifyOptions): Promise<Verdict> {
  const anchors = options.anchors.map(anchor);
  const crypto = options.crypto ?? ownCrypto();
  if (!crypto) return judge({ stamps: [], findings: [{ key: 'no-crypto', params: {} }], options });
  try {
    return await verify(readRecord(der), { ...options, crypto, anchors });
  } catch (error) {
    return judge({ stamps: [], findings: [refusalOf(error)], options });
  }
}

/** What could not be read, as a finding; other errors are thrown again. */
export function refusalOf(error: unknown): Finding {
  if (error instanceof NotDer) return { key: 'malformed', params: { fault: error.fault, what: error.what, at: error.at } };
  if (error instanceof Unsupported) return { key: error.key, params: { stamp: 0 } };
  throw error;
}

function anchor(der: Uint8Array): Certificate {
  try {
    return readCertificate(der);
  } catch (cause) {
    throw new RangeError('an anchor is no certificate in DER', { cause });
  }
}

type Ready = Omit<VerifyOptions, 'anchors'> & { readonly crypto: Crypto; readonly anchors: readonly Certificate[] };

async function verify(record: EvidenceRecord, options: Ready): Promise<Verdict> {
  const algorithms = options.algorithms ?? defaultAlgorithms;
  const flat = record.chains.flat();
  const stamps: CheckedStamp[] = [];
  for (const [index, { stamp }] of flat.entries()) {
    const until = flat[index + 1]?.stamp.at ?? options.at;
    stamps.push(await checkStamp(stamp, { ...options, algorithms, at: until, number: index + 1 }));
  }
  const findings = [
    ...(await checkTrees(record, { ...options, group: options.group === true })),
    ...checkOrder(record, options.at),
    ...checkDigests(record, algorithms, options.at),
    ...stamps.flatMap(({ errors }) => errors),
  ];
  return judge({ record, stamps, findings, options, late: lateRenewals(stamps) });
}

/** Oldest first, none from the future; every digest algorithm is declared (RFC 4998 §3.1). */
function checkOrder({ chains, digests }: EvidenceRecord, now: Date): Finding[] {
  const flat = chains.flat();
  return flat.flatMap(({ stamp, digest }, index): Finding[] => {
    const before = flat[index - 1]?.stamp.at;
    const wrong = stamp.at > now || (before !== undefined && stamp.at < before);
    return [
      ...(wrong ? [{ key: 'time-order', params: { stamp: index + 1, at: stamp.at.toISOString() } } as const] : []),
      ...(digests.includes(digest)
        ? []
        : [{ key: 'digest-undeclared', params: { stamp: index + 1, algorithm: digest } } as const]),
    ];
  });
}

/** A chain's digest must be secure when the next chain begins (RFC 4998 §5.3), the last one's now. */
function checkDigests({ chains }: EvidenceRecord, { digests }: AlgorithmList, now: Date): Finding[] {
  let stamp = 1;
  return chains.flatMap((chain, index): Finding[] => {
    const first = stamp;
    stamp += chain.length;
    const algorithm = chain[0]!.digest;
    const at = chains[index + 1]?.[0]?.stamp.at ?? now;
    const until = digests[algorithm];
    const params = { stamp: first, algorithm, until: until ?? '', at: at.toISOString() };
    return isSecureAt(until, at) ? [] : [{ key: 'digest-weak', params }];
  });
}

/** Stamps whose certificates had ended before the next stamp took over. */
function lateRenewals(stamps: readonly CheckedStamp[]): Claim[] {
  return stamps.slice(0, -1).flatMap(({ validUntil }, index): Claim[] => {
    const next = stamps[index + 1]!.at;
    const late = validUntil !== undefined && validUntil < next;
    return late ? [{ key: 'late', params: { stamp: index + 1, until: validUntil.toISOString(), at: next.toISOString() } }] : [];
  });
}
