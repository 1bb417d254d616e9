// SPDX-License-Identifier: EUPL-1.2
import { INPUT_LIMITS } from '../limits.ts';
import { type ContentResult, failure, success } from '../result.ts';
import type { ExternalTools } from './external-tool.ts';
import { type ContentInput, readOutput } from './work-folder.ts';

/** Formats LibreOffice lays out better than we could. */
export const OFFICE_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.presentation',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/rtf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
]);

/** Formats only LibreOffice can read at all. */
export const LEGACY_TYPES: ReadonlySet<string> = new Set([
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
]);

// SelectPdfVersion 2 is PDF/A-2b: the form in which a document outlives its program.
const FILTER = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}';
const SHEET_FILTER = FILTER.replace('writer', 'calc');
const SLIDE_FILTER = FILTER.replace('writer', 'impress');

/** Converts an Office document to PDF/A-2b by LibreOffice; unsupported where there is none. */
export async function convertToPdf(tools: ExternalTools, input: ContentInput, mediaType: string): Promise<ContentResult<Buffer>> {
  if (!tools.office || !OFFICE_TYPES.has(mediaType)) return failure('unsupported', 'no office program for this media type');
  return tools.run({
    program: tools.office,
    input,
    // A profile of its own in the job's folder: nothing is kept, nothing is shared, macros stay off as in every new profile.
    args: ({ input: path, out, folderUrl }) => [
      `-env:UserInstallation=${folderUrl}/profile`,
      ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'],
      ...['--convert-to', filterOf(mediaType), '--outdir', out, path],
    ],
    async take(folder) {
      // LibreOffice ends with 0 even when it could not open the file; what counts is the PDF.
      const pdf = await readOutput(folder, 'input.pdf', INPUT_LIMITS.pdf);
      return pdf ? success(pdf) : failure('damaged', 'office: no result');
    },
  });
}

function filterOf(mediaType: string): string {
  if (mediaType.includes('sheet') || mediaType.includes('excel')) return SHEET_FILTER;
  return mediaType.includes('presentation') || mediaType.includes('powerpoint') ? SLIDE_FILTER : FILTER;
}
