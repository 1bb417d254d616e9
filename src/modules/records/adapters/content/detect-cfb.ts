// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from './byte-source.ts';
import type { ContainerType } from './detect-zip.ts';
import type { Hazard } from './hazards.ts';
import type { MediaTypeName } from './media-types.ts';

// [MS-CFB]: names of directory entries are UTF-16LE; the name of one stream tells the application that wrote the file.
const STREAMS: ReadonlyArray<readonly [string, MediaTypeName]> = [
  ['EncryptedPackage', 'application/x-office-encrypted'],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
];

// Windows Installer packages are CFB too and start programs: root class {000C1084-…}.
const INSTALLER_CLASS = Buffer.from('84100c0000000000c000000000000046', 'hex');
const MAX_ENTRIES = 512;

/** Looks into a compound file: old Office, Outlook message, encrypted Office, or an installer. */
export async function detectCfb(source: ByteSource): Promise<ContainerType> {
  const names = await readDirectoryNames(source);
  if (names.installer) return { mediaType: 'application/x-executable', hazards: ['executable'] };
  const found = STREAMS.find(([stream]) => names.all.has(stream));
  const hazards: Hazard[] = [];
  if (names.all.has('EncryptedPackage')) hazards.push('encrypted');
  if (names.all.has('Macros') || names.all.has('_VBA_PROJECT_CUR') || names.all.has('VBA')) hazards.push('macros');
  return { mediaType: found?.[1] ?? 'application/x-cfb', hazards };
}

// Follows no sector chain: the first directory sectors are enough to name the type, and a chain could be a circle.
async function readDirectoryNames(source: ByteSource): Promise<{ all: Set<string>; installer: boolean }> {
  const all = new Set<string>();
  const header = await source.read(0, 512);
  if (header.length < 512) return { all, installer: false };
  const sectorSize = header.readUInt16LE(30) === 12 ? 4096 : 512;
  const start = (header.readUInt32LE(48) + 1) * sectorSize;
  const directory = await source.read(start, MAX_ENTRIES * 128);
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    if (length >= 2 && length <= 64) all.add(directory.toString('utf16le', at, at + length - 2));
  }
  const installer = directory.length >= 96 && directory.subarray(80, 96).equals(INSTALLER_CLASS);
  return { all, installer };
}
