// SPDX-License-Identifier: EUPL-1.2
import { explain, type Finding } from '@fachwerk/en16931';
import type { Visit } from '../../../kernel/page.ts';
import { Part } from '../../../ui/index.ts';
import type { InvoiceView } from '../queries/invoice-view.ts';
import { germanDay } from '../rules/local-day.ts';
import { termLanguage } from './words.ts';

const mostShown = 100;

/** The validator's report as it came into being at receipt. */
export function Report({ visit, view }: { visit: Visit; view: InvoiceView }) {
  const { say } = visit;
  const { findings, day, ruleSets } = view.report;
  const sets = ruleSets.map(({ name, version }) => `${name} ${version}`).join(', ');
  return (
    <Part id="report" title={say('invoices.view.report')} count={findings.length || undefined} gap>
      {findings.length === 0 && !view.report.unreadable ? (
        <p>{say('invoices.view.report-clean', { date: germanDay(day) })}</p>
      ) : null}
      <ol class="flow">
        {findings.slice(0, mostShown).map((finding) => (
          <FindingLine visit={visit} finding={finding} />
        ))}
      </ol>
      <p class="muted">{say('invoices.view.report-sets', { date: germanDay(day), sets })}</p>
    </Part>
  );
}

function FindingLine({ visit: { say, locale }, finding }: { visit: Visit; finding: Finding }) {
  const { problem, remedy } = explain(finding.rule, termLanguage(locale));
  return (
    <li>
      <strong>
        {say(`invoices.check.${finding.level}`)} {finding.rule}
      </strong>{' '}
      <span class="muted">{[...finding.terms, say('invoices.view.line', { line: finding.source.line })].join(', ')}</span>
      <br />
      {problem} {say('invoices.view.remedy', { remedy })}
    </li>
  );
}
