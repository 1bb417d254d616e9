// SPDX-License-Identifier: EUPL-1.2
import type { Hazard } from './hazards.ts';
import { canonicalType, findMediaType, type MediaTypeName } from './media-types.ts';

// Text that a desktop starts when it is double-clicked; the bytes look harmless, the name is the weapon.
const SCRIPT_ENDINGS = new Set(
  'bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta scr com pif lnk url reg msc cpl jar jnlp exe msi dll scf inf sh bash desktop app'.split(
    ' ',
  ),
);

// Families whose members are mistaken for one another without harm.
const TEXT_FAMILY = new Set<string>([
  'text/plain',
  'text/csv',
  'application/json',
  'application/xml',
  'text/html',
  'message/rfc822',
]);

/** What a file name shows: a start-able ending, a hidden one, control of reading direction, or an ending that does not fit the bytes. */
export function nameHazards(name: string, found: MediaTypeName): Hazard[] {
  if (name === '') return [];
  const hazards: Hazard[] = [];
  const endings = name.toLowerCase().split('.').slice(1);
  const last = endings.at(-1)?.trim() ?? '';
  const previous = endings.at(-2)?.trim() ?? '';
  if (SCRIPT_ENDINGS.has(last)) hazards.push('script-name');
  // U+202A–202E and U+2066–2069 turn "gnp.exe" into "exe.png" on the screen (Unicode Technical Report 36, bidirectional spoofing).
  if (/[\u202a-\u202e\u2066-\u2069]/.test(name) || (SCRIPT_ENDINGS.has(last) && isKnownEnding(previous)))
    hazards.push('deceptive-name');
  const fitting: readonly string[] = findMediaType(found)?.extensions ?? [];
  const mismatch = last !== '' && isKnownEnding(last) && fitting.length > 0 && !fitting.includes(last);
  if (mismatch && !isHarmlessTextName(last, found)) hazards.push('name-mismatch');
  return hazards;
}

/** Whether the declared media type says something else than the bytes. */
export function typeHazards(declared: string, found: MediaTypeName): Hazard[] {
  const canonical = canonicalType(declared);
  if (canonical === undefined || canonical === found) return [];
  return TEXT_FAMILY.has(canonical) && TEXT_FAMILY.has(found) && found !== 'text/html' ? [] : ['type-mismatch'];
}

function isKnownEnding(ending: string): boolean {
  return KNOWN_ENDINGS.has(ending);
}

// A ".txt" or ".log" may hold anything written in characters; only pages that run are worth a warning under such a name.
function isHarmlessTextName(ending: string, found: MediaTypeName): boolean {
  const textual = ['txt', 'log', 'md', 'csv', 'tsv', 'ini', 'json', 'xml'].includes(ending);
  return textual && TEXT_FAMILY.has(found) && found !== 'text/html';
}

const KNOWN_ENDINGS = new Set(
  (
    'pdf docx docm dotx xlsx xlsm xltx pptx pptm ppsx odt ott ods ots odp otp doc dot xls ppt pps msg eml rtf html htm xhtml svg xml json ics vcf ' +
    'csv tsv txt log md ini png jpg jpeg gif tif tiff webp heic heif avif bmp zip 7z rar gz tgz tar mp4 mov mp3 wav'
  ).split(' '),
);
