// SPDX-License-Identifier: EUPL-1.2
// Our own records: built, renewed twice over decades, verified by us and by OpenSSL; a large tree.
import { randomBytes } from 'node:crypto';
import type { DigestName } from '../src/algorithms.ts';
import { syncDigest } from '../src/crypto/node.ts';
import { readRecord, type StampToWrite, writeRecord } from '../src/record/record.ts';
import { stampRenewalHash, treeRenewalHashes, withChain, withStamp } from '../src/record/renew.ts';
import { readAnswer } from '../src/stamp/answer.ts';
import { writeQuestion } from '../src/stamp/request.ts';
import { explainVerdict } from '../src/texts/say.ts';
import { buildTree } from '../src/tree/hash-tree.ts';
import { verifyRecord } from '../src/verify/verify.ts';
import { type SpecimenAuthority, specimenAuthority } from './authority.ts';
import { askTs, opensslAuthority } from './openssl.ts';

/** Where results go. */
export interface Reporting {
  note(name: string, problems: readonly string[]): void;
  tell(line: string): void;
  readonly openssl: boolean;
  readonly large: boolean;
}

const hash = syncDigest();
const paper = (no: number) => new TextEncoder().encode(`Schriftstück ${no}`);

/** A record over the first of some papers, as an authority stamped it. */
export function firstRecord(
  authority: SpecimenAuthority,
  { papers, at, digest = 'sha256' }: { papers: number; at: Date; digest?: DigestName },
): Uint8Array {
  const tree = buildTree(
    digest,
    Array.from({ length: papers }, (_, no) => [hash(digest, paper(no))]),
  );
  return writeRecord([[{ digest, tree: tree.reduced(0), token: authority.token({ digest, hash: tree.root, at }) }]]);
}

/** The same after two stamp renewals, a tree renewal and one more stamp, in ten-year steps. */
export function renewedRecord(authorities: readonly SpecimenAuthority[], first: Uint8Array): Uint8Array {
  const [, second, third, fourth] = authorities as [SpecimenAuthority, SpecimenAuthority, SpecimenAuthority, SpecimenAuthority];
  let record = withStamp(first, { token: second.token({ ...stampRenewalHash(lastChain(first)), at: new Date('2029-05-01') }) });
  const [own] = treeRenewalHashes(chainsOf(record), { digest: 'sha512', data: [hash('sha512', paper(0))] });
  const tree = buildTree('sha512', [[own!], [hash('sha512', randomBytes(9))], [hash('sha512', randomBytes(9))]]);
  const token = third.token({ digest: 'sha512', hash: tree.root, at: new Date('2038-05-01') });
  record = withChain(record, { digest: 'sha512', tree: tree.reduced(0), token });
  return withStamp(record, { token: fourth.token({ ...stampRenewalHash(lastChain(record)), at: new Date('2047-05-01') }) });
}

function chainsOf(record: Uint8Array): StampToWrite[][] {
  return readRecord(record).chains.map((chain) => chain.map(({ digest, tree, stamp }) => ({ digest, tree, token: stamp.der })));
}

function lastChain(record: Uint8Array): StampToWrite[] {
  return chainsOf(record).at(-1)!;
}

/** Four authorities, each followed by the next before its certificates end. */
export function generations(): SpecimenAuthority[] {
  return ['2020', '2029', '2038', '2047'].map((year) =>
    specimenAuthority({ name: `Stelle ${year}`, from: new Date(`${year}-01-01`), until: new Date(`${Number(year) + 10}-01-01`) }),
  );
}

/** Builds, renews, verifies; notes each. */
export async function ownRecords({ note, tell, openssl, large }: Reporting): Promise<void> {
  const authorities = generations();
  const anchors = authorities.map(({ anchor }) => anchor);
  const record = renewedRecord(authorities, firstRecord(authorities[0]!, { papers: 1000, at: new Date('2020-05-01') }));
  const verdict = await verifyRecord(record, { data: [{ bytes: paper(0) }], anchors, at: new Date('2050-01-01') });
  note('ours over 30 years', verdict.state === 'proven' ? [] : [JSON.stringify(explainVerdict(verdict, 'en'))]);
  if (openssl) {
    for (const { stamp } of readRecord(record).chains.flat()) {
      const { algorithm, hash: imprint } = stamp.imprint;
      const opinion = askTs({ token: stamp.der, imprint: { digest: algorithm!, hash: imprint }, anchors, at: stamp.at });
      note(`ours of ${stamp.at.toISOString().slice(0, 4)} by openssl ts -verify`, opinion === 'OK' ? [] : [opinion]);
    }
    await withOpenssl(note);
  }
  if (large) {
    const { seconds, bytes, problems } = await measureLarge();
    note('100,000 leaves', problems);
    tell(`100,000 leaves: ${seconds.toFixed(1)} s of computing time, largest record ${bytes} bytes`);
  }
}

/** A record stamped by `openssl ts`, verified by both. */
async function withOpenssl(note: Reporting['note']): Promise<void> {
  const authority = opensslAuthority();
  try {
    const tree = buildTree('sha256', [[hash('sha256', paper(0)), hash('sha256', paper(1))], [hash('sha256', paper(2))]]);
    const question = { digest: 'sha256' as const, hash: tree.root, nonce: randomBytes(16), policy: '1.3.6.1.4.1.99999.3' };
    const stamp = readAnswer(authority.answer(writeQuestion(question)), question);
    const record = writeRecord([[{ digest: 'sha256', tree: tree.reduced(0), token: stamp.der }]]);
    const options = {
      data: [{ bytes: paper(0) }, { bytes: paper(1) }],
      group: true,
      anchors: [authority.anchor],
      at: new Date(Date.now() + 2000),
    };
    const verdict = await verifyRecord(record, options);
    note('stamped by openssl, verified by us', verdict.state === 'proven' ? [] : [JSON.stringify(explainVerdict(verdict, 'en'))]);
    const opinion = askTs({
      token: stamp.der,
      imprint: { digest: 'sha256', hash: tree.root },
      anchors: [authority.anchor],
      at: new Date(),
    });
    note('stamped by openssl, verified by openssl', opinion === 'OK' ? [] : [opinion]);
  } finally {
    authority.close();
  }
}

/** 100,000 leaves: seconds of computing for digests, tree and reduced trees of all; bytes of the largest record of a sample. */
export async function measureLarge(): Promise<{ seconds: number; bytes: number; problems: string[] }> {
  const authority = specimenAuthority();
  const papers = Array.from({ length: 100_000 }, (_, no) => paper(no));
  const begun = process.cpuUsage();
  const tree = buildTree(
    'sha256',
    papers.map((bytes) => [hash('sha256', bytes)]),
  );
  const reduced = papers.map((_, no) => tree.reduced(no));
  const { user, system } = process.cpuUsage(begun);
  const token = authority.token({ digest: 'sha256', hash: tree.root, at: new Date('2026-06-01') });
  const sample = [0, 1, 777, 65_535, 65_536, 99_998, 99_999];
  const records = sample.map((no) => writeRecord([[{ digest: 'sha256', tree: reduced[no], token }]]));
  const verdicts = records.map((record, index) =>
    verifyRecord(record, {
      data: [{ bytes: papers[sample[index]!]! }],
      anchors: [authority.anchor],
      at: new Date('2026-06-02'),
    }),
  );
  const seconds = (user + system) / 1e6;
  const bytes = Math.max(...records.map(({ length }) => length));
  const problems = [
    ...(seconds <= 5 ? [] : [`took ${seconds.toFixed(1)} s of computing time`]),
    ...(bytes <= 2500 ? [] : [`a record has ${bytes} bytes`]),
    ...((await Promise.all(verdicts)).every(({ state }) => state === 'proven') ? [] : ['one does not hold']),
  ];
  return { seconds, bytes, problems };
}
