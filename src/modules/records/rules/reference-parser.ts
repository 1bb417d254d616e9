// SPDX-License-Identifier: EUPL-1.2
import { parseTemplate, type Piece, type ReferenceParts, type Slot, writeReference } from './reference.ts';

/** Templates now in use and formerly in use, for files and for cases. */
export interface ReferenceTemplates {
  readonly file: readonly string[];
  readonly case: readonly string[];
}

/** A reference found in a text, written as we write it. */
export interface FoundReference {
  readonly kind: 'file' | 'case';
  readonly reference: string;
  /** Reference of the file, also when a case was named. */
  readonly file: string;
  /** Where it stands in the text. */
  readonly at: number;
  readonly length: number;
}

const mostFound = 50;
const longestText = 200_000;

/**
 * Finds references in free text as people and scanners write them: with or without blanks, any dash for a hyphen, `/` for `#`, without padding,
 * O for 0 and l for 1 in numbers. The patterns come from the templates that write references. Whether such an object exists, the caller asks.
 */
export function findReferences(text: string, templates: ReferenceTemplates): FoundReference[] {
  const searched = text.slice(0, longestText);
  const all = patternsOf(templates).flatMap((pattern) => readings(searched, pattern));
  // The first and longest reading of the same words counts.
  all.sort((one, other) => one.at - other.at || other.length - one.length);
  const found = new Map<string, FoundReference>();
  let end = 0;
  for (const reading of all) {
    if (reading.at < end || found.size >= mostFound) continue;
    end = reading.at + reading.length;
    if (!found.has(reading.reference)) found.set(reading.reference, reading);
  }
  return [...found.values()];
}

function readings(text: string, { pattern, kind, file, whole }: Pattern): FoundReference[] {
  return [...text.matchAll(pattern)]
    .filter(([words]) => /[0-9]/.test(words))
    .map((match) => {
      const parts = partsOf(match.groups ?? {});
      const ofFile = writeReference(file, parts);
      const reference = whole === undefined ? ofFile : writeReference(whole, { ...parts, file: ofFile });
      return { kind, reference, file: ofFile, at: match.index, length: match[0].length };
    });
}

interface Pattern {
  readonly kind: 'file' | 'case';
  readonly file: string;
  readonly whole: string | undefined;
  readonly pattern: RegExp;
}

/** Cases first: their references contain those of files. */
function patternsOf({ file: files, case: cases }: ReferenceTemplates): Pattern[] {
  const ofCases = files.flatMap((file) =>
    cases.map((whole) => ({ kind: 'case' as const, file, whole, pieces: expanded(whole, file) })),
  );
  const ofFiles = files.map((file) => ({ kind: 'file' as const, file, whole: undefined, pieces: parseTemplate(file) ?? [] }));
  return [...ofCases, ...ofFiles].flatMap(({ pieces, ...rest }) =>
    pieces.length === 0 ? [] : [{ ...rest, pattern: patternOf(pieces) }],
  );
}

/** A case template with the file's template in the place of `{file}`. */
function expanded(template: string, file: string): readonly Piece[] {
  return (parseTemplate(template) ?? []).flatMap((piece) =>
    'slot' in piece && piece.slot === 'file' ? (parseTemplate(file) ?? []) : [piece],
  );
}

const blanks = '\\s{0,3}';
const digit = '[0-9OoIl]';
const slotPatterns: Partial<Record<Slot, string>> = {
  'plan.code': `[0-9]{1,6}(?:[.][0-9]{1,6}){0,6}|[A-Z0-9]{1,8}(?:[./-][A-Z0-9]{1,8}){0,4}`,
  unit: '[0-9A-ZÄÖÜ]{1,8}(?:[./-][0-9A-ZÄÖÜ]{1,8}){0,4}',
  'file.seq': `${digit}{1,12}`,
  'case.seq': `${digit}{1,12}`,
  YYYY: '(?:19|2[0O])[0-9O]{2}',
};
const groupNames: Partial<Record<Slot, string>> = {
  'plan.code': 'plan',
  unit: 'unit',
  'file.seq': 'fileNo',
  'case.seq': 'caseNo',
  YYYY: 'year',
};

/** All repetitions are bounded, so that no text can make the search slow. */
function patternOf(pieces: readonly Piece[]): RegExp {
  const named = new Set<string>();
  const body = pieces.map((piece) => {
    if ('literal' in piece) return tolerant(piece.literal);
    const name = groupNames[piece.slot];
    const inner = slotPatterns[piece.slot] ?? '';
    if (name === undefined || named.has(name)) return `(?:${inner})`;
    named.add(name);
    return `(?<${name}>${inner})`;
  });
  return new RegExp(`(?<![0-9A-Za-zÄÖÜäöüß])(?<![0-9][.,-])${body.join('')}(?![0-9A-Za-zÄÖÜäöüß])(?![.,/#–-][0-9])`, 'gu');
}

/** The sign itself, its relatives, and blanks around it. */
function tolerant(literal: string): string {
  if (literal.trim() === '') return '\\s{1,3}';
  const signs = [...literal].map((sign) => {
    if (/\s/.test(sign)) return blanks;
    if (/[\p{L}\p{N}]/u.test(sign)) return sign;
    if ('-–—‐‑−'.includes(sign)) return `${blanks}[-–—‐‑−]${blanks}`;
    if (sign === '#' || sign === '/') return `${blanks}[#/]${blanks}`;
    return `${blanks}[\\u{${sign.codePointAt(0)!.toString(16)}}]${blanks}`;
  });
  return signs.join('').replaceAll(/(?:\\s\{0,3\}){2,}/g, blanks);
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): ReferenceParts {
  const number = (name: string) =>
    groups[name] === undefined ? {} : { [name]: Number(groups[name].replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1')) };
  const word = (name: string) => (groups[name] === undefined ? {} : { [name]: groups[name] });
  return { ...word('plan'), ...word('unit'), ...number('fileNo'), ...number('caseNo'), ...number('year') };
}

/** How an old reference is compared: without blanks, padding and the differences between dashes. */
export function lookupKey(reference: string): string {
  return reference
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/[–—‐‑−]/g, '-')
    .replaceAll('/', '#')
    .replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''));
}
