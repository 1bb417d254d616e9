// SPDX-License-Identifier: EUPL-1.2
// The only door of @fachwerk/merkle-log.
export { fromBase64, fromHex, toBase64, toHex } from './bytes.ts';
export { type Checkpoint, formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
export { commitment, newSalt, opensCommitment } from './commitment.ts';
export { type Cosignature, openCosignature } from './cosignature.ts';
export { formatHeader, type JournalHeader, parseHeader } from './header.ts';
export { canonicalJson, type JsonValue } from './jcs.ts';
export { type LeafParts, leafData, parseLeafData } from './leaf.ts';
export { isSignedBy, type NoteVerifier, parseNote, parseVerifierKey, type SignedNote } from './note.ts';
export {
  type ConsistencyProof,
  consistencyProof,
  type InclusionProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';
export { formatReceipt, parseReceipt, type Receipt, type ReceiptProof, receiptHead, verifyReceipt } from './receipt.ts';
export { ed25519Signer } from './node-signer.ts';
export { cosign, formatVerifierKey, type NoteSigner, signCheckpoint, signNote } from './sign.ts';
export { type EmitNode, EMPTY_ROOT, Frontier, type GetNode, type Hash, leafHash, nodeHash, rangeHash } from './tree.ts';
export { ERASURE_ACT, type ErasureStatement, formatErasure, parseErasure } from './erasure.ts';
export { formatStatement, type StreamStatement } from './statement.ts';
export { type ExportInput, fullExportFiles, writeExportFolder } from './write/full-export.ts';
export type { PackageDocument, PackageEntry, PackageErasure, PackageInput, PackageWitness } from './write/package-input.ts';
export { writeProofPackage } from './write/proof-package.ts';
export { type OutputFile, writeZip } from './zip/writer.ts';
export type { EvidenceCheck, EvidenceDocument, EvidenceFacts, EvidenceResult } from './verify/check-evidence.ts';
