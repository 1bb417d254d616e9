// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createHash } from 'node:crypto';

/** Id of the upload in the scenario of that name. */
export const uploadId = 'upload-fault-test';

/** What the child puts, one after the other. The third put finds its content known, and takes the other way through the store. */
export function contentsOf(scenario: string): Buffer[] {
  const small = bytesOf(3_000, 1);
  if (scenario === 'upload') return [bytesOf(150_000, 2)];
  return scenario === 'naive' ? [small, bytesOf(100_000, 3)] : [small, bytesOf(100_000, 3), small];
}

/** Bytes that look random and are the same for the same seed. */
export function bytesOf(size: number, seed: number): Buffer {
  const key = Buffer.alloc(16);
  key.writeUInt32LE(seed);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(size));
}

/** A stream of one piece. */
export async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** SHA-256, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
