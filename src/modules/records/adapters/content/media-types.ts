// SPDX-License-Identifier: EUPL-1.2

/** What a clerk would call the thing: decides icon, preview and which reader is asked. */
export type ContentKind = 'document' | 'image' | 'mail' | 'sheet' | 'archive' | 'markup' | 'unknown';

/** One recognised format: German label, kind and the file name extensions that go with it. */
export type MediaType = { label: string; kind: ContentKind; extensions: readonly string[]; aliases?: readonly string[] };

const TABLE = {
  'application/pdf': { label: 'PDF-Dokument', kind: 'document', extensions: ['pdf'], aliases: ['application/x-pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    label: 'Word-Dokument',
    kind: 'document',
    extensions: ['docx', 'docm', 'dotx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    label: 'Excel-Tabelle',
    kind: 'sheet',
    extensions: ['xlsx', 'xlsm', 'xltx'],
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    label: 'PowerPoint-Präsentation',
    kind: 'document',
    extensions: ['pptx', 'pptm', 'ppsx', 'potx'],
  },
  'application/vnd.oasis.opendocument.text': { label: 'OpenDocument-Text', kind: 'document', extensions: ['odt', 'ott'] },
  'application/vnd.oasis.opendocument.spreadsheet': { label: 'OpenDocument-Tabelle', kind: 'sheet', extensions: ['ods', 'ots'] },
  'application/vnd.oasis.opendocument.presentation': {
    label: 'OpenDocument-Präsentation',
    kind: 'document',
    extensions: ['odp', 'otp'],
  },
  'application/msword': { label: 'Word-Dokument (alt)', kind: 'document', extensions: ['doc', 'dot'] },
  'application/vnd.ms-excel': { label: 'Excel-Tabelle (alt)', kind: 'sheet', extensions: ['xls', 'xlt'] },
  'application/vnd.ms-powerpoint': { label: 'PowerPoint-Präsentation (alt)', kind: 'document', extensions: ['ppt', 'pps'] },
  'application/vnd.ms-outlook': { label: 'Outlook-E-Mail', kind: 'mail', extensions: ['msg', 'oft'] },
  'application/x-office-encrypted': {
    label: 'verschlüsseltes Office-Dokument',
    kind: 'document',
    extensions: ['docx', 'xlsx', 'pptx', 'docm', 'xlsm', 'pptm'],
  },
  'application/x-cfb': { label: 'Dokument in unbekanntem Microsoft-Format', kind: 'unknown', extensions: [] },
  'message/rfc822': { label: 'E-Mail', kind: 'mail', extensions: ['eml', 'mht', 'mhtml'] },
  'application/mbox': { label: 'E-Mail-Sammlung', kind: 'archive', extensions: ['mbox'] },
  'application/rtf': { label: 'RTF-Dokument', kind: 'document', extensions: ['rtf'], aliases: ['text/rtf'] },
  'text/html': { label: 'HTML-Seite', kind: 'markup', extensions: ['html', 'htm', 'xhtml'], aliases: ['application/xhtml+xml'] },
  'image/svg+xml': { label: 'SVG-Grafik', kind: 'markup', extensions: ['svg'] },
  'application/xml': {
    label: 'XML-Datei',
    kind: 'markup',
    extensions: ['xml', 'xsd', 'xsl', 'xslt', 'bpmn', 'dmn', 'gml'],
    aliases: ['text/xml'],
  },
  'application/json': { label: 'JSON-Datei', kind: 'markup', extensions: ['json', 'geojson'], aliases: ['text/json'] },
  'text/calendar': { label: 'Kalendereintrag', kind: 'document', extensions: ['ics', 'ical'] },
  'text/vcard': { label: 'Visitenkarte', kind: 'document', extensions: ['vcf'] },
  'text/csv': { label: 'CSV-Tabelle', kind: 'sheet', extensions: ['csv', 'tsv', 'txt'], aliases: ['text/tab-separated-values'] },
  'text/plain': { label: 'Textdatei', kind: 'document', extensions: ['txt', 'text', 'log', 'md', 'ini', 'asc', 'csv', 'tsv'] },
  'image/png': { label: 'PNG-Bild', kind: 'image', extensions: ['png'] },
  'image/jpeg': {
    label: 'JPEG-Bild',
    kind: 'image',
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    aliases: ['image/jpg', 'image/pjpeg'],
  },
  'image/gif': { label: 'GIF-Bild', kind: 'image', extensions: ['gif'] },
  'image/tiff': { label: 'TIFF-Bild', kind: 'image', extensions: ['tif', 'tiff'] },
  'image/webp': { label: 'WebP-Bild', kind: 'image', extensions: ['webp'] },
  'image/heic': { label: 'HEIC-Bild', kind: 'image', extensions: ['heic', 'heif'], aliases: ['image/heif'] },
  'image/avif': { label: 'AVIF-Bild', kind: 'image', extensions: ['avif'] },
  'image/bmp': { label: 'BMP-Bild', kind: 'image', extensions: ['bmp'], aliases: ['image/x-ms-bmp'] },
  'application/zip': {
    label: 'ZIP-Archiv',
    kind: 'archive',
    extensions: ['zip', 'asice', 'asics', 'epub'],
    aliases: ['application/x-zip-compressed'],
  },
  'application/x-7z-compressed': { label: '7z-Archiv', kind: 'archive', extensions: ['7z'] },
  'application/vnd.rar': { label: 'RAR-Archiv', kind: 'archive', extensions: ['rar'] },
  'application/gzip': { label: 'GZIP-Archiv', kind: 'archive', extensions: ['gz', 'tgz'] },
  'application/x-tar': { label: 'TAR-Archiv', kind: 'archive', extensions: ['tar'] },
  'video/mp4': { label: 'Video (MP4)', kind: 'unknown', extensions: ['mp4', 'm4v', 'm4a'] },
  'video/quicktime': { label: 'Video (QuickTime)', kind: 'unknown', extensions: ['mov'] },
  'audio/mpeg': { label: 'Tonaufnahme (MP3)', kind: 'unknown', extensions: ['mp3'] },
  'audio/wav': { label: 'Tonaufnahme (WAV)', kind: 'unknown', extensions: ['wav'] },
  'application/x-executable': {
    label: 'Programmdatei',
    kind: 'unknown',
    extensions: ['exe', 'dll', 'msi', 'com', 'scr', 'so', 'sh'],
  },
  'application/x-empty': { label: 'leere Datei', kind: 'unknown', extensions: [] },
  'application/octet-stream': { label: 'unbekanntes Format', kind: 'unknown', extensions: [] },
} as const satisfies Record<string, MediaType>;

/** The media types this adapter can name. */
export type MediaTypeName = keyof typeof TABLE;

/** Looks a media type up; undefined for a name that is not in the table. */
export function findMediaType(name: string): MediaType | undefined {
  return Object.hasOwn(TABLE, name) ? TABLE[name as MediaTypeName] : undefined;
}

/** The table's entry for a known name. */
export function mediaType(name: MediaTypeName): MediaType {
  return TABLE[name];
}

/** Brings a declared media type (`Text/XML; charset=…`, `image/jpg`) to the table's name; undefined when it says nothing. */
export function canonicalType(declared: string): string | undefined {
  const bare = (declared.split(';', 1)[0] ?? '').trim().toLowerCase();
  if (bare === '' || bare === 'application/octet-stream' || bare === 'application/x-download') return undefined;
  if (Object.hasOwn(TABLE, bare)) return bare;
  for (const [name, entry] of Object.entries<MediaType>(TABLE)) if (entry.aliases?.includes(bare)) return name;
  return bare;
}

/** All names of the table, for tests and settings pages. */
export function mediaTypeNames(): MediaTypeName[] {
  return Object.keys(TABLE) as MediaTypeName[];
}

/** Whether a file of that type is a message that can be taken apart. */
export function isMail(mediaType: string): boolean {
  return mediaType === 'message/rfc822' || mediaType === 'application/vnd.ms-outlook';
}
