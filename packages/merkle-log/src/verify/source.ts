// SPDX-License-Identifier: EUPL-1.2
// Where the files to be checked come from: an archive, a folder, a list of files in the browser. The checks see only this.
import type { SourceFile } from '../zip/reader.ts';

export type { SourceFile } from '../zip/reader.ts';

/** The files of a package or export by their paths. */
export type Source = ReadonlyMap<string, SourceFile>;

/** The whole of a small file; undefined when it is larger than `limit` bytes or not UTF-8. */
export async function readText(file: SourceFile, limit: number): Promise<string | undefined> {
  if (file.size > limit) return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  try {
    for await (const chunk of file.open()) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
