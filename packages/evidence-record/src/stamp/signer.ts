// SPDX-License-Identifier: EUPL-1.2
// Which certificate signed a token, and whether the token itself names it (RFC 5035: otherwise the certificate could be exchanged for another).
import type { DigestName } from '../algorithms.ts';
import { equalBytes } from '../bytes.ts';
import { digestOf, readAlgorithm } from '../cms/algorithm.ts';
import type { Certificate } from '../cms/certificate.ts';
import type { Crypto } from '../crypto/crypto.ts';
import { TAG, within } from '../der/reader.ts';
import { readOctets } from '../der/values.ts';
import type { TimeStamp } from './token.ts';

const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** Digest of the signing certificate as a token states it; SHA-1 in the older form. */
interface CertificateDigest {
  readonly algorithm: DigestName | undefined;
  readonly hash: Uint8Array;
}

/** The certificate that the signer's identifier means, among those enclosed and those that the reader brought. */
export function signerOf(
  { signed: { signer }, certificates }: TimeStamp,
  anchors: readonly Certificate[],
): Certificate | undefined {
  const { id } = signer;
  return [...certificates, ...anchors].find((each) =>
    id.kind === 'issuer'
      ? equalBytes(each.issuer, id.issuer) && equalBytes(each.serial, id.serial)
      : each.extensions.keyId !== undefined && equalBytes(each.extensions.keyId, id.keyId),
  );
}

/** Whether the signed part names exactly this certificate. */
export async function namesSigner(stamp: TimeStamp, certificate: Certificate, crypto: Crypto): Promise<boolean> {
  const stated = statedDigest(stamp);
  if (stated?.algorithm === undefined) return false;
  const hash = await crypto.digest(stated.algorithm, certificate.der);
  return hash !== undefined && equalBytes(hash, stated.hash);
}

function statedDigest({ signed: { signer } }: TimeStamp): CertificateDigest | undefined {
  const second = signer.attributes.get(SIGNING_CERTIFICATE_V2);
  const attribute = second ?? signer.attributes.get(SIGNING_CERTIFICATE);
  if (!attribute) return undefined;
  const list = within(within(attribute, 'signing certificate').take('signing certificate', TAG.sequence), 'signing certificate');
  const first = within(list.take('signing certificate', TAG.sequence), 'signing certificate');
  const named = second ? first.maybe('digest', TAG.sequence) : undefined;
  const algorithm = named ? digestOf(readAlgorithm(named, 'digest')) : second ? 'sha256' : 'sha1';
  return { algorithm, hash: readOctets(first.take('digest'), 'digest') };
}
