// SPDX-License-Identifier: EUPL-1.2
// From keys and parameters to sentences. Names come from strangers' certificates: whatever could command a terminal is replaced.
import type { StampFault } from '../stamp/answer.ts';
import type { Claim, Finding, Params } from '../verify/finding.ts';
import type { Verdict } from '../verify/verdict.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Language, Texts } from './texts.ts';

/** A verdict in words: headline, then lists of sentences. */
export interface SaidVerdict {
  readonly headline: string;
  readonly errors: readonly string[];
  readonly proven: readonly string[];
  readonly limits: readonly string[];
  readonly unproven: readonly string[];
}

const languages: Readonly<Record<Language, Texts>> = { de, en };

/** Says a verdict. */
export function explainVerdict(verdict: Verdict, language: Language): SaidVerdict {
  const texts = languages[language];
  const claims = (list: readonly Claim[]) => list.map(({ key, params }) => fill(texts.claim[key], params, texts));
  return {
    headline: fill(texts.state[verdict.state], { since: verdict.since?.toISOString() ?? '' }, texts),
    errors: verdict.errors.map((finding) => explainFinding(finding, language)),
    proven: claims(verdict.proven),
    limits: claims(verdict.limits),
    unproven: claims(verdict.unproven),
  };
}

/** Says one contradiction. */
export function explainFinding({ key, params }: Finding, language: Language): string {
  const texts = languages[language];
  const fault = texts.fault[params['fault'] as keyof Texts['fault']] ?? '';
  return fill(texts.error[key], { ...params, fault }, texts);
}

/** Says why there is no stamp. */
export function explainStampFault(fault: StampFault, language: Language): string {
  return languages[language].stamp[fault];
}

function fill(template: string, params: Params, texts: Texts): string {
  const chosen = template.replaceAll(
    /\{(\w+):((?:[^{}|]|\{\w+\})*)\|((?:[^{}|]|\{\w+\})*)\}/g,
    (_, name: string, one: string, many: string) => (params[name] === 1 ? one : many),
  );
  return chosen.replaceAll(/\{(\w+)\}/g, (_, name: string) => show(params[name] ?? '', texts));
}

function show(value: string | number, { locale }: Texts): string {
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return moment(new Date(value), locale);
  return value.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '\ufffd').slice(0, 200);
}

/** To the second and in UTC beside the local clock: a proof must not depend on daylight saving. */
function moment(at: Date, locale: string): string {
  return `${at.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })} UTC`;
}
