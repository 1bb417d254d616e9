// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { EmptyState, Part, Tabs } from '../../../ui/index.ts';
import type { InvoiceView } from '../queries/invoice-view.ts';
import type { Picture } from '../rules/picture.ts';
import { LinesPage } from './invoice-lines.tsx';
import { AllGroups, Attachments } from './invoice-more.tsx';
import { Overview } from './invoice-overview.tsx';
import { Report } from './report-part.tsx';

/** The sides of an invoice, each with its own address. */
export const sides = ['overview', 'lines', 'all', 'attachments'] as const;
export type Side = (typeof sides)[number];

/** Which side is looked at, and which page of the lines. */
export interface Looking {
  readonly side: Side;
  readonly page: number;
  readonly lines: Picture['lines'];
}

/** What the address asks for. */
export function sideOf(visit: Visit): { side: Side; page: number } {
  const page = Number(visit.query('page') ?? 1);
  return {
    side: sides.find((one) => one === visit.query('side')) ?? 'overview',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

/** What the invoice says, each value with its business term. */
export function Content({ visit, view, looking }: { visit: Visit; view: InvoiceView; looking: Looking }) {
  const { say } = visit;
  const { picture } = view;
  if (!picture) {
    const reason = view.report.unreadable?.reason ?? '';
    return (
      <Part id="content" title={say('invoices.view.unreadable')} gap>
        <EmptyState>{say('invoices.view.unreadable-why', { reason })}</EmptyState>
      </Part>
    );
  }
  const counts: Partial<Record<Side, number>> = {
    lines: view.lineCount,
    attachments: picture.attachments.length,
  };
  return (
    <>
      <Tabs
        label={say('invoices.view.sides')}
        items={sides.map((side) => ({
          label: say(`invoices.view.side.${side}`),
          href: `/invoices/${view.id}${side === 'overview' ? '' : `?side=${side}`}`,
          count: counts[side],
          current: side === looking.side,
        }))}
      />
      <OneSide visit={visit} view={view} picture={picture} looking={looking} />
    </>
  );
}

function OneSide(props: { visit: Visit; view: InvoiceView; picture: NonNullable<InvoiceView['picture']>; looking: Looking }) {
  const { visit, view, picture, looking } = props;
  switch (looking.side) {
    case 'lines':
      return <LinesPage visit={visit} view={view} lines={looking.lines} page={looking.page} capped={picture.mostLinesShown} />;
    case 'all':
      return <AllGroups visit={visit} groups={picture.groups} />;
    case 'attachments':
      return <Attachments visit={visit} id={view.id} attachments={picture.attachments} />;
    default:
      return (
        <>
          {view.errors > 0 ? <Report visit={visit} view={view} /> : null}
          <Overview visit={visit} view={view} picture={picture} />
          {view.errors > 0 ? null : <Report visit={visit} view={view} />}
        </>
      );
  }
}
