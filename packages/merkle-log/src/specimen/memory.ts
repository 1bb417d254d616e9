// SPDX-License-Identifier: EUPL-1.2
import { inflateRaw } from '../node-source.ts';
import { readTrust, type Trust } from '../verify/trust.ts';
import type { Source } from '../verify/source.ts';
import { type Result, verify } from '../verify/verify.ts';
import { type ExportInput, fullExportFiles } from '../write/full-export.ts';
import { type ArchiveLimits, readZip } from '../zip/reader.ts';
import type { OutputFile } from '../zip/writer.ts';

/** Files in memory, as a source to be checked. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): Source {
  return new Map([...files].map(([path, bytes]) => [path, { path, size: bytes.length, open: () => pieces(bytes) }]));
}

/** Small pieces, so that lines and notes are cut in the middle. */
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1009) yield bytes.subarray(at, at + 1009);
}

/** All files of a writer, in memory. */
export async function collect(files: AsyncIterable<OutputFile>): Promise<Map<string, Buffer>> {
  const collected = new Map<string, Buffer>();
  for await (const { path, data } of files) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of data) chunks.push(chunk);
    collected.set(path, Buffer.concat(chunks));
  }
  return collected;
}

/** The files of an archive in memory. */
export function unzip(bytes: Uint8Array, limits?: ArchiveLimits): ReturnType<typeof readZip> {
  return readZip(
    { size: bytes.length, read: async (offset, length) => bytes.slice(offset, offset + length) },
    inflateRaw,
    limits,
  );
}

/** The files of an archive, unpacked into memory. */
export async function unpacked(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const [path, file] of await unzip(bytes)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.open()) chunks.push(chunk.slice());
    files.set(path, Buffer.concat(chunks));
  }
  return files;
}

/** What a reader believes, from texts such as they would hand over as files. */
export function trusting(...texts: readonly string[]): Trust {
  const trusts = texts.map((text) => readTrust(text)!);
  return {
    keys: trusts.flatMap(({ keys }) => keys),
    witnessKeys: trusts.flatMap(({ witnessKeys }) => witnessKeys),
    heads: trusts.flatMap(({ heads }) => heads),
    anchors: trusts.flatMap(({ anchors = [] }) => anchors),
  };
}

/** Checks a package's bytes. */
export function verifyBytes(bytes: Uint8Array, trust: Trust): Promise<Result> {
  return verify({ open: () => unzip(bytes), trust });
}

/** Writes and checks a full export in memory; `change` may alter its files in between. */
export async function verifyExport(
  input: ExportInput,
  trust: Trust,
  change: (files: Map<string, Buffer>) => void = () => {},
): Promise<Result> {
  const files = await collect(fullExportFiles(input));
  change(files);
  return verify({ open: async () => memorySource(files), trust });
}

/** The keys of what was found wrong, each once. */
export function errorsOf({ verdict }: Result): string[] {
  return [...new Set(verdict.errors.map(({ key }) => key))].sort();
}
