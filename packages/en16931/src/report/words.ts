// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../model/terms.ts';
import type { UnreadableReason } from '../xml/unreadable.ts';

/** Why a document could not be read, in plain words. */
export const unreadableTexts: Readonly<Record<UnreadableReason, Readonly<Record<Language, string>>>> = {
  encoding: {
    de: 'Die Zeichenkodierung der Datei wird nicht angenommen.',
    en: 'The character encoding of the file is not accepted.',
    tr: 'Dosyanın karakter kodlaması kabul edilmiyor.',
  },
  bytes: {
    de: 'Die Datei enthält Bytes, die nicht zu ihrer Zeichenkodierung gehören.',
    en: 'The file has bytes that do not belong to its character encoding.',
    tr: 'Dosyada karakter kodlamasına uymayan baytlar var.',
  },
  doctype: {
    de: 'Die Datei enthält eine DOCTYPE-Angabe. Sie könnte fremde Dateien einbinden und wird deshalb abgelehnt.',
    en: 'The file has a DOCTYPE. It could draw in other files and is therefore refused.',
    tr: 'Dosyada DOCTYPE var. Başka dosyaları çekebileceği için reddedilir.',
  },
  'processing-instruction': {
    de: 'Die Datei enthält eine Verarbeitungsanweisung; Rechnungen haben keine.',
    en: 'The file has a processing instruction; invoices have none.',
    tr: 'Dosyada işleme talimatı var; faturalarda bulunmaz.',
  },
  depth: {
    de: 'Die Datei ist tiefer verschachtelt als jede Rechnung.',
    en: 'The file is nested more deeply than any invoice.',
    tr: 'Dosya hiçbir faturada olmayacak kadar iç içe geçmiş.',
  },
  attributes: {
    de: 'Ein Element hat mehr Attribute als in jeder Rechnung.',
    en: 'An element has more attributes than in any invoice.',
    tr: 'Bir öğede hiçbir faturada olmayacak kadar çok nitelik var.',
  },
  elements: {
    de: 'Die Datei hat mehr Elemente als jede Rechnung.',
    en: 'The file has more elements than any invoice.',
    tr: 'Dosyada hiçbir faturada olmayacak kadar çok öğe var.',
  },
  size: { de: 'Die Datei ist zu groß.', en: 'The file is too large.', tr: 'Dosya çok büyük.' },
  'not-well-formed': {
    de: 'Die Datei ist kein wohlgeformtes XML.',
    en: 'The file is not well-formed XML.',
    tr: 'Dosya düzgün biçimli XML değil.',
  },
  'unknown-root': {
    de: 'Die Datei ist keine Rechnung nach EN 16931 (weder UBL noch CII).',
    en: 'The file is no invoice of EN 16931 (neither UBL nor CII).',
    tr: 'Dosya EN 16931 faturası değil (ne UBL ne CII).',
  },
  'not-an-invoice': {
    de: 'Das Profil ist eine Buchungshilfe (MINIMUM, BASIC WL), keine Rechnung.',
    en: 'The profile is an accounting aid (MINIMUM, BASIC WL), no invoice.',
    tr: 'Profil bir muhasebe yardımcısı (MINIMUM, BASIC WL), fatura değil.',
  },
  pdf: { de: 'Die PDF-Datei lässt sich nicht lesen.', en: 'The PDF file cannot be read.', tr: 'PDF dosyası okunamıyor.' },
  'pdf-without-invoice': {
    de: 'Die PDF-Datei enthält keine Rechnungsdaten (XML).',
    en: 'The PDF file carries no invoice data (XML).',
    tr: 'PDF dosyasında fatura verisi (XML) yok.',
  },
};
