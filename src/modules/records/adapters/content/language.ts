// SPDX-License-Identifier: EUPL-1.2

// The commonest function words; each list leaves out words the other languages share.
const WORDS: Record<string, ReadonlySet<string>> = {
  de: new Set(
    'der die das und ist nicht mit von für auf dem den des ein eine einer wird wurde sind zur zum bei nach auch oder über'.split(
      ' ',
    ),
  ),
  en: new Set('the and of to is that for with was are this be by not have from has which will your you our'.split(' ')),
  tr: new Set('ve bir bu için ile olarak da daha olan gibi kadar sonra çok ne değil veya ancak tarafından göre'.split(' ')),
  fr: new Set('le la les et est une des du que pour dans qui sur pas vous nous avec au aux cette'.split(' ')),
};
const MIN_HITS = 4;

/** Guesses the language by its function words (BCP 47 code); undefined when the text is too short or matches none clearly. */
export function detectLanguage(sample: string): string | undefined {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = Object.entries(WORDS).map(([code, list]) => ({ code, count: words.filter((word) => list.has(word)).length }));
  hits.sort((a, b) => b.count - a.count);
  const [first, second] = hits;
  if (!first || !second || first.count < MIN_HITS || first.count < second.count * 1.5) return undefined;
  return first.code;
}
