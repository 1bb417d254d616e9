// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from './byte-source.ts';
import { findZipEntry, isEscapingName, readZipDirectory, readZipEntry, type ZipEntry } from './guarded-zip.ts';
import type { Hazard } from './hazards.ts';
import { findMediaType, type MediaTypeName } from './media-types.ts';
import { reasonOf } from './result.ts';

/** What a container holds, seen from its directory alone. */
export type ContainerType = { mediaType: MediaTypeName; hazards: Hazard[] };

const MAIN_PARTS: ReadonlyArray<readonly [string, MediaTypeName]> = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['xl/workbook.bin', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

const ARCHIVE_NAMES = ['.zip', '.7z', '.rar', '.gz', '.tar', '.jar'];

/** Looks into a ZIP: Office, OpenDocument or a plain archive, with everything hostile its directory shows. */
export async function detectZip(source: ByteSource): Promise<ContainerType> {
  try {
    const entries = await readZipDirectory(source);
    const mediaType = officeType(entries) ?? (await openDocumentType(source, entries)) ?? 'application/zip';
    return { mediaType, hazards: entryHazards(entries) };
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    return { mediaType: 'application/zip', hazards: [reason === 'hostile' || reason === 'too-large' ? 'zip-bomb' : 'damaged'] };
  }
}

function officeType(entries: readonly ZipEntry[]): MediaTypeName | undefined {
  if (!findZipEntry(entries, '[Content_Types].xml')) return undefined;
  return MAIN_PARTS.find(([part]) => findZipEntry(entries, part))?.[1];
}

// OpenDocument 1.3 part 2, 3.3: the first entry is "mimetype", stored, and holds the type and nothing else.
async function openDocumentType(source: ByteSource, entries: readonly ZipEntry[]): Promise<MediaTypeName | undefined> {
  const first = findZipEntry(entries, 'mimetype');
  if (!first || first.unpacked > 200) return undefined;
  const name = (await readZipEntry(source, first)).toString('latin1').replace('-template', '').trim();
  return name.startsWith('application/vnd.oasis.opendocument.') && findMediaType(name) ? (name as MediaTypeName) : undefined;
}

function entryHazards(entries: readonly ZipEntry[]): Hazard[] {
  const hazards = new Set<Hazard>();
  for (const entry of entries) {
    const name = entry.name.toLowerCase();
    if (isEscapingName(entry.name)) hazards.add('zip-slip');
    if (entry.symlink) hazards.add('symlink');
    if (entry.encrypted) hazards.add('encrypted');
    if (name.endsWith('vbaproject.bin') || name.startsWith('basic/script-lc')) hazards.add('macros');
    if (ARCHIVE_NAMES.some((ending) => name.endsWith(ending))) hazards.add('nested-archive');
    if (name.startsWith('word/embeddings/') || name.startsWith('xl/embeddings/')) hazards.add('embedded-files');
  }
  return [...hazards];
}
