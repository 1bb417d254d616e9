// SPDX-License-Identifier: EUPL-1.2
// Writes DER. Shortest forms only; sets are sorted as X.690 §11.6 demands.
import { compareBytes, concat } from '../bytes.ts';
import { TAG } from './reader.ts';

/** One element: tag byte, length, content. */
export function element(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const size = content.reduce((sum, part) => sum + part.length, 0);
  return concat([Uint8Array.of(tag), lengthBytes(size), ...content]);
}

function lengthBytes(size: number): Uint8Array {
  if (size < 0x80) return Uint8Array.of(size);
  const bytes: number[] = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(0x80 + bytes.length, ...bytes);
}

/** SEQUENCE of the parts. */
export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return element(TAG.sequence, ...parts);
}

/** SET OF the parts, in DER's order. */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array {
  return element(TAG.set, ...[...parts].sort(compareBytes));
}

/** INTEGER from unsigned big-endian bytes, in shortest form. */
export function unsigned(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const kept = bytes.length === 0 ? Uint8Array.of(0) : bytes.subarray(start);
  return element(TAG.integer, ...(kept[0]! >= 0x80 ? [Uint8Array.of(0)] : []), kept);
}

/** INTEGER from 0 to 127. */
export function small(value: number): Uint8Array {
  return element(TAG.integer, Uint8Array.of(value));
}

/** OCTET STRING. */
export function octets(bytes: Uint8Array): Uint8Array {
  return element(TAG.octets, bytes);
}

/** BOOLEAN true, the only one DER writes where false is the default. */
export const TRUE: Uint8Array = Uint8Array.of(TAG.boolean, 1, 0xff);

/** NULL. */
export const NULL: Uint8Array = Uint8Array.of(TAG.null, 0);

/** OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Uint8Array {
  const [top = 0n, second = 0n, ...others] = dotted.split('.').map(BigInt);
  return element(TAG.oid, Uint8Array.from([top * 40n + second, ...others].flatMap(base128)));
}

function base128(value: bigint): number[] {
  const bytes = [Number(value % 128n)];
  for (let rest = value / 128n; rest > 0n; rest /= 128n) bytes.unshift(Number(rest % 128n) + 0x80);
  return bytes;
}
