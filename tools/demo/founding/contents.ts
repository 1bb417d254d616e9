// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { BlobStore } from '../../../src/kernel/blob/index.ts';
import { parseMail } from '../../../src/modules/records/adapters/content/mail-message.ts';
import type { PaperFile } from '../papers/letter.ts';

/** A content that lies in the store. */
export interface KeptContent {
  /** SHA-256, hex. */
  readonly hash: string;
  readonly size: number;
  readonly mediaType: string;
  readonly pages: readonly string[];
  /** What recognises a message that comes twice; empty for everything else. */
  readonly messageKey: string;
}

/** Makes papers and puts them into the store, each content only once. */
export interface ContentKeeper {
  /** Resolves once the content is durable; asked again for the same paper it makes nothing anew. */
  keep(write: () => PaperFile): Promise<KeptContent>;
  /** Keeps many papers, a few at a time, so that they never all lie in memory. */
  keepAll(papers: Iterable<() => PaperFile>): Promise<void>;
}

const atOnce = 12;

/** Opens a keeper over the store. */
export function contentKeeper(blobs: BlobStore): ContentKeeper {
  const byPaper = new Map<() => PaperFile, Promise<KeptContent>>();
  const byHash = new Map<string, Promise<KeptContent>>();
  const put = async (hash: string, file: PaperFile): Promise<KeptContent> => {
    const { bytes, mediaType, pages } = file;
    await blobs.put(once(bytes));
    return { hash, size: bytes.byteLength, mediaType, pages, messageKey: await messageKey(file) };
  };
  const keep = (write: () => PaperFile): Promise<KeptContent> => {
    const known = byPaper.get(write);
    if (known) return known;
    const file = write();
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    const kept = byHash.get(hash) ?? put(hash, file);
    byHash.set(hash, kept);
    byPaper.set(write, kept);
    return kept;
  };
  return {
    keep,
    async keepAll(papers) {
      const waiting = papers[Symbol.iterator]();
      const lane = async () => {
        for (let next = waiting.next(); !next.done; next = waiting.next()) await keep(next.value);
      };
      await Promise.all(Array.from({ length: atOnce }, lane));
    },
  };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function messageKey({ mediaType, bytes }: PaperFile): Promise<string> {
  return mediaType === 'message/rfc822' ? (await parseMail(bytes)).message.contentHash : '';
}
