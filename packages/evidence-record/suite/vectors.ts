// SPDX-License-Identifier: EUPL-1.2
// What belongs to public vectors whose data do not lie beside them, and what is right about each. Facts about the vectors of the EU's DSS project.
import type { DataObject } from '../src/verify/data.ts';
import type { ErrorKey } from '../src/verify/finding.ts';

/** A record's data, and how it must be decided. */
export interface Expectation {
  /** Names of files beside it, or the data themselves; undefined: look for fitting files. */
  readonly data?: readonly (string | DataObject)[];
  readonly group?: boolean;
  /** A contradiction that must be found; "malformed" and the like. Without it the record must hold. */
  readonly broken?: ErrorKey;
}

const text = (value: string): DataObject => ({ bytes: new TextEncoder().encode(value) });
const sha256 = (...base64: readonly string[]): DataObject[] =>
  base64.map((value) => ({ digests: { sha256: Buffer.from(value, 'base64') } }));
const pair = sha256('nOLX01D5QYQHQ58MoR3MEquffNsV+ezF7Kk1SCYCuHI=', '7sxNM1LA6WX9iHle39GmDFrAmzwRAMBS67auC9NDKyY=');
const six = sha256(
  'EPRF0uQcTYjnF+PyR1a52z9fXpKZEAUx3d+jQAFfPos=',
  'Oida+g+rN0DmsVgqZOgAex7lYghgYcgQth4CXl5idH0=',
  'ZAiUg2B6CyVNPSiMgeaR4utRLwD3PPvMMBwXt0r3L7E=',
  'go+iO1ByVKxsnCPfTfTkZ9WYK45d52Dc7mrV1lUl6Ho=',
  'kG60U/JtBW9QHmxPX2+FH+I3q6FvtwS0G0kE1j6BT4Q=',
  'zFMwgPw86LH0Py/DPEAqMA3uqMgatCJe0UwKJxifjD8=',
);
const third = { data: [text('\u0003')] };

/** File name → expectation. */
export const knownVectors: Readonly<Record<string, Expectation>> = {
  'BIN-1_ER_malformed.ers': { broken: 'malformed' },
  // The text beside it is not what the record covers.
  'bsi_gov_vte-lza_002.ers': { data: ['bsi_gov_vte-lza_002.bin'], broken: 'data-foreign' },
  'ER-2Chains3ATS.ers': { data: ['ER-2Chains3ATS1.bin', 'ER-2Chains3ATS2.bin'] },
  '1_0_Initial.er': { data: [text('123456')] },
  '1_1_Renew_Unsorted.er': { data: [text('123456')] },
  '1_2_Renew_Unsorted.er': { data: [text('123456')] },
  '1_3_Renew_Unsorted.er': { data: [text('123456')] },
  'LKSG_4.ers': {
    data: [
      {
        digests: {
          sha256: Buffer.from('SMP/0kaannOThgfDF1Dly2qUG2Zbj5YMyNLSRZHWkO0=', 'base64'),
          sha384: Buffer.from('EfWPNqRRVrdEffJtLzF/l13oPz9qGQ5IR/sbRZxglqIzS95wy128Yi/KBEGKaIIX', 'base64'),
        },
      },
    ],
  },
  'er-asn1-chain-renewal-duplicated-data-invalid.ers': { data: [text('\t')], broken: 'data-foreign' },
  'er-asn1-chain-renewal-invalid.ers': { data: [text('\t')], broken: 'data-foreign' },
  'er-asn1-full-renewal.ers': { data: [text('\u0003'), text('\u0001')], group: true },
  'er-asn1-full-renewal-duplicated-data.ers': { data: [text('\t')], group: true },
  'er-asn1-full-renewal-five-ats-chain.ers': third,
  'er-asn1-full-renewal-three-ats-chain.ers': third,
  'er-asn1-full-renewal-two-ats-chain.ers': third,
  'er-asn1-full-renewal-tst-renewal.ers': third,
  'er-asn1-full-renewal-tst-renewal-chain-renewal.ers': third,
  'er-asn1-on-tst.ers': { data: ['d-trust.tsr'] },
  'er-asn1-one-level-hashtree.ers': { data: [text('\u0002')] },
  'er-asn1-simple.ers': { data: [text('1')] },
  'er-asn1-simple-invalid.ers': {
    data: sha256('nOPX01D5QYQHQ58MoR3MEquffNsV+ezF7Kk1SCYCuHI=', '7s1NM1LA6WX9iHle39GmDFrAmzwRAMBS67auC9NDKyY='),
    broken: 'root-differs',
  },
  'er-asn1-tst-renewal.ers': { data: pair, group: true },
  'er-asn1-tst-renewal-invalid.ers': { data: pair, broken: 'stamp-foreign' },
  'evidencerecord.ers': { data: six, group: true },
};
