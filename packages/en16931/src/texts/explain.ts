// SPDX-License-Identifier: EUPL-1.2
import { codeTable } from '../data/code-table.ts';
import { type Language, termName } from '../model/terms.ts';
import { type RuleInfo, ruleCatalogue } from '../rules/catalogue.ts';
import { countRows } from '../syntax/counts.ts';
import { businessTexts } from './business.ts';
import type { Pair } from './entry.ts';
import { germanTexts } from './german-rules.ts';
import { peppolTexts } from './peppol-rules.ts';
import { syntaxTexts } from './syntax-rules.ts';
import { vatText } from './vat-texts.ts';

/** A rule in plain words. */
export interface Explanation {
  /** What is wrong. */
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
  /** A sentence that can go to the supplier as it is. */
  readonly supplier: string;
}

const own = { ...businessTexts, ...germanTexts, ...peppolTexts, ...syntaxTexts };

type Template = (names: readonly string[]) => Pair;

const missing: Readonly<Record<Language, Template>> = {
  de: ([name]) => [`Die Angabe „${name}“ fehlt.`, `${name} angeben.`],
  en: ([name]) => [`"${name}" is missing.`, `Give ${name}.`],
  tr: ([name]) => [`"${name}" bilgisi yok.`, `${name} bilgisini girin.`],
};
const eitherMissing: Readonly<Record<Language, Template>> = {
  de: ([first, second]) => [`„${first}“ und „${second}“ fehlen beide.`, `${first} oder ${second} angeben.`],
  en: ([first, second]) => [`"${first}" and "${second}" are both missing.`, `Give ${first} or ${second}.`],
  tr: ([first, second]) => [`"${first}" ve "${second}" bilgilerinin ikisi de yok.`, `${first} veya ${second} bilgisini girin.`],
};
const tooManyDecimals: Readonly<Record<Language, Template>> = {
  de: ([name]) => [`„${name}“ hat mehr als zwei Nachkommastellen.`, 'Betrag auf zwei Stellen runden.'],
  en: ([name]) => [`"${name}" has more than two decimals.`, 'Round the amount to two decimals.'],
  tr: ([name]) => [`"${name}" ikiden fazla ondalık basamak içeriyor.`, 'Tutarı iki basamağa yuvarlayın.'],
};
const unknownCode: Readonly<Record<Language, Template>> = {
  de: ([name, list]) => [
    `„${name}“ enthält einen Code oder ein Schema, das die Liste ${list} nicht kennt.`,
    `Einen Code der Liste ${list} verwenden.`,
  ],
  en: ([name, list]) => [
    `"${name}" has a code or scheme that the list ${list} does not know.`,
    `Use a code of the list ${list}.`,
  ],
  tr: ([name, list]) => [
    `"${name}", ${list} listesinde olmayan bir kod veya şema içeriyor.`,
    `${list} listesinden bir kod kullanın.`,
  ],
};
const schemeMissing: Readonly<Record<Language, Template>> = {
  de: ([name]) => [`Zu „${name}“ fehlt das Schema der Kennung.`, `Schema der Kennung angeben.`],
  en: ([name]) => [`"${name}" lacks the scheme of its identifier.`, 'Give the scheme of the identifier.'],
  tr: ([name]) => [`"${name}" için tanımlayıcı şeması yok.`, 'Tanımlayıcının şemasını girin.'],
};
const sameMeaning: Readonly<Record<Language, Template>> = {
  de: ([first, second]) => [
    `„${first}“ und „${second}“ müssen dasselbe bedeuten; das kann nur ein Mensch prüfen.`,
    'Text und Code vergleichen.',
  ],
  en: ([first, second]) => [
    `"${first}" and "${second}" have to mean the same; only a person can check that.`,
    'Compare text and code.',
  ],
  tr: ([first, second]) => [
    `"${first}" ve "${second}" aynı anlama gelmelidir; bunu yalnızca bir kişi denetleyebilir.`,
    'Metni ve kodu karşılaştırın.',
  ],
};
const forbidden: Readonly<Record<Language, Template>> = {
  de: ([path]) => [`Das Element ${path} gehört nicht zur Norm EN 16931.`, `${path} weglassen.`],
  en: ([path]) => [`The element ${path} is not part of EN 16931.`, `Leave out ${path}.`],
  tr: ([path]) => [`${path} öğesi EN 16931 standardının parçası değil.`, `${path} öğesini çıkarın.`],
};
const wrongCount: Readonly<Record<Language, Template>> = {
  de: ([path, number]) => [
    `${path} kommt nicht so oft vor, wie es die Norm verlangt (${number}).`,
    `${path} in der verlangten Zahl angeben: ${number}.`,
  ],
  en: ([path, number]) => [
    `${path} does not stand as often as the standard demands (${number}).`,
    `Give ${path} in the number demanded: ${number}.`,
  ],
  tr: ([path, number]) => [
    `${path} standardın istediği sayıda değil (${number}).`,
    `${path} öğesini istenen sayıda verin: ${number}.`,
  ],
};

const supplier: Readonly<Record<Language, (remedy: string) => string>> = {
  de: (remedy) => `Bitte berichtigen Sie Ihre Rechnung und senden Sie sie erneut: ${remedy}`,
  en: (remedy) => `Please correct your invoice and send it again: ${remedy}`,
  tr: (remedy) => `Lütfen faturanızı düzeltip yeniden gönderin: ${remedy}`,
};

function counts(id: string): readonly string[] | undefined {
  const row = [...countRows.ubl, ...countRows.cii].find((each) => each.id === id);
  if (row === undefined) return undefined;
  const number =
    row.most === Number.POSITIVE_INFINITY ? `≥ ${row.least}` : row.least === row.most ? `${row.most}` : `≤ ${row.most}`;
  return [row.what.replace(/\[[^\]]*\]/g, ''), number];
}

const schemeRules = new Set(['BR-62', 'BR-63', 'BR-64', 'BR-65']);
const unchecked = new Set(['BR-CO-05', 'BR-CO-06', 'BR-CO-07', 'BR-CO-08']);
const eitherRules = new Set(['BR-33', 'BR-38', 'BR-42', 'BR-44', 'BR-CO-21', 'BR-CO-22', 'BR-CO-23', 'BR-CO-24']);

function codeListOf(id: string): string {
  if (id === 'BR-CL-08') return 'UNTDID 4451';
  const row = codeTable.find((each) => each.id === id);
  const title = row?.ubl[0]?.list.title ?? (id === 'BR-DEX-07' ? 'CEF EAS' : 'ISO/IEC 6523');
  return title.split(',')[0] ?? title;
}

function byTemplate({ id, terms, path }: RuleInfo, language: Language): Pair {
  const names = terms.map((term) => `${termName(term, language)} (${term})`);
  if (path !== undefined) return forbidden[language]([path.replace('%', '…Line')]);
  const counted = counts(id);
  if (counted !== undefined) return wrongCount[language](counted);
  if (id.startsWith('BR-DEC-') || id === 'BR-DEX-13') return tooManyDecimals[language](names);
  if (id.startsWith('BR-CL-') || id.startsWith('BR-DEX-')) {
    if (names.length > 0 && !/^BR-DEX-1[012]$/.test(id)) return unknownCode[language]([names[0] ?? '', codeListOf(id)]);
  }
  if (schemeRules.has(id)) return schemeMissing[language](names);
  if (unchecked.has(id)) return sameMeaning[language](names);
  return eitherRules.has(id) ? eitherMissing[language](names) : missing[language](names);
}

/** Explains a rule by its id. Throws `RangeError` for an id that is no rule. */
export function explain(id: string, language: Language): Explanation {
  const info = ruleCatalogue().get(id);
  if (info === undefined) throw new RangeError(`no rule ${id}`);
  const [problem, remedy] = own[id]?.[language] ?? vatText(id, language) ?? byTemplate(info, language);
  return { problem, remedy, supplier: supplier[language](remedy) };
}

/** Whether a rule has words of its own, or is covered by a template made for its kind. */
export function hasOwnWords(id: string): boolean {
  return own[id] !== undefined || vatText(id, 'de') !== undefined;
}
