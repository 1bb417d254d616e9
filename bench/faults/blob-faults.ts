// SPDX-License-Identifier: EUPL-1.2
import { blobBitRot } from './blob-bit-rot.ts';
import { blobDiskFull } from './blob-disk-full.ts';
import type { FaultResult } from './result.ts';
import { blobSyscallFaults } from './blob-syscalls.ts';

/** Every fault test of the content store, one after the other. */
export async function blobFaults({ quick }: { quick: boolean }): Promise<FaultResult[]> {
  return [await blobSyscallFaults({ quick }), await blobDiskFull(), await blobBitRot({ quick })];
}
