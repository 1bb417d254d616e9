// SPDX-License-Identifier: EUPL-1.2
// What each stamp covers: the data, the stamp before it, or data and all chains before it (RFC 4998 §4.3 and §5.3).
import { equalBytes, toHex } from '../bytes.ts';
import type { Crypto } from '../crypto/crypto.ts';
import type { ArchiveTimeStamp, EvidenceRecord } from '../record/record.ts';
import { rootOf } from '../tree/hash-tree.ts';
import { type DataObject, digestOfData, renewedDigest } from './data.ts';
import type { Finding } from './finding.ts';

/** What is compared with the record. */
export interface TreeContext {
  readonly crypto: Crypto;
  readonly data: readonly DataObject[];
  /** Whether `data` is the whole data group: then the record must name nothing else (RFC 4998 §4.3, group). */
  readonly group: boolean;
}

/** Checks all trees; `stamp` counts from 1. A mistake in one stamp does not hide those in later ones. */
export async function checkTrees(record: EvidenceRecord, context: TreeContext): Promise<Finding[]> {
  const found: Finding[] = [];
  let number = 0;
  for (const [index, chain] of record.chains.entries()) {
    const digest = chain[0]!.digest;
    for (const [place, stamp] of chain.entries()) {
      number += 1;
      if (stamp.digest !== digest) found.push({ key: 'chain-digest', params: { stamp: number } });
      const before = chain[place - 1];
      const covered = before
        ? await coversStamp(stamp, before, { ...context, number })
        : await coversData(stamp, index === 0 ? undefined : record.sequenceOf(index), { ...context, number });
      found.push(...covered, ...(await reachesImprint(stamp, { ...context, number })));
    }
  }
  return found;
}

type Numbered = TreeContext & { readonly number: number };

/** The hashes among which that of the covered thing must be. */
function ownList({ tree, stamp }: ArchiveTimeStamp): readonly Uint8Array[] {
  return tree?.[0] ?? [stamp.imprint.hash];
}

async function coversData(stamp: ArchiveTimeStamp, before: Uint8Array | undefined, context: Numbered): Promise<Finding[]> {
  const { data, group, crypto, number } = context;
  const about = { stamp: number, digest: stamp.digest };
  const list = ownList(stamp);
  const own = new Set<string>();
  const found: Finding[] = [];
  for (const [index, object] of data.entries()) {
    const plain = await digestOfData(object, stamp.digest, crypto);
    const hash = plain && before ? await renewedDigest(plain, before, { digest: stamp.digest, crypto }) : plain;
    if (!hash) found.push({ key: 'data-missing', params: { ...about, object: index + 1 } });
    else if (!list.some((each) => equalBytes(each, hash)))
      found.push({ key: 'data-foreign', params: { ...about, object: index + 1 } });
    else own.add(toHex(hash));
  }
  if (group && found.length === 0 && list.some((each) => !own.has(toHex(each))))
    found.push({ key: 'group-surplus', params: about });
  return found;
}

async function coversStamp(stamp: ArchiveTimeStamp, before: ArchiveTimeStamp, { crypto, number }: Numbered): Promise<Finding[]> {
  const hash = await crypto.digest(stamp.digest, before.stamp.der);
  const holds = hash !== undefined && ownList(stamp).some((each) => equalBytes(each, hash));
  return holds ? [] : [{ key: 'stamp-foreign', params: { stamp: number, before: number - 1 } }];
}

async function reachesImprint({ tree, digest, stamp }: ArchiveTimeStamp, { crypto, number }: Numbered): Promise<Finding[]> {
  if (stamp.imprint.algorithm !== digest) return [{ key: 'token-imprint', params: { stamp: number } }];
  const root = tree ? await rootOf(tree, digest, crypto) : stamp.imprint.hash;
  return root && equalBytes(root, stamp.imprint.hash) ? [] : [{ key: 'root-differs', params: { stamp: number } }];
}
