// SPDX-License-Identifier: EUPL-1.2
// The verdict on a terminal, and as JSON.
import { harmless, type Said, sayVerdict, textsIn } from './texts/say.ts';
import type { Language } from './texts/texts.ts';
import type { Facts } from './verify/facts.ts';
import type { Result } from './verify/verify.ts';

/** Names of the methods, for experts. */
export const METHODS = 'SHA-256, HMAC-SHA256 (RFC 2104), RFC 9162, Ed25519 (RFC 8032), C2SP tlog-checkpoint, tlog-cosignature';

const MARK = { proven: '✔', unvouched: '!', refuted: '✘' } as const;

/** The verdict as lines of text. */
export function reportText({ verdict, facts }: Result, language: Language): string {
  const { section } = textsIn(language);
  const said = sayVerdict(verdict, language);
  const lines = [
    `${MARK[verdict.state]} ${said.headline}`,
    `  ${said.summary}`,
    ...part(section.wrong, '✘', said.errors),
    ...part(section.warnings, '!', said.warnings),
    ...part(said.provenTitle, '✔', said.proven),
    ...part(section.unproven, '–', said.unproven),
    ...part(section.notes, '·', said.notes),
    ...figures(facts, language),
  ];
  return `${lines.join('\n')}\n`;
}

function part(title: string, mark: string, sentences: readonly Said[]): string[] {
  if (sentences.length === 0) return [];
  return ['', title, ...sentences.map(({ lead, rest }) => `  ${mark} ${lead}${rest ? ` ${rest}` : ''}`)];
}

function figures(facts: Facts, language: Language): string[] {
  const { section, figure } = textsIn(language);
  if (!facts.head) return [];
  const rows: [string, string][] = [
    [figure.origin, facts.origin],
    [figure.stream, facts.stream],
    [figure.size, String(facts.head.size)],
    [figure.root, facts.head.root],
    [figure.key, facts.key?.text ?? ''],
    [figure.method, METHODS],
  ];
  return [
    '',
    section.figures,
    ...rows.filter(([, value]) => value !== '').map(([name, value]) => `  ${name.padEnd(10)} ${harmless(value)}`),
  ];
}

/** The verdict for programs: keys with parameters, and the sentences of one language. */
export function reportJson({ verdict, facts }: Result, language: Language): string {
  const said = sayVerdict(verdict, language);
  const { findings, counts, ...rest } = facts;
  const report = {
    state: verdict.state,
    ...rest,
    counts: Object.fromEntries(counts),
    findings: [...verdict.warnings, ...findings],
  };
  return JSON.stringify({ ...report, proven: verdict.proven, unproven: verdict.unproven, said }, null, 2);
}
