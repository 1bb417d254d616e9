// SPDX-License-Identifier: EUPL-1.2
// One template for each number of a VAT family, filled with the name of the category.
import type { Language } from '../model/terms.ts';
import { type VatFamily, vatFamilies } from '../rules/en/vat.ts';
import type { Pair } from './entry.ts';

const names: Readonly<Record<VatFamily['letters'], Readonly<Record<Language, string>>>> = {
  S: { de: 'Regelsteuersatz (S)', en: 'standard rate (S)', tr: 'standart oran (S)' },
  Z: { de: 'Nullsteuersatz (Z)', en: 'zero rate (Z)', tr: 'sıfır oran (Z)' },
  E: { de: 'steuerbefreit (E)', en: 'exempt from VAT (E)', tr: "KDV'den muaf (E)" },
  AE: { de: 'Umkehrung der Steuerschuld (AE)', en: 'reverse charge (AE)', tr: 'tersine vergilendirme (AE)' },
  IC: { de: 'innergemeinschaftliche Lieferung (K)', en: 'intra-community supply (K)', tr: 'topluluk içi teslim (K)' },
  G: { de: 'Ausfuhr (G)', en: 'export outside the EU (G)', tr: 'AB dışına ihracat (G)' },
  O: { de: 'nicht steuerbar (O)', en: 'not subject to VAT (O)', tr: 'KDV kapsamı dışı (O)' },
  AF: { de: 'Kanarische Steuer IGIC (L)', en: 'Canary Islands tax IGIC (L)', tr: 'Kanarya Adaları vergisi IGIC (L)' },
  AG: {
    de: 'Steuer IPSI in Ceuta und Melilla (M)',
    en: 'tax IPSI of Ceuta and Melilla (M)',
    tr: 'Ceuta ve Melilla vergisi IPSI (M)',
  },
};

const places: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '2': { de: 'eine Position', en: 'a line', tr: 'bir satır' },
  '3': { de: 'ein Nachlass', en: 'an allowance', tr: 'bir indirim' },
  '4': { de: 'ein Zuschlag', en: 'a charge', tr: 'bir ek ücret' },
};

const parties: Readonly<Record<VatFamily['parties'], Readonly<Record<Language, string>>>> = {
  seller: {
    de: 'Steuernummer oder Umsatzsteuer-Identifikationsnummer des Verkäufers (BT-31, BT-32) oder seines Steuervertreters (BT-63) angeben.',
    en: 'Give the tax number or VAT identifier of the seller (BT-31, BT-32) or of its tax representative (BT-63).',
    tr: 'Satıcının vergi veya KDV numarasını (BT-31, BT-32) ya da vergi temsilcisininkini (BT-63) girin.',
  },
  'seller-vat': {
    de: 'Umsatzsteuer-Identifikationsnummer des Verkäufers (BT-31) oder seines Steuervertreters (BT-63) angeben.',
    en: 'Give the VAT identifier of the seller (BT-31) or of its tax representative (BT-63).',
    tr: 'Satıcının (BT-31) veya vergi temsilcisinin (BT-63) KDV numarasını girin.',
  },
  'seller-and-buyer': {
    de: 'Steuernummer des Verkäufers (BT-31, BT-32, BT-63) und Nummer des Käufers (BT-48 oder BT-47) angeben.',
    en: 'Give the tax number of the seller (BT-31, BT-32, BT-63) and a number of the buyer (BT-48 or BT-47).',
    tr: 'Satıcının vergi numarasını (BT-31, BT-32, BT-63) ve alıcının numarasını (BT-48 veya BT-47) girin.',
  },
  'both-vat': {
    de: 'Umsatzsteuer-Identifikationsnummern von Verkäufer (BT-31 oder BT-63) und Käufer (BT-48) angeben.',
    en: 'Give the VAT identifiers of seller (BT-31 or BT-63) and buyer (BT-48).',
    tr: 'Satıcının (BT-31 veya BT-63) ve alıcının (BT-48) KDV numaralarını girin.',
  },
  none: {
    de: 'Umsatzsteuer-Identifikationsnummern von Verkäufer, Steuervertreter und Käufer weglassen.',
    en: 'Leave out the VAT identifiers of seller, tax representative and buyer.',
    tr: 'Satıcı, vergi temsilcisi ve alıcının KDV numaralarını çıkarın.',
  },
};

const rates: Readonly<Record<VatFamily['rate'], Readonly<Record<Language, string>>>> = {
  positive: {
    de: 'Steuersatz größer als null angeben.',
    en: 'Give a rate greater than nought.',
    tr: 'Sıfırdan büyük bir oran girin.',
  },
  'not-negative': {
    de: 'Steuersatz von null oder mehr angeben.',
    en: 'Give a rate of nought or more.',
    tr: 'Sıfır veya daha büyük bir oran girin.',
  },
  zero: { de: 'Steuersatz 0 angeben.', en: 'Give the rate 0.', tr: 'Oranı 0 girin.' },
  absent: { de: 'Steuersatz weglassen.', en: 'Leave out the rate.', tr: 'Oranı çıkarın.' },
};

function pairs(family: VatFamily, number: string): Readonly<Record<Language, Pair>> | undefined {
  const { de, en, tr } = names[family.letters];
  const once = family.severalRates ? ['mindestens eine', 'at least one', 'en az bir'] : ['genau eine', 'exactly one', 'tam bir'];
  const party = parties[family.parties];
  const unwanted = family.parties === 'none';
  const rate = rates[family.rate];
  const place = places[number] ?? places[String(Number(number) - 3)];
  switch (number) {
    case '1':
      return {
        de: [
          `Kategorie „${de}“: Verwendung und Aufschlüsselung der Umsatzsteuer passen nicht zusammen.`,
          `Für diese Kategorie ${once[0]} Umsatzsteueraufschlüsselung (BG-23) angeben, wenn sie in Positionen, Nachlässen oder Zuschlägen vorkommt, sonst keine.`,
        ],
        en: [
          `Category "${en}": its use and the VAT breakdown do not fit.`,
          `Give ${once[1]} VAT breakdown (BG-23) of this category if lines, allowances or charges use it, else none.`,
        ],
        tr: [
          `"${tr}" kategorisi: kullanımı ile KDV dökümü uyuşmuyor.`,
          `Satır, indirim veya ek ücretlerde kullanılıyorsa bu kategori için ${once[2]} KDV dökümü (BG-23) verin, yoksa vermeyin.`,
        ],
      };
    case '2':
    case '3':
    case '4':
      return {
        de: [
          `Kategorie „${de}“ für ${place?.de}: ${unwanted ? 'eine Umsatzsteuer-Identifikationsnummer ist angegeben' : 'die nötigen Steuernummern fehlen'}.`,
          party.de,
        ],
        en: [
          `Category "${en}" for ${place?.en}: ${unwanted ? 'a VAT identifier is given' : 'the tax numbers it needs are missing'}.`,
          party.en,
        ],
        tr: [
          `"${tr}" kategorisi, ${place?.tr}: ${unwanted ? 'KDV numarası verilmiş' : 'gerekli vergi numaraları yok'}.`,
          party.tr,
        ],
      };
    case '5':
    case '6':
    case '7':
      return {
        de: [`Kategorie „${de}“ für ${place?.de}: der Steuersatz passt nicht.`, rate.de],
        en: [`Category "${en}" for ${place?.en}: the rate does not fit.`, rate.en],
        tr: [`"${tr}" kategorisi, ${place?.tr}: oran uygun değil.`, rate.tr],
      };
    default:
      return breakdown(family, number);
  }
}

function breakdown(family: VatFamily, number: string): Readonly<Record<Language, Pair>> | undefined {
  const { de, en, tr } = names[family.letters];
  const per = family.severalRates ? [' je Steuersatz', ' for each rate', ' (her oran için)'] : ['', '', ''];
  if (number === '8') {
    return {
      de: [
        `Kategorie „${de}“: die Bemessungsgrundlage stimmt nicht.`,
        `BT-116 = Positionen − Nachlässe + Zuschläge dieser Kategorie${per[0]}.`,
      ],
      en: [`Category "${en}": the taxable amount is wrong.`, `BT-116 = lines − allowances + charges of this category${per[1]}.`],
      tr: [`"${tr}" kategorisi: matrah yanlış.`, `BT-116 = bu kategorideki satırlar − indirimler + ek ücretler${per[2]}.`],
    };
  }
  if (number === '9') {
    const rated = family.severalRates;
    return {
      de: [
        `Kategorie „${de}“: der Steuerbetrag stimmt nicht.`,
        rated ? 'BT-117 = BT-116 × BT-119, auf Cent gerundet.' : 'Steuerbetrag 0 angeben.',
      ],
      en: [
        `Category "${en}": the tax amount is wrong.`,
        rated ? 'BT-117 = BT-116 × BT-119, rounded to cents.' : 'Give the tax amount 0.',
      ],
      tr: [
        `"${tr}" kategorisi: vergi tutarı yanlış.`,
        rated ? 'BT-117 = BT-116 × BT-119, kuruşa yuvarlanmış.' : 'Vergi tutarını 0 girin.',
      ],
    };
  }
  return number === '10' ? reason(family) : undefined;
}

function reason(family: VatFamily): Readonly<Record<Language, Pair>> {
  const { de, en, tr } = names[family.letters];
  const needed = family.reason === 'needed';
  return {
    de: [
      `Kategorie „${de}“: ${needed ? 'der Grund der Befreiung fehlt' : 'ein Befreiungsgrund ist angegeben'}.`,
      needed ? 'Grund als Text (BT-120) oder Code (BT-121) angeben.' : 'BT-120 und BT-121 weglassen.',
    ],
    en: [
      `Category "${en}": ${needed ? 'the exemption reason is missing' : 'an exemption reason is given'}.`,
      needed ? 'Give the reason as text (BT-120) or code (BT-121).' : 'Leave out BT-120 and BT-121.',
    ],
    tr: [
      `"${tr}" kategorisi: ${needed ? 'muafiyet nedeni yok' : 'muafiyet nedeni verilmiş'}.`,
      needed ? 'Nedeni metin (BT-120) veya kod (BT-121) olarak girin.' : 'BT-120 ve BT-121 alanlarını çıkarın.',
    ],
  };
}

/** The text of a rule of a VAT family, or undefined if the id is of no family. */
export function vatText(id: string, language: Language): Pair | undefined {
  const found = /^BR-(AE|AF|AG|IC|[SZEGO])-(\d\d)$/.exec(id);
  const family = vatFamilies.find((each) => each.letters === found?.[1]);
  if (found === null || family === undefined) return undefined;
  return pairs(family, String(Number(found[2])))?.[language];
}
