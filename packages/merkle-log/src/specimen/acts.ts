// SPDX-License-Identifier: EUPL-1.2
// A made-up city's journal for tests and benchmarks: deterministic, so that a failure can be repeated.
import { createHash, createPrivateKey } from 'node:crypto';
import { toHex } from '../bytes.ts';
import { commitment } from '../commitment.ts';
import { formatHeader, type JournalHeader } from '../header.ts';
import { leafData } from '../leaf.ts';
import { ed25519Signer } from '../node-signer.ts';
import type { NoteSigner } from '../sign.ts';
import { type Hash, leafHash } from '../tree.ts';

/** One entry with everything that belongs to it. */
export type Act = {
  readonly seq: number;
  readonly header: string;
  readonly commitment: Uint8Array;
  readonly leaf: Hash;
  readonly personal: { readonly salt: Uint8Array; readonly body: Uint8Array };
};

/** Ends of all streams, kept while a journal is written. */
export type StreamEnds = Map<string, { no: number; last: Hash }>;

/** SHA-256 of a text as bytes; the specimen's source of everything that looks random. */
export function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** A signer whose key is derived from its name and a seed: the same in every run, worthless outside tests. */
export function specimenSigner(name: string, seed = ''): NoteSigner {
  // RFC 8410: the fixed head of a PKCS #8 Ed25519 key, then the 32 bytes of the seed.
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), digest(`${name}${seed}`)]);
  return ed25519Signer(name, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** Writes the next entry of a journal: number and predecessor come from the stream's end, which moves on. */
export function nextAct(ends: StreamEnds, seq: number, facts: Pick<JournalHeader, 'act' | 'object' | 'file' | 'content'>): Act {
  const stream = facts.file === undefined ? facts.object : `file:${facts.file}`;
  const end = ends.get(stream);
  const header = formatHeader({
    v: 1,
    ...facts,
    at: new Date(Date.UTC(2026, 0, 5, 7) + seq * 1000).toISOString(),
    stream,
    no: (end?.no ?? 0) + 1,
    prev: end ? toHex(end.last) : '',
    unit: '32.1',
  });
  const salt = digest(`salt ${seq}`);
  const body = Buffer.from(
    JSON.stringify({ actor: `konto-${seq % 300}`, facts: { subject: `Vorgang ${seq}, Sondernutzung der Gehwegfläche` } }),
  );
  const bound = commitment(salt, body);
  const leaf = leafHash(leafData(header, bound));
  ends.set(stream, { no: (end?.no ?? 0) + 1, last: leaf });
  return { seq, header, commitment: bound, leaf, personal: { salt, body } };
}

/** An identifier that looks like a UUID. */
export function specimenId(text: string): string {
  return toHex(digest(text).subarray(0, 16)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
