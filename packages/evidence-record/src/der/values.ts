// SPDX-License-Identifier: EUPL-1.2
// What stands in DER elements: object identifiers, integers, times, texts.
import { type Element, NotDer, TAG } from './reader.ts';

/** An object identifier in dotted form; at most 64 bytes of content. */
export function readOid({ tag, body }: Element, what: string): string {
  const last = body.at(-1);
  if (tag !== TAG.oid || last === undefined || body.length > 64 || last >= 0x80) throw new NotDer('oid', what);
  const arcs: bigint[] = [];
  let value = 0n;
  let fresh = true;
  for (const byte of body) {
    if (fresh && byte === 0x80) throw new NotDer('oid', what);
    value = value * 128n + BigInt(byte & 0x7f);
    fresh = byte < 0x80;
    if (!fresh) continue;
    arcs.push(value);
    value = 0n;
  }
  const [first = 0n, ...others] = arcs;
  const top = first >= 80n ? 2n : first >= 40n ? 1n : 0n;
  return [top, first - top * 40n, ...others].join('.');
}

/** The content bytes of an INTEGER in shortest form, big endian, two's complement; at most 4096 bytes. */
export function readInteger({ tag, body }: Element, what: string): Uint8Array {
  const [first, second] = body;
  const padded = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  if (tag !== TAG.integer || first === undefined || padded || body.length > 4096) throw new NotDer('integer', what);
  return body;
}

/** An INTEGER from 0 to 2^31-1. */
export function readSmall(element: Element, what: string): number {
  const bytes = readInteger(element, what);
  if (bytes.length > 4 || bytes[0]! >= 0x80) throw new NotDer('integer', what);
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

/** UTCTime or GeneralizedTime in the form that RFC 5280 §4.1.2.5 and RFC 3161 §2.4.2 demand: UTC, ending in Z. */
export function readTime({ tag, body }: Element, what: string): Date {
  const text = String.fromCharCode(...body.subarray(0, 40));
  const pattern =
    tag === TAG.utcTime
      ? /^(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)(?<h>\d\d)(?<i>\d\d)(?<s>\d\d)Z$/
      : /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?<h>\d\d)(?<i>\d\d)(?<s>\d\d)(?<f>\.\d{1,9})?Z$/;
  const parts = tag === TAG.utcTime || tag === TAG.generalizedTime ? pattern.exec(text)?.groups : undefined;
  if (!parts || body.length > 40 || parts['f']?.endsWith('0')) throw new NotDer('time', what);
  const short = Number(parts['y']);
  const year = tag === TAG.utcTime ? short + (short < 50 ? 2000 : 1900) : short;
  const fraction = Math.floor(Number(parts['f'] ?? 0) * 1000);
  const [month, day, hour, minute, second] = ['m', 'd', 'h', 'i', 's'].map((key) => Number(parts[key])) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second, fraction));
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!real) throw new NotDer('time', what);
  return at;
}

/** An OCTET STRING's bytes. */
export function readOctets({ tag, body }: Element, what: string): Uint8Array {
  if (tag !== TAG.octets) throw new NotDer('tag', what);
  return body;
}

/** A BIT STRING of whole bytes. */
export function readBits({ tag, body }: Element, what: string): Uint8Array {
  if (tag !== TAG.bits || body[0] !== 0) throw new NotDer('structure', what);
  return body.subarray(1);
}
