// SPDX-License-Identifier: EUPL-1.2
// What the README quotes.
import { firstRecord, measureLarge } from './suite/own.ts';
import { specimenAuthority } from './suite/authority.ts';
import { verifyRecord } from './src/index.ts';

/** One measured figure and its limit. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: number;
}

/** 100,000 leaves: computing time, size of the record; checking one record. */
export async function benchEvidence(): Promise<Figure[]> {
  const { seconds, bytes } = await measureLarge();
  const authority = specimenAuthority();
  const record = firstRecord(authority, { papers: 1000, at: new Date('2026-05-01') });
  const data = [{ bytes: new TextEncoder().encode('Schriftstück 0') }];
  const begun = performance.now();
  const rounds = 50;
  for (let round = 0; round < rounds; round++) {
    await verifyRecord(record, { data, anchors: [authority.anchor], at: new Date('2026-06-01') });
  }
  return [
    { name: 'evidence records: digests and tree of 100,000 documents', value: seconds, unit: 's of computing', goal: 5 },
    { name: 'evidence record of one document among 100,000', value: bytes, unit: 'bytes', goal: 2500 },
    { name: 'evidence record verified', value: (performance.now() - begun) / rounds, unit: 'ms' },
  ];
}
