// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesOf, patternOf, streamOf } from './fixture.ts';
import { cut, frameBytes, frameCount, frameKey, openFrames, sealedFrameBytes, sealedLength, sealFrames } from './frame.ts';
import { StorageError } from './storage-error.ts';

const key = frameKey(Buffer.alloc(32, 7));
const seal = (bytes: Uint8Array, piece?: number) => bytesOf(sealFrames(streamOf(bytes, piece), key));
const unseal = (sealed: Uint8Array, size: number) =>
  bytesOf(openFrames(streamOf(sealed), { key, first: 0, end: frameCount(size), count: frameCount(size) }));
const nearBorders = fc
  .tuple(fc.nat(3), fc.integer({ min: -2, max: 2 }))
  .map(([frames, off]) => Math.max(0, frames * frameBytes + off));
const damaged = (error: unknown) => error instanceof StorageError && error.reason === 'damaged';

test('a stream is cut into equal pieces, however it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(5_000),
      fc.integer({ min: 1, max: 700 }),
      fc.integer({ min: 1, max: 700 }),
      async (size, arrives, length) => {
        const bytes = patternOf(size);
        const pieces: Buffer[] = [];
        const lasts: boolean[] = [];
        for await (const piece of cut(streamOf(bytes, arrives), length)) {
          pieces.push(Buffer.from(piece.bytes));
          lasts.push(piece.last);
        }
        assert.deepEqual(Buffer.concat(pieces), bytes);
        assert.deepEqual(
          pieces.map((piece) => piece.length),
          [...Array(pieces.length - 1).fill(length), size === 0 ? 0 : size % length || length],
        );
        assert.equal(lasts.indexOf(true), pieces.length - 1);
      },
    ),
  );
});

test('sealed and opened again, content is the same at every size around the frame borders', async () => {
  await fc.assert(
    fc.asyncProperty(nearBorders, fc.constantFrom(1_000, frameBytes, 300_000), async (size, piece) => {
      const bytes = patternOf(size);
      const sealed = await seal(bytes, piece);
      assert.equal(sealed.length, sealedLength(size));
      assert.deepEqual(await unseal(sealed, size), bytes);
    }),
    { numRuns: 60 },
  );
});

test('a blob cut off anywhere is not opened', async () => {
  const size = 2 * frameBytes + 5;
  const sealed = await seal(patternOf(size));
  for (const length of [0, 15, 16, sealedFrameBytes - 1, sealedFrameBytes, 2 * sealedFrameBytes, 2 * sealedFrameBytes + 20]) {
    const cutOff = sealed.subarray(0, length);
    await assert.rejects(unseal(cutOff, size), damaged, `as ${size} bytes, cut off at ${length}`);
    const claimed = Math.max(0, length - 16 * Math.ceil(length / sealedFrameBytes));
    await assert.rejects(unseal(cutOff, claimed), damaged, `passed off as a shorter blob of ${claimed} bytes`);
  }
});

test('frames cannot be exchanged, repeated, or taken from another blob', async () => {
  const size = 3 * frameBytes;
  const sealed = await seal(patternOf(size));
  const frame = (number: number) => sealed.subarray(number * sealedFrameBytes, (number + 1) * sealedFrameBytes);
  const other = await bytesOf(sealFrames(streamOf(patternOf(size)), frameKey(Buffer.alloc(32, 8))));
  for (const forged of [
    [1, 0, 2],
    [0, 0, 2],
    [0, 2, 2],
    [2, 1, 0],
  ])
    await assert.rejects(unseal(Buffer.concat(forged.map(frame)), size), damaged);
  await assert.rejects(unseal(other, size), damaged);
});

test('every single flipped bit is found', async () => {
  const bytes = patternOf(frameBytes + 100);
  const sealed = await seal(bytes);
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
      const forged = Buffer.from(sealed);
      forged[at]! ^= 1 << bit;
      await assert.rejects(unseal(forged, bytes.length), damaged);
    }),
    { numRuns: 100 },
  );
});
