// SPDX-License-Identifier: EUPL-1.2
// The numbers of the ZIP format (PKWARE APPNOTE 6.3) that reader and writer share.

/** Signatures of the records, as little-endian numbers. */
export const SIGNATURE = {
  localHeader: 0x04034b50,
  dataDescriptor: 0x08074b50,
  centralHeader: 0x02014b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
  end: 0x06054b50,
} as const;

/** Fixed lengths of the records in bytes. */
export const LENGTH = { localHeader: 30, centralHeader: 46, zip64End: 56, zip64Locator: 20, end: 22 } as const;

/** Compression methods we read and write. */
export const METHOD = { stored: 0, deflated: 8 } as const;

/** General purpose bits: encrypted, sizes follow in a descriptor, name is UTF-8. */
export const FLAG = { encrypted: 1, descriptor: 1 << 3, utf8: 1 << 11 } as const;

/** A 32-bit field with this value says: look into the Zip64 extra field. */
export const MAX_32 = 0xffff_ffff;
/** The same for 16-bit fields. */
export const MAX_16 = 0xffff;
/** Id of the Zip64 extra field. */
export const ZIP64_EXTRA = 0x0001;
