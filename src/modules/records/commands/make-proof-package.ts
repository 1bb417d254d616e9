// SPDX-License-Identifier: EUPL-1.2
import { writeProofPackage } from '@fachwerk/merkle-log';
import type { Runtime } from '../../../kernel/runtime.ts';
import { verifierPage } from '../adapters/verifier.ts';
import type { FileProof } from '../rules/file-proof.ts';

/** The bytes of a proof package: all entries with their proofs, all contents, and the page that checks them without any network. */
export async function proofPackage(
  runtime: Runtime,
  { title, proof }: { title: string; proof: FileProof },
): Promise<AsyncGenerator<Uint8Array>> {
  return writeProofPackage({
    title,
    stream: proof.stream,
    key: proof.key,
    checkpoint: proof.head.note,
    statement: proof.statement,
    entries: proof.entries,
    erasures: proof.erasures,
    absent: proof.absent,
    documents: proof.contents.map((content) => ({ ...content, open: () => opened(runtime.blobs.get(content.sha256)) })),
    evidence: proof.evidence.map(({ record, contents }) => ({ record, documents: contents })),
    at: runtime.clock.now(),
    page: await verifierPage(),
  });
}

async function* opened(stream: Promise<ReadableStream<Uint8Array>>): AsyncGenerator<Uint8Array> {
  yield* await stream;
}
