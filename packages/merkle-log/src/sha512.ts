// SPDX-License-Identifier: EUPL-1.2
// SHA-512 (FIPS 180-4) with BigInt: small and slow, needed only for checking Ed25519 signatures in the browser page.

const MASK = (1n << 64n) - 1n;

type Constants = { readonly round: readonly bigint[]; readonly start: readonly bigint[] };
let known: Constants | undefined;

/** Computed at first use: Node never needs them, and its start should not wait for them. */
function constants(): Constants {
  const primes = known ? [] : firstPrimes(80);
  known ??= {
    round: primes.map((prime) => rootFraction(prime, 3n)),
    start: primes.slice(0, 8).map((prime) => rootFraction(prime, 2n)),
  };
  return known;
}

function firstPrimes(count: number): bigint[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map(BigInt);
}

/** FIPS 180-4 §4.2.3, §5.3.5: the first 64 fractional bits of the cube (square) root of a prime. */
function rootFraction(prime: bigint, degree: bigint): bigint {
  const target = prime << (64n * degree);
  let low = 0n;
  let high = 1n << 69n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return low & MASK;
}

function rotate(x: bigint, by: bigint): bigint {
  return ((x >> by) | (x << (64n - by))) & MASK;
}

function schedule(view: DataView, at: number): bigint[] {
  const words: bigint[] = [];
  for (let i = 0; i < 16; i++) words.push(view.getBigUint64(at + 8 * i));
  for (let i = 16; i < 80; i++) {
    const x = words[i - 15]!;
    const y = words[i - 2]!;
    const s0 = rotate(x, 1n) ^ rotate(x, 8n) ^ (x >> 7n);
    const s1 = rotate(y, 19n) ^ rotate(y, 61n) ^ (y >> 6n);
    words.push((words[i - 16]! + s0 + words[i - 7]! + s1) & MASK);
  }
  return words;
}

function compress(state: readonly bigint[], words: readonly bigint[]): bigint[] {
  const { round } = constants();
  let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
  for (let i = 0; i < 80; i++) {
    const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
    const t1 = h + s1 + ((e & f) ^ (~e & MASK & g)) + round[i]! + words[i]!;
    const s0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]!) & MASK);
}

/** SHA-512 of the bytes. */
export function sha512(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 17) / 128) * 128);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  let state = constants().start;
  for (let at = 0; at < padded.length; at += 128) state = compress(state, schedule(view, at));
  const out = new Uint8Array(64);
  const outView = new DataView(out.buffer);
  state.forEach((word, i) => {
    outView.setBigUint64(8 * i, word);
  });
  return out;
}
