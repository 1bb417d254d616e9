// SPDX-License-Identifier: EUPL-1.2
import { addDays, type PlainDate, weekday } from '@fachwerk/german-calendar';
import type { Visit } from '../../../kernel/page.ts';
import { Plot } from '../../../ui/index.ts';

const saturday = 6;
const full = 9;

/** How many follow-ups wait on each weekday: numbers of the office, so that a full day is seen before it is chosen. */
export function Load({
  visit: { say },
  load,
  from,
  days,
}: {
  visit: Visit;
  load: readonly { day: string; n: number }[];
  from: PlainDate;
  days: number;
}) {
  const counts = new Map(load.map(({ day, n }) => [day, n]));
  const shown: PlainDate[] = [];
  for (let day = from; shown.length < days; day = addDays(day, 1)) if (weekday(day) < saturday) shown.push(day);
  return (
    <Plot
      label={say('circulation.load')}
      columns={shown.map((day) => {
        const value = counts.get(day) ?? 0;
        return {
          value,
          label: say(`circulation.weekday.${weekday(day)}`),
          below: `${Number(day.slice(8))}.`,
          ...(day === from
            ? { state: 'now' as const, more: say('circulation.today') }
            : value >= full
              ? { state: 'full' as const }
              : {}),
        };
      })}
    />
  );
}
