// SPDX-License-Identifier: EUPL-1.2
import type { Code } from '../model/model.ts';

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** Hash of a file in hexadecimal small letters, by the Web Crypto API of Node and browsers. */
export async function hashOf(bytes: Uint8Array, algorithm: HashName = 'SHA-256'): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest(algorithm, bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The code that names the algorithm in a message. */
export function hashCode(algorithm: HashName = 'SHA-256'): Code {
  return { code: algorithm };
}
