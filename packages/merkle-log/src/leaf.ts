// SPDX-License-Identifier: EUPL-1.2
// What one leaf of the journal's tree contains: u32be(length of header) || header || commitment(32).
import { concatBytes, fromUtf8, utf8 } from './bytes.ts';
import { COMMITMENT_LENGTH } from './commitment.ts';

/** A leaf's two parts: the canonical header text and the commitment to the personal part. */
export type LeafParts = { readonly header: string; readonly commitment: Uint8Array };

/** The bytes that are hashed into the tree. Throws `RangeError` unless the commitment has 32 bytes. */
export function leafData(header: string, committed: Uint8Array): Uint8Array {
  if (committed.length !== COMMITMENT_LENGTH) throw new RangeError('the commitment must have 32 bytes');
  const text = utf8(header);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, text.length);
  return concatBytes(length, text, committed);
}

/** The two parts of leaf data, or undefined when the lengths do not add up or the header is not UTF-8. */
export function parseLeafData(data: Uint8Array): LeafParts | undefined {
  if (data.length < 4 + COMMITMENT_LENGTH) return undefined;
  const length = new DataView(data.buffer, data.byteOffset).getUint32(0);
  if (data.length !== 4 + length + COMMITMENT_LENGTH) return undefined;
  try {
    return { header: fromUtf8(data.subarray(4, 4 + length)), commitment: data.slice(4 + length) };
  } catch {
    return undefined;
  }
}
