// SPDX-License-Identifier: EUPL-1.2

/** What a new document is called and which way it went, guessed from its file: a clerk can change both. */
export interface UploadDescription {
  readonly title: string;
  readonly kind: string;
  readonly direction: 'in' | 'out' | 'internal';
}

const kinds: Readonly<Record<string, string>> = {
  'message/rfc822': 'E-Mail',
  'application/vnd.ms-outlook': 'E-Mail',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Tabelle',
  'application/vnd.oasis.opendocument.spreadsheet': 'Tabelle',
};

/** `2026-11-20_Stellplatznachweis.pdf` → „2026-11-20 Stellplatznachweis“. */
export function describeUpload(
  fileName: string,
  mediaType: string,
  direction: UploadDescription['direction'] = 'in',
): UploadDescription {
  const stem = fileName.replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const words = stem.replaceAll('_', ' ').trim();
  const kind = kinds[mediaType] ?? (mediaType.startsWith('image/') ? 'Bild' : 'Schreiben');
  return { title: (words === '' ? fileName : words).slice(0, 300), kind, direction };
}
