// SPDX-License-Identifier: EUPL-1.2
import { type AlgorithmList, defaultAlgorithms, keyUntil } from '../algorithms.ts';
import type { Verdict } from './verdict.ts';

/** What has to be renewed by when (RFC 4998 §5.2). `tree`: the data must be hashed anew; `stamp`: a new stamp over the old one is enough. */
export interface Due {
  readonly kind: 'stamp' | 'tree';
  /** Last day, ISO. */
  readonly by: string;
  readonly because: 'digest' | 'certificate' | 'key';
}

/** The state of a record's last stamp, from a verdict or from one's own books. */
export interface LastStamp {
  readonly digest: Verdict['stamps'][number]['digest'];
  readonly validUntil: Date;
  readonly key: { readonly kind: 'rsa' | 'ec' | 'other'; readonly bits: number };
}

/** The first renewal that will be due; undefined when nothing has an end. A weak digest comes before everything that ends on the same day. */
export function renewalDue(
  { digest, validUntil, key }: LastStamp,
  algorithms: AlgorithmList = defaultAlgorithms,
): Due | undefined {
  const ends: readonly (readonly [Due['kind'], Due['because'], string | null | undefined])[] = [
    ['tree', 'digest', algorithms.digests[digest]],
    ['stamp', 'certificate', validUntil.toISOString().slice(0, 10)],
    ['stamp', 'key', keyUntil(algorithms, key)],
  ];
  const dated = ends.flatMap(([kind, because, by]) => (by === null ? [] : [{ kind, because, by: by ?? '0000-01-01' }]));
  return dated.reduce<Due | undefined>((first, each) => (first && first.by <= each.by ? first : each), undefined);
}
