// SPDX-License-Identifier: EUPL-1.2
// Which way a file takes: through the programs of the machine where they are better and walled in, else through our own readers.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractJob, ocrJob, type RenderRequest, renderJob } from './content-jobs.ts';
import type { ExtractedText } from './extracted-text.ts';
import type { OcrText } from './ocr-table.ts';
import type { RenderedPages } from './render-job.ts';
import { type ContentResult, success } from './result.ts';
import type { ExternalTools } from './worker/external-tool.ts';
import type { Lane } from './worker/lane.ts';
import { convertToPdf, LEGACY_TYPES, OFFICE_TYPES } from './worker/office.ts';
import type { WorkerKind } from './worker/protocol.ts';
import { readBySystem } from './worker/system-ocr.ts';
import { type ContentInput, withRepeatable } from './worker/work-folder.ts';

/** All that can do a piece of work, and the folder they work in. */
export type Crew = { lanes: Record<WorkerKind, Lane>; tools: ExternalTools; tmpDir: string };

/** A file and what it is. */
export type TypedInput = { input: ContentInput; mediaType: string };

const PDF = 'application/pdf';

/** Reads the text: old Office formats by way of LibreOffice's PDF, all others directly (a layout would divide words). */
export async function extractByCrew(
  { lanes, tools }: Crew,
  { input, mediaType }: TypedInput,
): Promise<ContentResult<ExtractedText>> {
  if (!LEGACY_TYPES.has(mediaType)) return lanes.text.run(extractJob(input, mediaType));
  const pdf = await convertToPdf(tools, input, mediaType);
  return pdf.ok ? lanes.text.run(extractJob(pdf.value, PDF)) : pdf;
}

/** Draws pages: Office documents as LibreOffice lays them out; where that fails or is missing, as text. */
export async function renderByCrew(
  crew: Crew,
  { input, mediaType }: TypedInput,
  request: RenderRequest,
): Promise<ContentResult<RenderedPages>> {
  const { lanes, tools, tmpDir } = crew;
  if (!tools.office || !OFFICE_TYPES.has(mediaType)) return lanes.image.run(renderJob(input, mediaType, request));
  return withRepeatable(input, tmpDir, async (again) => {
    const pdf = await convertToPdf(tools, again, mediaType);
    const drawn = pdf.ok ? await lanes.image.run(renderJob(pdf.value, PDF, request)) : pdf;
    if (drawn.ok) return success({ ...drawn.value, source: 'office' });
    return lanes.image.run(renderJob(again, mediaType, request));
  });
}

/** Reads a picture by the machine's Tesseract, or by our own when there is none or it fails. */
export async function readByCrew({ lanes, tools, tmpDir }: Crew, image: ContentInput): Promise<ContentResult<OcrText>> {
  if (!tools.tesseract) return lanes.ocr.run(ocrJob(image));
  return withRepeatable(image, tmpDir, async (again) => {
    const read = await readBySystem(tools, again);
    return read.ok || read.reason === 'timeout' ? read : lanes.ocr.run(ocrJob(again));
  });
}

/** Writes the PDF/A-2b of an Office document. */
export async function renditionByCrew(
  { tools }: Crew,
  { input, mediaType }: TypedInput,
  outDir: string,
): Promise<ContentResult<{ file: string }>> {
  const pdf = await convertToPdf(tools, input, mediaType);
  if (!pdf.ok) return pdf;
  const file = 'rendition.pdf';
  await mkdir(outDir, { recursive: true });
  await writeFile(join(outDir, file), pdf.value);
  return success({ file });
}
