// SPDX-License-Identifier: EUPL-1.2

/** What a letter says about itself, as far as it can be read off; empty where it cannot. */
export interface LetterFacts {
  readonly sender: string;
  readonly senderAddress: string;
  readonly subject: string;
  readonly datedOn: string | null;
  readonly foreignReference: string;
}

const months = [
  'januar',
  'februar',
  'märz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];
const ownSign = /^(?:unser|mein) ?(?:zeichen|gz|az|aktenzeichen|geschäftszeichen)(?=[ .:])/i;
const subjectSign = /^betr(?:eff)?(?=[ .:])/i;
const mostLines = 60;
const longestLine = 200;

/** Reads sender, day, subject and the sender's own sign off the first page of a letter. A clerk checks it; nothing hangs on it alone. */
export function readLetter(firstPage: string, today: string): LetterFacts {
  const lines = firstPage
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim().slice(0, longestLine))
    .filter((line) => line !== '')
    .slice(0, mostLines);
  return {
    sender: senderIn(lines),
    senderAddress: mailboxIn(lines),
    subject: subjectIn(lines),
    datedOn: lines.map((line) => dayIn(line, today)).find((day) => day !== null) ?? null,
    foreignReference: labelled(lines, ownSign),
  };
}

/** The first line that could be a name: no window line, no date, no label. */
function senderIn(lines: readonly string[]): string {
  const first = lines.slice(0, 4).find((line) => /\p{L}{3}/u.test(line) && !/^\d|:\s|@|^(?:an|betreff|datum)\b/i.test(line));
  return first?.split(/ [·•|] |, (?=\p{Lu}[\p{L}.-]{1,40} \d)/u)[0]?.slice(0, 120) ?? '';
}

function mailboxIn(lines: readonly string[]): string {
  for (const line of lines.slice(0, 14)) {
    const found = line.split(/[ <>(),;:]/).find((word) => /^[^@]{1,64}@[^@]{3,120}$/.test(word));
    if (found) return found.toLowerCase();
  }
  return '';
}

/** „Betreff: …“ where it is written, else what stands last before the salutation. */
function subjectIn(lines: readonly string[]): string {
  const named = labelled(lines, subjectSign);
  if (named !== '') return named;
  const salutation = lines.findIndex((line) => /^(?:sehr geehrte|guten (?:tag|morgen)|liebe|hallo)/i.test(line));
  const before = salutation > 0 ? (lines[salutation - 1] ?? '') : '';
  return /\p{L}{3}/u.test(before) && !/^\d{5} /.test(before) ? before : '';
}

function labelled(lines: readonly string[], label: RegExp): string {
  for (const line of lines) {
    const found = label.exec(line);
    const rest = found ? line.slice(found[0].length).replace(/^[ .:]{1,5}/, '') : '';
    if (rest.length >= 2) return rest.slice(0, 160);
  }
  return '';
}

/** „20. November 2026“ or „20.11.2026“; a day that has not been yet is none a letter is dated. */
function dayIn(line: string, today: string): string | null {
  const words = /\b(\d{1,2})\. ?(\p{L}{3,9}) (\d{4})\b/u.exec(line);
  const month = words ? months.indexOf((words[2] ?? '').toLowerCase()) + 1 : 0;
  const digits = month > 0 ? null : /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(line);
  const [, day, middle, year] = (month > 0 ? words : digits) ?? [];
  if (day === undefined || year === undefined) return null;
  return validDay(Number(year), month > 0 ? month : Number(middle), Number(day), today);
}

function validDay(year: number, month: number, day: number, today: string): string | null {
  const long = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (year < 1950 || day < 1 || day > long) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return iso <= today ? iso : null;
}
