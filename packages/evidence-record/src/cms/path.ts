// SPDX-License-Identifier: EUPL-1.2
// From a signer's certificate to one that the reader trusts.
import { equalBytes } from '../bytes.ts';
import type { Crypto } from '../crypto/crypto.ts';
import { schemeOf } from './algorithm.ts';
import type { Certificate } from './certificate.ts';

/** A path: signer first. `trusted`: its last certificate is one that the reader brought. */
export interface Path {
  readonly certificates: readonly Certificate[];
  readonly trusted: boolean;
}

/** What a path is looked for among. `at`: the moment at which every certificate must be valid. */
export interface PathContext {
  readonly crypto: Crypto;
  readonly enclosed: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly at: Date;
}

const MAX_DEPTH = 8;
const MAX_CHECKS = 40;

/** The best path: one that ends at an anchor, else the longest one found. A bounded number of signatures is checked, however many certificates there are. */
export async function findPath(signer: Certificate, context: PathContext): Promise<Path> {
  return walk([signer], { ...context, budget: { left: MAX_CHECKS } });
}

type Walk = PathContext & { readonly budget: { left: number } };

async function walk(path: readonly Certificate[], context: Walk): Promise<Path> {
  const last = path.at(-1)!;
  if (context.anchors.some(({ der }) => equalBytes(der, last.der))) return { certificates: path, trusted: true };
  let best: Path = { certificates: path, trusted: false };
  if (path.length === MAX_DEPTH) return best;
  for (const candidate of [...context.anchors, ...context.enclosed]) {
    if (!mayIssue(candidate, last, path) || context.budget.left-- <= 0) continue;
    if (!isValidAt(candidate, context.at) || !(await isIssuedBy(last, candidate, context.crypto))) continue;
    const found = await walk([...path, candidate], context);
    if (found.trusted) return found;
    if (found.certificates.length > best.certificates.length) best = found;
  }
  return best;
}

function mayIssue(candidate: Certificate, issued: Certificate, path: readonly Certificate[]): boolean {
  const { authority, mayCertify, pathLength, unknownCritical } = candidate.extensions;
  const below = path.length - 1; // authorities between the candidate and the signer
  const again = path.some(({ der }) => equalBytes(der, candidate.der));
  const allowed = authority && mayCertify && (pathLength === undefined || below <= pathLength) && unknownCritical.length === 0;
  return allowed && !again && equalBytes(candidate.subject, issued.issuer);
}

/** Whether a moment lies within the certificate's validity. */
export function isValidAt({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return notBefore <= at && at <= notAfter;
}

async function isIssuedBy(issued: Certificate, issuer: Certificate, crypto: Crypto): Promise<boolean> {
  const scheme = schemeOf(issued.algorithm);
  return scheme !== undefined && (await crypto.verify(scheme, issuer.key, issued.tbs, issued.signature)) === true;
}
