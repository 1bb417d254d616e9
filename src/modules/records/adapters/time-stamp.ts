// SPDX-License-Identifier: EUPL-1.2
import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DigestName, type LastStamp, requestStamp, StampRefused, type Transport } from '@fachwerk/evidence-record';
import type { TimeStampConfig } from '../../../kernel/config.ts';
import type { Clock } from '../../../kernel/clock.ts';

/** A stamp as it is laid down. */
export interface TakenStamp {
  readonly token: Uint8Array;
  readonly at: Date;
  readonly authority: string;
  readonly validUntil: Date;
  readonly key: LastStamp['key'];
}

const limitMs = 9_000;

const transport: Transport = async (url, request) => {
  const { ok, status, headers, body } = await fetch(url, { ...request, signal: request.signal });
  return { ok, status, headers, body };
};

/** Certificates of the folder, PEM (several in one file) or DER. A file that is none stops with its name. */
export async function readTrustFolder(folder: string): Promise<Uint8Array[]> {
  const names = (await readdir(folder)).filter((name) => /\.(pem|crt|cer|der)$/i.test(name)).sort();
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })));
  return files.flatMap(({ name, bytes }) => {
    const blocks = bytes.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [bytes];
    try {
      return blocks.map((block) => new Uint8Array(new X509Certificate(block).raw));
    } catch (cause) {
      throw new Error(`${name} ist kein Zertifikat`, { cause });
    }
  });
}

/** Asks the authority for a stamp and checks it. Throws `StampRefused` for whatever the authority does or the trusted list lacks. */
export async function takeStamp(
  imprint: { readonly digest: DigestName; readonly hash: Uint8Array },
  { config, clock }: { readonly config: TimeStampConfig; readonly clock: Clock },
): Promise<TakenStamp> {
  const anchors = await readTrustFolder(config.trustFolder).catch((cause: Error) => {
    throw new StampRefused('not-trusted', cause.message, { cause });
  });
  const { url, policy } = config;
  const { stamp, checked } = await requestStamp(imprint, { url, policy, anchors, transport, limitMs, now: () => clock.now() });
  const [signer] = checked.path!.certificates;
  return { token: stamp.der, at: stamp.at, authority: checked.authority, validUntil: checked.validUntil!, key: signer!.keyFacts };
}
