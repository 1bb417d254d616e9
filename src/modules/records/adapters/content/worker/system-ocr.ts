// SPDX-License-Identifier: EUPL-1.2
import { type OcrText, parseTesseractTable } from '../ocr-table.ts';
import { type ContentResult, failure, success } from '../result.ts';
import type { ExternalTools } from './external-tool.ts';
import { type ContentInput, readOutput } from './work-folder.ts';

const MAX_TABLE = 16 * 1024 * 1024;

/** Reads a page image by the machine's own Tesseract, about twice as fast as ours; unsupported where it or its German is missing. */
export async function readBySystem(tools: ExternalTools, image: ContentInput): Promise<ContentResult<OcrText>> {
  if (!tools.tesseract) return failure('unsupported', 'no tesseract');
  return tools.run({
    program: tools.tesseract,
    input: image,
    args: ({ input, out }) => [input, `${out}/text`, '-l', 'deu', '--psm', '3', 'tsv'],
    async take(folder) {
      const table = await readOutput(folder, 'text.tsv', MAX_TABLE);
      return table ? success(parseTesseractTable(table.toString('utf8'))) : failure('damaged', 'ocr: no result');
    },
  });
}
