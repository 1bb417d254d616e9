// SPDX-License-Identifier: EUPL-1.2
// Checking an Ed25519 signature (RFC 8032 §5.1.7) with BigInt, for browsers without Ed25519 in WebCrypto and for pages opened from
// disk. Checking only: no secret ever enters this file, so running time that depends on the input does no harm.
import { sha512 } from './sha512.ts';

type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint];

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = memo(() => mod(-121665n * power(121666n, P - 2n)));
const SQRT_MINUS_ONE = memo(() => power(2n, (P - 1n) / 4n));
const NEUTRAL: Point = [0n, 1n, 1n, 0n];
const BASE = memo(() => decode(encodeNumber(mod(4n * power(5n, P - 2n))))!);

/** Computed at first use: Node never needs these, and its start should not wait for them. */
function memo<T>(compute: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= compute());
}

function mod(x: bigint): bigint {
  const rest = x % P;
  return rest < 0n ? rest + P : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = mod(base);
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

function littleEndian(bytes: Uint8Array): bigint {
  let number = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) number = (number << 8n) | BigInt(bytes[i]!);
  return number;
}

function encodeNumber(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * i)) & 255n));
}

/** RFC 8032 §5.1.4: addition in extended homogeneous coordinates. */
function add(p: Point, q: Point): Point {
  const a = mod((p[1] - p[0]) * (q[1] - q[0]));
  const b = mod((p[1] + p[0]) * (q[1] + q[0]));
  const c = mod(2n * p[3] * q[3] * D());
  const d = mod(2n * p[2] * q[2]);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
}

function multiply(point: Point, scalar: bigint): Point {
  let result = NEUTRAL;
  let double = point;
  for (let s = scalar; s > 0n; s >>= 1n) {
    if (s & 1n) result = add(result, double);
    double = add(double, double);
  }
  return result;
}

/** RFC 8032 §5.1.3; undefined when the 32 bytes are no point of the curve. */
function decode(bytes: Uint8Array): Point | undefined {
  const number = littleEndian(bytes);
  const sign = number >> 255n;
  const y = number & (2n ** 255n - 1n);
  if (y >= P) return undefined;
  const u = mod(y * y - 1n);
  const v = mod(D() * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  const check = mod(v * x * x);
  if (check === mod(-u)) x = mod(x * SQRT_MINUS_ONE());
  else if (check !== u) return undefined;
  if (x === 0n && sign === 1n) return undefined;
  if ((x & 1n) !== sign) x = mod(-x);
  return [x, y, 1n, mod(x * y)];
}

function encode(point: Point): Uint8Array {
  const inverse = power(point[2], P - 2n);
  const x = mod(point[0] * inverse);
  return encodeNumber(mod(point[1] * inverse) | ((x & 1n) << 255n));
}

/** Whether `signature` (64 bytes) over `message` is valid under the Ed25519 public key (32 bytes). */
export function verifyEd25519Portable(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = decode(publicKey);
  const s = littleEndian(signature.subarray(32));
  if (key === undefined || s >= ORDER) return false;
  const input = new Uint8Array(64 + message.length);
  input.set(signature.subarray(0, 32));
  input.set(publicKey, 32);
  input.set(message, 64);
  const k = littleEndian(sha512(input)) % ORDER;
  const minusKey: Point = [mod(-key[0]), key[1], key[2], mod(-key[3])];
  const r = encode(add(multiply(BASE(), s), multiply(minusKey, k)));
  return r.every((byte, i) => byte === signature[i]);
}
