// SPDX-License-Identifier: EUPL-1.2
// One place for every bound a reader keeps. Sizes in bytes, times in milliseconds.

const KB = 1024;
const MB = 1024 * KB;

/** Bounds of containers (DOCX, XLSX, ODT …); chosen so that a zip bomb is refused by its own directory, before unpacking. */
export const ZIP_LIMITS = {
  entries: 10_000,
  totalUnpacked: 512 * MB,
  entryUnpacked: 64 * MB,
  // DEFLATE cannot pass 1032:1; real Office XML of that size stays well under 200:1, even a sheet of formatted emptiness.
  ratio: 400,
  ratioFrom: 4 * MB,
  directory: 4 * MB,
} as const;

/** Bounds of compound files (Outlook messages); a message with 500 attachments has some ten thousand entries. */
export const COMPOUND_LIMITS = { entries: 50_000, depth: 128 } as const;

/** Bounds of XML inside containers; deep or wide trees are how parsers are exhausted. */
export const XML_LIMITS = { depth: 256, attributes: 256, nameLength: 1024, textLength: 64 * MB } as const;

/** Bounds of what may be read at all, by the reader that has to hold the bytes. */
export const INPUT_LIMITS = {
  pdf: 96 * MB,
  mail: 48 * MB,
  markup: 8 * MB,
  text: 32 * MB,
  container: 512 * MB,
  image: 256 * MB,
} as const;

/** Bounds of the text handed on: what a search index can use, not what a bomb can print. */
export const TEXT_LIMITS = {
  pages: 5_000,
  pageLength: 1_000_000,
  totalLength: 8_000_000,
  metaLength: 500,
  milliseconds: 40_000,
} as const;

/** Bounds of images: an A0 plan at 300 dpi has 140 million pixels. */
export const IMAGE_LIMITS = { pixels: 150_000_000, side: 65_000, pageSide: 6_000, pagePixels: 24_000_000, width: 3_000 } as const;

/** Bounds of messages; RFC 5322 needs none of this depth. */
export const MAIL_LIMITS = {
  depth: 40,
  headerBytes: 512 * KB,
  parts: 1_000,
  attachments: 500,
  body: 8 * MB,
} as const;

/** Bounds of a worker process; the papers ask for 60 s and 1 GB, and for an RSS of at most 512 MB. */
export const WORKER_LIMITS = {
  milliseconds: 60_000,
  cpuSecondsPerJob: 60,
  cpuSecondsPerLife: 600,
  residentBytes: 448 * MB,
  residentKept: 300 * MB,
  dataBytes: 1_024 * MB,
  fileBytes: 128 * MB,
  folderBytes: 512 * MB,
  processes: 64,
  openFiles: 256,
  heapMegabytes: 256,
  wasmBytes: 256 * MB,
  jobs: 50,
  replyBytes: 64 * MB,
  idleMilliseconds: 30_000,
} as const;
