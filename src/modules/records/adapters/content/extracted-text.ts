// SPDX-License-Identifier: EUPL-1.2
import { cleanText, firstLetters } from './clean-text.ts';
import { detectLanguage } from './language.ts';
import { TEXT_LIMITS } from './limits.ts';

/** The text of one page; the numbers are those of the page images. */
export type TextPage = { no: number; text: string };

/** What the file says about itself; belongs to the file's properties, never to a list by person. */
export type TextMeta = { title?: string; author?: string; created?: string };

/**
 * The searchable text of a file. `ocrPages` names pages that show something but hold no letters; `truncated` is true when the
 * bounds were reached and the rest was left out. `author` stays in `meta` alone.
 */
export type ExtractedText = {
  pages: TextPage[];
  language?: string;
  needsOcr: boolean;
  ocrPages: number[];
  truncated: boolean;
  meta: TextMeta;
};

/** What a reader of one format hands over, before cleaning and bounds. */
export type RawText = { pages: string[]; ocrPages?: number[]; truncated?: boolean; meta?: TextMeta };

/** Cleans and bounds raw pages and guesses the language: the one way every reader's text takes. */
export function finishText(raw: RawText): ExtractedText {
  const pages: TextPage[] = [];
  let room: number = TEXT_LIMITS.totalLength;
  let truncated = raw.truncated ?? false;
  for (const [index, page] of raw.pages.slice(0, TEXT_LIMITS.pages).entries()) {
    const limit = Math.min(room, TEXT_LIMITS.pageLength);
    truncated ||= page.length > limit;
    const text = cleanText(page.slice(0, limit));
    room -= text.length;
    pages.push({ no: index + 1, text });
  }
  truncated ||= raw.pages.length > TEXT_LIMITS.pages;
  const language = detectLanguage(firstLetters(pages.map((page) => page.text)));
  const ocrPages = raw.ocrPages ?? [];
  return {
    pages,
    needsOcr: ocrPages.length > 0,
    ocrPages,
    truncated,
    meta: cleanMeta(raw.meta ?? {}),
    ...(language ? { language } : {}),
  };
}

function cleanMeta(meta: TextMeta): TextMeta {
  const cleaned: TextMeta = {};
  for (const key of ['title', 'author', 'created'] as const) {
    const value = cleanText((meta[key] ?? '').slice(0, TEXT_LIMITS.metaLength)).replaceAll('\n', ' ');
    if (value !== '') cleaned[key] = value;
  }
  return cleaned;
}
