// SPDX-License-Identifier: EUPL-1.2
// How the two built verifiers check evidence records; the library itself does not need this file.
import { readCertificate, verifyRecord } from '@fachwerk/evidence-record';
import type { EvidenceCheck } from './verify/check-evidence.ts';

/** Checks records with the surrounding's own cryptography, as of a moment. */
export function evidenceCheckAt(now: () => Date): EvidenceCheck {
  return async (record, { documents, anchors }) => {
    const believed = anchors.filter(isCertificate);
    const ask = (data: Parameters<typeof verifyRecord>[1]['data']) =>
      verifyRecord(record, { data, group: documents.length > 1, anchors: believed, at: now() });
    let verdict = await ask(documents.map(({ sha256 }) => ({ digests: { sha256 } })));
    if (verdict.errors.some(({ key }) => key === 'data-missing')) {
      const whole = await Promise.all(documents.map(({ bytes }) => bytes()));
      verdict = await ask(whole.flatMap((bytes) => (bytes ? [{ bytes }] : [])));
    }
    const found = [...verdict.errors, ...verdict.limits].map(({ key }) => key);
    const lacks = found.includes('no-crypto') || found.includes('signature-unchecked');
    return {
      state: lacks ? 'unchecked' : verdict.state === 'broken' ? 'broken' : 'holds',
      trusted: verdict.state === 'proven',
      since: (verdict.since?.getTime() ?? 0) / 1000,
      authority: verdict.stamps.at(-1)?.authority ?? '',
    };
  };
}

function isCertificate(der: Uint8Array): boolean {
  try {
    return readCertificate(der).der === der;
  } catch {
    return false; // whatever stood between the marks, it vouches for nobody
  }
}
