// SPDX-License-Identifier: EUPL-1.2
// Everything that users of the package may rely on.
export { messageOf, readMessage } from './bind/read.ts';
export { type Loss, treeOf, writeMessage } from './bind/write.ts';
export { checkMessage, checkOpened, checkPackage, type PackageContent, type Report } from './check/check.ts';
export type { Finding, Level, Rule } from './check/finding.ts';
export { answerTo } from './compare/answer.ts';
export {
  compareAppraisal,
  compareHeads,
  compareImport,
  compareTransfer,
  type Discrepancy,
  type DiscrepancyKind,
} from './compare/compare.ts';
export { infosetDifferences } from './compare/infoset.ts';
export { type Contained, contentsOf, documentsOf, objectsOf } from './model/contents.ts';
export type * from './model/model.ts';
export { type Opened, openMessage } from './open.ts';
export { type Fact, type Outline, type OutlineDocument, type OutlineItem, outline } from './outline/outline.ts';
export { hashCode, hashOf, type HashName } from './parcel/hash.ts';
export { contentName, isPackageName, packageName, type PackageNaming, parsePackageName } from './parcel/names.ts';
export { type Split, type SplitLimits, splitMessage } from './parcel/split.ts';
export { type Bytes, pack, type Parcel, unpack, unzipAll, usualZipLimits, type ZipLimits } from './parcel/zip.ts';
export { messagesOf, type Version, versions } from './table/versions.ts';
export { explain, explainDiscrepancy, explainUnreadable, type Explanation, type Language } from './texts/explain.ts';
export type { XmlAttribute, XmlNode } from './xml/node.ts';
export { type Limits, usualLimits } from './xml/parse.ts';
export { serialize } from './xml/serialize.ts';
export { Unreadable, type UnreadableReason } from './xml/unreadable.ts';
