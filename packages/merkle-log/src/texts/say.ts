// SPDX-License-Identifier: EUPL-1.2
// From keys and parameters to sentences. Parameters come from strangers' files: whatever could command a terminal or turn the direction
// of a line is replaced here, for the command line and the page alike.
import type { Finding, FindingKey } from '../verify/finding.ts';
import type { Claim, Link, ProvenKey, UnprovenKey, Verdict } from '../verify/verdict.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Language, Template, Texts } from './texts.ts';

/** A sentence: its lead in bold, then the rest (may be empty). */
export type Said = { readonly lead: string; readonly rest: string };

/** A verdict in words. */
export type SaidVerdict = {
  readonly headline: string;
  readonly summary: string;
  /** Heading of the proven claims: without a vouched key they hold only under a condition. */
  readonly provenTitle: string;
  readonly errors: readonly Said[];
  readonly warnings: readonly Said[];
  readonly notes: readonly Said[];
  readonly proven: readonly Said[];
  readonly unproven: readonly Said[];
  readonly links: readonly (Said & { readonly key: Link['key']; readonly broken: boolean })[];
};

const LANGUAGES: Record<Language, Texts> = { de, en };
const MAX_VALUE = 400;

/** The sentences of a language. */
export function textsIn(language: Language): Texts {
  return LANGUAGES[language];
}

/** Says a verdict in a language. */
export function sayVerdict(verdict: Verdict, language: Language): SaidVerdict {
  const texts = textsIn(language);
  const claims = (list: readonly Claim<ProvenKey | UnprovenKey>[]) =>
    list.map(({ key, params }) =>
      say((texts.proven as Record<string, Template>)[key] ?? (texts.unproven as Record<string, Template>)[key]!, params, texts),
    );
  return {
    headline: texts.headline[verdict.kind][verdict.state],
    summary: say(texts.summary[verdict.kind][verdict.state], verdict.summary, texts).lead,
    provenTitle: verdict.unproven.some(({ key }) => key === 'key') ? texts.section.provenIf : texts.section.proven,
    errors: sayFindings(verdict.errors, verdict.counts, texts),
    warnings: sayFindings(verdict.warnings, verdict.counts, texts),
    notes: sayFindings(verdict.notes, verdict.counts, texts),
    proven: claims(verdict.proven),
    unproven: claims(verdict.unproven),
    links: verdict.links.map(({ key, broken, params }) => ({ key, broken, ...say(texts.link[key], params, texts) })),
  };
}

/** Findings of one kind stay together; how many were left out stands after the last of them. */
function sayFindings(findings: readonly Finding[], counts: ReadonlyMap<FindingKey, number>, texts: Texts): Said[] {
  const keys = [...new Set(findings.map(({ key }) => key))];
  return keys.flatMap((key) => {
    const kept = findings.filter((finding) => finding.key === key);
    const left = (counts.get(key) ?? kept.length) - kept.length;
    const said = kept.map((finding) => sayFinding(finding, texts));
    return left > 0 ? [...said, say(texts.more, { count: left }, texts)] : said;
  });
}

function sayFinding({ key, severity, params }: Finding, texts: Texts): Said {
  const template = (texts[severity] as Record<string, Template>)[key]!;
  const { fault, reason } = params;
  const named = {
    ...params,
    ...(fault === undefined ? {} : { fault: (texts.fault as Record<string, string>)[fault] ?? fault }),
    ...(reason === undefined ? {} : { reason: (texts.absence as Record<string, string>)[reason] ?? reason }),
  };
  return say(template, named, texts);
}

/** Parts the template before it is filled: a bar in a stranger's file name must not move the bold type. */
function say(template: Template, params: Finding['params'], texts: Texts): Said {
  const [lead = '', rest = ''] = template.split('|').map((part) => fill(part, params, texts));
  return { lead, rest };
}

function fill(template: string, params: Finding['params'], texts: Texts): string {
  const filled = template.replaceAll(/\{(\w+)(?:#([^#}]*)#([^#}]*))?\}/g, (_, name: string, one?: string, many?: string) => {
    const value = format(name, params[name] ?? '', texts);
    return many === undefined ? value : `${value} ${params[name] === 1 ? one : many}`;
  });
  return filled.trim();
}

function format(name: string, value: string | number, texts: Texts): string {
  if (name === 'at') return formatTime(value, texts);
  if (typeof value === 'number') return value.toLocaleString(texts.locale);
  if (value === '' && (name === 'witness' || name === 'witnesses')) return texts.unnamed[name];
  return harmless(value);
}

/** ISO text or seconds since 1970, as German office time. */
function formatTime(value: string | number, texts: Texts): string {
  const time = typeof value === 'number' ? value * 1000 : Date.parse(value);
  if (!Number.isFinite(time) || Math.abs(time) > 8.64e15) return '?';
  return new Date(time).toLocaleString(texts.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });
}

/** Without control characters and direction marks, and not endless. */
export function harmless(text: string): string {
  const clean = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '\ufffd');
  return clean.length > MAX_VALUE ? `${clean.slice(0, MAX_VALUE)}…` : clean;
}
