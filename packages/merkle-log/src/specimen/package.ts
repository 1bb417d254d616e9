// SPDX-License-Identifier: EUPL-1.2
import { parseHeader } from '../header.ts';
import { consistencyProof, inclusionProof } from '../proof.ts';
import { signNote } from '../sign.ts';
import { formatStatement } from '../statement.ts';
import type { PackageInput } from '../write/package-input.ts';
import { writeProofPackage } from '../write/proof-package.ts';
import { contentOf, keyOf, nodesOf, type Specimen, witnessedHead, witnessKeyOf } from './journal.ts';

/** A proof package of one file of the specimen, the stream of its first entry unless another is given. */
export async function packageOf(
  specimen: Specimen,
  options: { stream?: string; witnessedAt?: number } = {},
): Promise<PackageInput> {
  const { acts, erased, erasures, signer, witness, heads, origin } = specimen;
  const size = acts.length;
  const get = nodesOf(acts.map(({ leaf }) => leaf));
  const stream = options.stream ?? parseHeader(acts[0]!.header)!.stream;
  const mine = acts.filter(({ header }) => parseHeader(header)?.stream === stream);
  const witnessedAt = options.witnessedAt ?? size;
  const note = witnessedHead(specimen, witnessedAt);
  const last = mine.at(-1)!;
  return {
    title: '32.11-0042#2 Außenfläche, Anzeige',
    stream,
    key: keyOf(signer),
    checkpoint: heads.at(-1)!,
    statement: signNote(formatStatement({ origin, stream, count: mine.length, last: last.leaf, size }), signer),
    entries: await Promise.all(
      mine.map(async ({ seq, header, commitment, personal }) => ({
        seq,
        header,
        commitment,
        path: await inclusionProof(seq, size, get),
        personal: erased.has(seq) ? undefined : personal,
      })),
    ),
    erasures: await Promise.all(
      erasures.map(async ({ seq, statement }) => ({ ...acts[seq]!, statement, path: await inclusionProof(seq, size, get) })),
    ),
    documents: mine
      .filter(({ header }) => parseHeader(header)?.content)
      .map(({ seq, header }) => {
        const { bytes, hash } = contentOf(seq);
        return {
          name: `Schreiben ${seq}.txt`,
          sha256: hash,
          size: bytes.length,
          no: parseHeader(header)!.no,
          open: () => once(bytes),
        };
      }),
    witnesses: [{ note, key: witnessKeyOf(witness), path: await consistencyProof(Math.min(witnessedAt, size), size, get) }],
    at: new Date(Date.UTC(2026, 10, 24, 8, 20)),
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The package's bytes. */
export async function packBytes(input: PackageInput): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeProofPackage(input)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
