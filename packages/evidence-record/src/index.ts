// SPDX-License-Identifier: EUPL-1.2
// The only door of @fachwerk/evidence-record.
export { type AlgorithmList, defaultAlgorithms, type DigestName, digestLength } from './algorithms.ts';
export { type Certificate, readCertificate } from './cms/certificate.ts';
export { type Crypto, ownCrypto, type SignatureScheme } from './crypto/crypto.ts';
export { syncDigest } from './crypto/node.ts';
export { type DerFault, NotDer } from './der/reader.ts';
export {
  type ArchiveTimeStamp,
  type Chain,
  type EvidenceRecord,
  type HashTree,
  readRecord,
  stampsOf,
  type StampToWrite,
  Unsupported,
  writeRecord,
} from './record/record.ts';
export { stampRenewalHash, treeRenewalHashes, withChain, withStamp } from './record/renew.ts';
export { readAnswer, type StampFault, StampRefused } from './stamp/answer.ts';
export { type CheckedStamp, checkStamp, type StampContext } from './stamp/check.ts';
export { type Authority, requestStamp, type Transport } from './stamp/client.ts';
export { type StampQuestion, writeQuestion } from './stamp/request.ts';
export { readTimeStamp, type TimeStamp } from './stamp/token.ts';
export { explainFinding, explainStampFault, explainVerdict, type SaidVerdict } from './texts/say.ts';
export type { Language } from './texts/texts.ts';
export { type BuiltTree, buildTree, type HashGroup, reducedTree } from './tree/hash-tree.ts';
export type { DataObject } from './verify/data.ts';
export { type Due, type LastStamp, renewalDue } from './verify/due.ts';
export type { Claim, ClaimKey, ErrorKey, Finding, Params } from './verify/finding.ts';
export type { StampFact, Verdict, VerdictState } from './verify/verdict.ts';
export { verifyRecord, type VerifyOptions } from './verify/verify.ts';
