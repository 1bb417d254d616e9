// SPDX-License-Identifier: EUPL-1.2
import { addMonths } from '@fachwerk/german-calendar';
import type { Page } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { EmptyState, PageHead, Table } from '../../../ui/index.ts';
import { unitOptions } from '../../people/index.ts';
import { type FlowLine, lyingTimes } from '../queries/flow.ts';
import { localDay } from '../rules/local-day.ts';

const months = 6;

/** Liegezeiten: how long things lie in an office, by kind of step. By office, and only where five or more people signed. */
export const flowPage: Page = {
  path: '/flow',
  permission: 'circulation.read',
  async show(visit) {
    const { say } = visit;
    const since = addMonths(localDay(visit.runtime.clock.now()), -months);
    const { lines, codes } = await visit.read(async (tx) => {
      const units = await unitOptions(tx, { permission: 'circulation.read', represented: visit.caller.onBehalfOf });
      const names = new Map(units.map(({ id, code, name }) => [id, `${code} ${name}`]));
      return { lines: await lyingTimes(tx, { units: units.map(({ id }) => id), since }), codes: names };
    });
    const title = say('circulation.flow');
    const body = (
      <>
        <PageHead title={title} lead={say('circulation.flow-lead')} />
        {lines.length === 0 ? <EmptyState>{say('circulation.flow-none')}</EmptyState> : null}
        {lines.length === 0 ? null : (
          <Table
            caption={title}
            captionHidden
            stack
            rows={lines}
            columns={[
              { id: 'unit', names: true, title: say('circulation.office'), cell: (line: FlowLine) => codes.get(line.unit) ?? '' },
              {
                id: 'kind',
                title: say('circulation.flow-kind'),
                cell: (line: FlowLine) => say(`circulation.short.${line.kind}`),
              },
              {
                id: 'median',
                numeric: true,
                title: say('circulation.flow-median'),
                cell: (line: FlowLine) => line.median.replace('.', ','),
              },
              { id: 'steps', numeric: true, title: say('circulation.flow-steps'), cell: (line: FlowLine) => String(line.steps) },
              { id: 'late', numeric: true, title: say('circulation.flow-late'), cell: (line: FlowLine) => String(line.late) },
            ]}
          />
        )}
      </>
    );
    return visit.html(frame(visit, { title, current: '/radar', body }));
  },
};
