// SPDX-License-Identifier: EUPL-1.2
// A receipt: everything a person needs to prove later, without the city, that one entry stood in the journal.
import { fromBase64, toBase64 } from './bytes.ts';
import { type Checkpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { type LeafParts, parseLeafData } from './leaf.ts';
import { parseNote } from './note.ts';
import { verifyInclusion } from './proof.ts';
import { type Hash, leafHash } from './tree.ts';

/** One entry, its place, the way to the root, and the signed (and possibly cosigned) head. */
export type Receipt = {
  readonly leafData: Uint8Array;
  readonly seq: number;
  readonly path: readonly Hash[];
  readonly checkpoint: string;
};

/** What a valid receipt proves. */
export type ReceiptProof = LeafParts & { readonly seq: number; readonly checkpoint: Checkpoint };

/** A receipt as one line of JSON, about 1.2 kB, small enough for a QR code or a PDF attachment. */
export function formatReceipt(receipt: Receipt): string {
  const { seq, path, checkpoint } = receipt;
  return JSON.stringify({ receipt: 1, leaf: toBase64(receipt.leafData), seq, path: path.map(toBase64), checkpoint });
}

/** The receipt in a JSON text, or undefined when it has another form. Nothing is verified yet. */
export function parseReceipt(text: string): Receipt | undefined {
  const json = readJson(text);
  if (typeof json !== 'object' || json === null) return undefined;
  const { receipt, leaf, seq, path, checkpoint } = json as Record<string, unknown>;
  if (receipt !== 1 || typeof leaf !== 'string' || typeof checkpoint !== 'string' || !isSeq(seq) || !isTextList(path))
    return undefined;
  const data = fromBase64(leaf);
  const hashes = path.map(fromBase64);
  if (data === undefined || !hashes.every((hash) => hash?.length === 32)) return undefined;
  return { leafData: data, seq, path: hashes as Hash[], checkpoint };
}

/** What the receipt proves under one of the city's verifier keys, or undefined when signature or proof do not hold. */
export function verifyReceipt(receipt: Receipt, verifierKeys: readonly string[]): ReceiptProof | undefined {
  const checkpoint = openCheckpoint(receipt.checkpoint, verifierKeys);
  const parts = parseLeafData(receipt.leafData);
  if (!checkpoint || !parts) return undefined;
  const proof = { index: receipt.seq, size: checkpoint.size, path: receipt.path };
  return verifyInclusion(proof, leafHash(receipt.leafData), checkpoint.root)
    ? { ...parts, seq: receipt.seq, checkpoint }
    : undefined;
}

/** The head a receipt was made for, unverified: enough to ask the log for a consistency proof. */
export function receiptHead(receipt: Receipt): Checkpoint | undefined {
  const note = parseNote(receipt.checkpoint);
  return note && parseCheckpoint(note.text);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isSeq(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= 64 && value.every((item) => typeof item === 'string');
}
