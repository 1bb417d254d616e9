// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../model/terms.ts';
import { explain } from '../texts/explain.ts';
import type { Report } from './report.ts';

/** A cell, quoted; a leading sign that spreadsheets take for a formula is defused. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The findings as CSV (RFC 4180, semicolons, UTF-8 with byte order mark, as German spreadsheets expect). */
export function reportToCsv(report: Report, language: Language): string {
  const head = ['rule', 'level', 'class', 'terms', 'line', 'column', 'path', 'observed', 'expected', 'problem', 'remedy'];
  const rows = report.findings.map((finding) => {
    const { problem, remedy } = explain(finding.rule, language);
    const { line, column, path } = finding.source;
    return [
      finding.rule,
      finding.level,
      finding.class,
      finding.terms.join(' '),
      line,
      column,
      path,
      finding.observed ?? '',
      finding.expected ?? '',
      problem,
      remedy,
    ];
  });
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
