// SPDX-License-Identifier: EUPL-1.2
// A record over its life: first stamp, renewals, and everything that may be wrong about it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AuthorityOptions, type SpecimenAuthority, specimenAuthority } from '../../suite/authority.ts';
import { firstRecord, generations, renewedRecord } from '../../suite/own.ts';
import { spoil } from '../../suite/spoil.ts';
import type { DigestName } from '../algorithms.ts';
import { syncDigest } from '../crypto/node.ts';
import { webCrypto } from '../crypto/web.ts';
import { writeRecord } from '../record/record.ts';
import { stampRenewalHash, withStamp } from '../record/renew.ts';
import { explainVerdict } from '../texts/say.ts';
import { buildTree } from '../tree/hash-tree.ts';
import { type VerifyOptions, verifyRecord } from './verify.ts';

const hash = syncDigest();
const utf8 = (text: string) => new TextEncoder().encode(text);
const paper = { bytes: utf8('Schriftstück 0') };
const day = (text: string) => new Date(`${text}T12:00:00Z`);
const authority = specimenAuthority();

function options(more: Partial<VerifyOptions> = {}): VerifyOptions {
  return { data: [paper], anchors: [authority.anchor], at: day('2026-06-01'), ...more };
}

async function keysOf(record: Uint8Array, more: Partial<VerifyOptions> = {}): Promise<string[]> {
  const verdict = await verifyRecord(record, options(more));
  assert.equal(verdict.state === 'broken', verdict.errors.length > 0);
  return [...new Set(verdict.errors.map(({ key }) => key))];
}

function recordOf(
  groups: readonly (readonly Uint8Array[])[],
  by: SpecimenAuthority = authority,
  digest: DigestName = 'sha256',
): Uint8Array {
  const tree = buildTree(digest, groups);
  return writeRecord([[{ digest, tree: tree.reduced(0), token: by.token({ digest, hash: tree.root, at: day('2026-05-01') }) }]]);
}

test('one to seventeen papers: each record holds for its paper and for no other', async () => {
  for (const count of [1, 2, 3, 5, 8, 17]) {
    const papers = Array.from({ length: count }, (_, no) => utf8(`Blatt ${no}`));
    const tree = buildTree(
      'sha256',
      papers.map((bytes) => [hash('sha256', bytes)]),
    );
    const token = authority.token({ digest: 'sha256', hash: tree.root, at: day('2026-05-01') });
    for (const [no, bytes] of papers.entries()) {
      const record = writeRecord([[{ digest: 'sha256', tree: tree.reduced(no), token }]]);
      assert.equal((await verifyRecord(record, options({ data: [{ bytes }] }))).state, 'proven');
      assert.deepEqual(await keysOf(record, { data: [{ bytes: utf8('Blatt x') }] }), ['data-foreign']);
    }
  }
});

test('the versions of a document are a group: all of them, none missing, none added', async () => {
  const versions = ['Entwurf', 'Reinschrift', 'Endfassung'].map(utf8);
  const group = versions.map((bytes) => hash('sha256', bytes));
  const record = recordOf([group, [hash('sha256', utf8('anderes'))]]);
  const data = versions.map((bytes) => ({ bytes }));
  const whole = await verifyRecord(record, options({ data, group: true }));
  assert.equal(whole.state, 'proven');
  assert.ok(explainVerdict(whole, 'de').proven.includes('Die Gruppe ist vollständig: 3 Dateien, keine fehlt, keine kam hinzu.'));
  assert.deepEqual(await keysOf(record, { data: data.slice(1), group: true }), ['group-surplus']);
  assert.deepEqual(await keysOf(record, { data: [...data, paper], group: true }), ['data-foreign']);
  assert.equal((await verifyRecord(record, options({ data: data.slice(1) }))).state, 'proven', 'one of them is proven alone');
});

test('equal papers share a leaf', async () => {
  const twice = hash('sha256', paper.bytes);
  const record = recordOf([[twice], [hash('sha256', utf8('b'))], [twice]]);
  assert.equal((await verifyRecord(record, options())).state, 'proven');
});

test('a record renewed over thirty years holds; spoilt in any place it does not', async () => {
  const authorities = generations();
  const record = renewedRecord(authorities, firstRecord(authorities[0]!, { papers: 9, at: day('2020-05-01') }));
  const more = { anchors: authorities.map(({ anchor }) => anchor), at: day('2050-01-01') };
  const verdict = await verifyRecord(record, options(more));
  assert.equal(verdict.state, 'proven');
  assert.deepEqual(
    verdict.stamps.map(({ kind, digest }) => `${kind} ${digest}`),
    ['first sha256', 'stamp-renewal sha256', 'tree-renewal sha512', 'stamp-renewal sha512'],
  );
  const ways = spoil(record);
  assert.ok(ways.length > 20);
  for (const { how, record: spoilt } of ways) {
    assert.equal((await verifyRecord(spoilt, options(more))).state, 'broken', how);
  }
});

test('what is not renewed in time is limited, and says since when', async () => {
  const short = specimenAuthority({ from: day('2020-01-01'), until: day('2024-01-01') });
  const next = specimenAuthority({ from: day('2020-01-01'), until: day('2040-01-01') });
  const anchors = [short.anchor, next.anchor];
  const first = firstRecord(short, { papers: 3, at: day('2023-01-01') });
  const overdue = await verifyRecord(first, options({ anchors }));
  assert.equal(overdue.state, 'limited');
  assert.match(
    explainVerdict(overdue, 'de').limits.join(),
    /endete am 01\.01\.2024, 12:00:00 UTC\. Die Erneuerung ist überfällig/,
  );
  const chain = [
    {
      digest: 'sha256' as const,
      token: short.token({ digest: 'sha256', hash: hash('sha256', paper.bytes), at: day('2023-01-01') }),
    },
  ];
  const late = withStamp(writeRecord([chain]), { token: next.token({ ...stampRenewalHash(chain), at: day('2025-01-01') }) });
  const verdict = await verifyRecord(late, options({ anchors }));
  assert.deepEqual([verdict.state, ...verdict.limits.map(({ key }) => key)], ['limited', 'late']);
});

test('an authority that the reader does not know proves nothing', async () => {
  const record = recordOf([[hash('sha256', paper.bytes)]]);
  const nobody = await verifyRecord(record, options({ anchors: [] }));
  assert.deepEqual([nobody.state, nobody.limits.map(({ key }) => key)], ['limited', ['authority-unknown']]);
  const other = await verifyRecord(record, options({ anchors: [specimenAuthority().anchor] }));
  assert.equal(other.state, 'limited', 'of the same name, but with another key');
  const direct = await verifyRecord(record, options({ anchors: [authority.certificate] }));
  assert.equal(direct.state, 'proven', 'a trusted list may name the service itself');
});

test('a certificate from somebody who may issue none leads nowhere', async () => {
  const impostor = specimenAuthority({ name: 'Erschlichen', under: authority });
  const verdict = await verifyRecord(recordOf([[hash('sha256', paper.bytes)]], impostor), options());
  assert.deepEqual([verdict.state, verdict.limits.map(({ key }) => key)], ['limited', ['authority-unknown']]);
});

test('a stamp under another digest algorithm of the same length is refused', async () => {
  const root = hash('sha256', paper.bytes);
  const token = authority.token({ digest: 'sha3-256', hash: root, at: day('2026-05-01') });
  assert.deepEqual(await keysOf(writeRecord([[{ digest: 'sha256', token }]])), ['token-imprint']);
});

test('without data only the stamps are checked, and the verdict says so', async () => {
  const verdict = await verifyRecord(recordOf([[hash('sha256', paper.bytes)]]), options({ data: [] }));
  assert.deepEqual([verdict.state, verdict.limits.map(({ key }) => key)], ['limited', ['no-data']]);
});

test('crooked stamps are refused, each for its own reason', async () => {
  const cases: [about: AuthorityOptions, key: string][] = [
    [{ purposes: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.1'] }, 'token-purpose'],
    [{ purposes: ['1.3.6.1.5.5.7.3.4'] }, 'token-purpose'],
    [{ purposesCritical: false }, 'token-purpose'],
    [{ bare: true }, 'token-signer'],
    [{ until: day('2026-04-01') }, 'certificate-not-valid'],
    [{ from: day('2026-05-20') }, 'certificate-not-valid'],
    [{ rsaBits: 2048, digest: 'sha1' }, 'digest-weak'],
    [{ rsaBits: 2048 }, 'key-weak'],
    [{ flaw: 'another-certificate' }, 'token-signer'],
    [{ flaw: 'another-content' }, 'token-content'],
  ];
  for (const [about, key] of cases) {
    const crooked = specimenAuthority(about);
    const keys = await keysOf(recordOf([[hash('sha256', paper.bytes)]], crooked), { anchors: [crooked.anchor] });
    assert.ok(keys.includes(key), `${JSON.stringify(about)}: ${keys.join()}`);
  }
});

test('weak digests are refused from the day they end', async () => {
  const record = recordOf([[hash('sha224', paper.bytes)]], authority, 'sha224');
  assert.deepEqual(await keysOf(record), ['digest-weak']);
  const sha1 = recordOf([[hash('sha1', paper.bytes)]], authority, 'sha1');
  assert.deepEqual(await keysOf(sha1), ['digest-weak']);
  assert.match(explainVerdict(await verifyRecord(sha1, options()), 'de').errors.join(), /sha1 galt am .* nicht mehr als sicher/);
});

test('stamps from the future and out of order are refused', async () => {
  const record = recordOf([[hash('sha256', paper.bytes)]]);
  assert.deepEqual(await keysOf(record, { at: day('2026-04-01') }), ['time-order']);
  const chain = [
    {
      digest: 'sha256' as const,
      token: authority.token({ digest: 'sha256', hash: hash('sha256', paper.bytes), at: day('2026-05-02') }),
    },
  ];
  const backwards = withStamp(writeRecord([chain]), {
    token: authority.token({ ...stampRenewalHash(chain), at: day('2026-05-01') }),
  });
  assert.deepEqual(await keysOf(backwards), ['time-order']);
});

test('a stamp renewal must keep the digest of its chain, and cover the stamp before it', async () => {
  const digest = 'sha256' as const;
  const chain = [{ digest, token: authority.token({ digest, hash: hash(digest, paper.bytes), at: day('2026-05-01') }) }];
  const token = authority.token({ digest: 'sha512', hash: hash('sha512', chain[0]!.token), at: day('2026-05-02') });
  assert.deepEqual(await keysOf(writeRecord([[...chain, { digest: 'sha512', token }]])), ['chain-digest']);
  const foreign = authority.token({ digest, hash: hash(digest, utf8('x')), at: day('2026-05-02') });
  assert.deepEqual(await keysOf(withStamp(writeRecord([chain]), { token: foreign })), ['stamp-foreign']);
});

test('a hash-tree renewal needs the data under the new digest', async () => {
  const authorities = generations();
  const record = renewedRecord(authorities, firstRecord(authorities[0]!, { papers: 2, at: day('2020-05-01') }));
  const more = { anchors: authorities.map(({ anchor }) => anchor), at: day('2050-01-01') };
  const both = { digests: { sha256: hash('sha256', paper.bytes), sha512: hash('sha512', paper.bytes) } };
  assert.deepEqual(await keysOf(record, { ...more, data: [both] }), []);
  assert.deepEqual(await keysOf(record, { ...more, data: [{ digests: { sha256: both.digests.sha256 } }] }), ['data-missing']);
});

test('the browser’s library comes to the same verdicts', async () => {
  const crypto = webCrypto()!;
  const record = recordOf([[hash('sha256', paper.bytes)], [hash('sha256', utf8('b'))]]);
  assert.equal((await verifyRecord(record, options({ crypto }))).state, 'proven');
  for (const { how, record: spoilt } of spoil(record))
    assert.equal((await verifyRecord(spoilt, options({ crypto }))).state, 'broken', how);
  const rsa = specimenAuthority({ rsaBits: 3072 });
  const byRsa = recordOf([[hash('sha256', paper.bytes)]], rsa);
  assert.equal((await verifyRecord(byRsa, options({ crypto, anchors: [rsa.anchor] }))).state, 'proven');
});

test('an anchor that is no certificate is the caller’s mistake', async () => {
  await assert.rejects(verifyRecord(recordOf([[hash('sha256', paper.bytes)]]), options({ anchors: [utf8('PEM')] })), RangeError);
});
