// SPDX-License-Identifier: EUPL-1.2
import type { ByteSource } from './byte-source.ts';
import type { TextMeta } from './extracted-text.ts';
import { findZipEntry, readZipEntry, type ZipEntry } from './guarded-zip.ts';
import { readXml } from './guarded-xml.ts';

const KEYS: Record<string, keyof TextMeta> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'meta:initial-creator': 'author',
  'dcterms:created': 'created',
  'meta:creation-date': 'created',
};

/** Title, author and date of an Office Open XML package (docProps/core.xml). */
export async function readCoreProperties(source: ByteSource, entries: readonly ZipEntry[]): Promise<TextMeta> {
  return readProperties(source, findZipEntry(entries, 'docProps/core.xml'));
}

/** Title, author and date of an OpenDocument package (meta.xml). */
export async function readOpenDocumentMeta(source: ByteSource, entries: readonly ZipEntry[]): Promise<TextMeta> {
  return readProperties(source, findZipEntry(entries, 'meta.xml'));
}

async function readProperties(source: ByteSource, part: ZipEntry | undefined): Promise<TextMeta> {
  const meta: TextMeta = {};
  if (!part) return meta;
  let key: keyof TextMeta | undefined;
  readXml(await readZipEntry(source, part), {
    open(name) {
      key = KEYS[name];
    },
    close() {
      key = undefined;
    },
    text(text) {
      if (key) meta[key] = (meta[key] ?? '') + text;
    },
  });
  return meta;
}
