// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../model/terms.ts';
import { termName } from '../model/terms.ts';
import type { Level } from '../rules/rule.ts';
import { explain } from '../texts/explain.ts';
import type { FaultClass } from './classes.ts';
import type { Finding, Report } from './report.ts';
import { unreadableTexts } from './words.ts';

interface Labels {
  readonly title: string;
  readonly level: Readonly<Record<Level, string>>;
  readonly class: Readonly<Record<FaultClass, string>>;
  readonly columns: readonly string[];
  readonly nothing: string;
  readonly rules: string;
  readonly recommendation: string;
  readonly recommended: Readonly<Record<Report['recommendation'], string>>;
  readonly seen: string;
  readonly wanted: string;
  readonly line: string;
}

const labels: Readonly<Record<Language, Labels>> = {
  de: {
    title: 'Prüfbericht zur E-Rechnung',
    level: { error: 'Fehler', warning: 'Warnung', information: 'Hinweis' },
    class: { format: 'Formatfehler', 'business-rule': 'Geschäftsregelfehler', content: 'Inhaltsfehler' },
    columns: ['Regel', 'Gewicht', 'Art', 'Was ist falsch?', 'Was ist zu tun?', 'Stelle'],
    nothing: 'Die Prüfung hat nichts beanstandet.',
    rules: 'Geprüft nach',
    recommendation: 'Empfehlung nach den Regeln der KoSIT',
    recommended: { accept: 'annehmen', reject: 'zurückweisen', none: 'keine (kein vorgesehenes Profil)' },
    seen: 'vorgefunden',
    wanted: 'erwartet',
    line: 'Zeile',
  },
  en: {
    title: 'Validation report of the e-invoice',
    level: { error: 'error', warning: 'warning', information: 'hint' },
    class: { format: 'format fault', 'business-rule': 'business rule fault', content: 'content fault' },
    columns: ['Rule', 'Level', 'Class', 'What is wrong?', 'What to do?', 'Place'],
    nothing: 'The validation found nothing to object to.',
    rules: 'Validated by',
    recommendation: "Recommendation by KoSIT's rules",
    recommended: { accept: 'accept', reject: 'reject', none: 'none (no profile provided for)' },
    seen: 'found',
    wanted: 'expected',
    line: 'line',
  },
  tr: {
    title: 'E-fatura denetim raporu',
    level: { error: 'hata', warning: 'uyarı', information: 'bilgi' },
    class: { format: 'biçim hatası', 'business-rule': 'iş kuralı hatası', content: 'içerik hatası' },
    columns: ['Kural', 'Ağırlık', 'Tür', 'Yanlış olan nedir?', 'Ne yapılmalı?', 'Yer'],
    nothing: 'Denetimde itiraz edilecek bir şey bulunmadı.',
    rules: 'Denetim dayanağı',
    recommendation: 'KoSIT kurallarına göre öneri',
    recommended: { accept: 'kabul', reject: 'ret', none: 'yok (öngörülen profil değil)' },
    seen: 'bulunan',
    wanted: 'beklenen',
    line: 'satır',
  },
};

/** Text that may stand in HTML, also inside attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function row(finding: Finding, language: Language): string {
  const words = labels[language];
  const { problem, remedy } = explain(finding.rule, language);
  const terms = finding.terms.map((term) => `${term} ${termName(term, language)}`).join(', ');
  const compared = [
    finding.observed === undefined ? '' : `${words.seen}: ${finding.observed}`,
    finding.expected === undefined ? '' : `${words.wanted}: ${finding.expected}`,
  ].filter((text) => text !== '');
  const detail = compared.length > 0 ? `<br><small>${escapeHtml(compared.join('; '))}</small>` : '';
  const place = `${words.line} ${finding.source.line}${terms === '' ? '' : `: ${terms}`}`;
  const cells = [words.level[finding.level], words.class[finding.class]].map((text) => `<td>${escapeHtml(text)}</td>`).join('');
  return `<tr class="${finding.level}"><th scope="row">${escapeHtml(finding.rule)}</th>${cells}<td>${escapeHtml(problem)}${detail}</td><td>${escapeHtml(remedy)}</td><td><span title="${escapeHtml(finding.source.path)}">${escapeHtml(place)}</span></td></tr>`;
}

function findingsTable(report: Report, language: Language): string {
  const words = labels[language];
  if (report.unreadable !== undefined) {
    const { reason, line, detail } = report.unreadable;
    return `<p><strong>${escapeHtml(unreadableTexts[reason][language])}</strong> ${line > 0 ? `(${words.line} ${line}: ${escapeHtml(detail)})` : ''}</p>`;
  }
  if (report.findings.length === 0) return `<p>${escapeHtml(words.nothing)}</p>`;
  const head = words.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${report.findings.map((finding) => row(finding, language)).join('\n')}</tbody></table>`;
}

/** The report as one HTML page without scripts: headings, a table with scopes, fit for printing. */
export function reportToHtml(report: Report, language: Language): string {
  const words = labels[language];
  const sets = report.ruleSets.map(({ name, version }) => `${name} ${version}`).join('; ');
  const style =
    'body{font-family:sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #767676;padding:.4rem;text-align:left;vertical-align:top}';
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(words.title)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(words.title)}</h1>
${findingsTable(report, language)}
<p>${escapeHtml(words.recommendation)}: ${escapeHtml(words.recommended[report.recommendation])}</p>
<p><small>${escapeHtml(words.rules)}: ${escapeHtml(sets)} (${escapeHtml(report.day)})</small></p>
</main></body></html>
`;
}
