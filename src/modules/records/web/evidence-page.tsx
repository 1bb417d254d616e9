// SPDX-License-Identifier: EUPL-1.2
import { explainStampFault, type StampFault } from '@fachwerk/evidence-record';
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { Facts, PageHead, Part, Verdict } from '../../../ui/index.ts';
import { type EvidenceSummary, evidenceSummary } from '../queries/evidence.ts';
import { daysAfter, type EvidenceState, evidenceState, LEAD_DAYS } from '../rules/evidence.ts';
import { localDate } from '../rules/local-date.ts';
import { showDate, showMoment } from './words.ts';

const looks: Readonly<Record<EvidenceState, 'proven' | 'open' | 'broken'>> = {
  off: 'open',
  empty: 'open',
  waiting: 'open',
  late: 'broken',
  secured: 'proven',
};

/** Beweissicherung: state, last stamp, what waits. Numbers of documents only; no title, no file, no person. */
export const evidencePage: Page = {
  path: '/evidence',
  permission: 'signed-in',
  async show(visit) {
    const { say, runtime } = visit;
    const summary = await visit.read(evidenceSummary);
    const today = localDate(runtime.clock.now());
    const state = evidenceState({ ...summary, configured: runtime.config.timeStamps !== undefined, today });
    const title = say('records.evidence.title');
    const body = (
      <>
        <PageHead
          title={title}
          lead={say('records.evidence.lead')}
          crumbs={[{ label: say('people.administration.title'), href: '/administration' }]}
        />
        <Verdict state={looks[state]} title={say(`records.evidence.state.${state}`)}>
          {say(`records.evidence.state.${state}-why`)}
        </Verdict>
        <Part id="numbers" title={say('records.evidence.numbers')} gap>
          <Numbers visit={visit} summary={summary} />
        </Part>
        <Part id="how" title={say('records.evidence.how')} gap>
          <p>{say('records.evidence.how-text')}</p>
        </Part>
      </>
    );
    return visit.html(frame(visit, { title, current: '/administration', body }));
  },
};

function Numbers({ visit, summary }: { visit: Visit; summary: EvidenceSummary }) {
  const { say } = visit;
  const { waitingDocuments, waitingSince, fault, lastAt, firstEnd } = summary;
  const language = visit.locale === 'en' ? 'en' : 'de';
  const count = (n: number) => n.toLocaleString('de-DE');
  return (
    <Facts
      items={[
        { term: say('records.evidence.documents'), value: count(summary.documents - waitingDocuments) },
        { term: say('records.evidence.batches'), value: count(summary.batches) },
        { term: say('records.evidence.renewals'), value: count(summary.renewals) },
        {
          term: say('records.evidence.waiting'),
          value: waitingSince
            ? say('records.evidence.waiting-value', { n: waitingDocuments, date: showDate(waitingSince) })
            : undefined,
        },
        {
          term: say('records.evidence.fault'),
          value: fault === '' ? undefined : explainStampFault(fault as StampFault, language),
        },
        { term: say('records.evidence.last'), value: lastAt ? showMoment(lastAt) : undefined },
        { term: say('records.evidence.authority'), value: summary.authority },
        {
          term: say('records.evidence.renewed-by'),
          value: firstEnd ? showDate(daysAfter(localDate(firstEnd), -LEAD_DAYS)) : undefined,
        },
      ]}
    />
  );
}
