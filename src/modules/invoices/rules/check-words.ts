// SPDX-License-Identifier: EUPL-1.2
import { explain, plainGerman, type Report } from '@fachwerk/en16931';

/** How a check ended, in one word. */
export type Verdict = 'unreadable' | 'bad' | 'hints' | 'good';

/** The verdict of a report. */
export function verdictOf({ unreadable, counts, findings }: Report): Verdict {
  if (unreadable) return 'unreadable';
  if (counts.error > 0) return 'bad';
  return findings.length > 0 ? 'hints' : 'good';
}

/** What is wrong and what to do; in plain German one sentence says both, where there is one. */
export function checkWords(rule: string, locale: string): { readonly problem: string; readonly remedy: string } {
  const plain = locale === 'plain' ? plainGerman[rule] : undefined;
  if (plain !== undefined) return { problem: plain, remedy: '' };
  return explain(rule, locale === 'en' || locale === 'tr' ? locale : 'de');
}
