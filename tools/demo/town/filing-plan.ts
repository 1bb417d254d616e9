// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { type PlainDate, plainDate } from '@fachwerk/german-calendar';

/** A version of the town's own filing plan. */
export interface PlanVersion {
  readonly version: '2008' | '2021';
  readonly validFrom: string;
  /** Working day on which the registry brought it into force. */
  readonly day: PlainDate;
}

/** Its two versions. */
export const planVersions: readonly [PlanVersion, PlanVersion] = [
  { version: '2008', validFrom: '2008-01-01', day: plainDate('2008-01-02') },
  { version: '2021', validFrom: '2021-01-01', day: plainDate('2021-01-04') },
];

const [head = '', ...lines] = readFileSync(new URL('plan.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const place = head.split(';').indexOf('Fassung');
const marks = new Map(lines.map((line) => [line.split(';')[0], line.split(';')[place] ?? '']));

/** The table of a version, as the registry would import it: units marked with a year stand only in that one. */
export function planTable({ version }: PlanVersion): string {
  return [head, ...lines.filter((line) => ['', version].includes(line.split(';')[place] ?? ''))].join('\n');
}

/** Day from which on a unit of the plan can have files; throws when the plan has none such. */
export function planDay(code: string): PlainDate {
  const mark = marks.get(code);
  if (mark === undefined) throw new Error(`the filing plan has no ${code}`);
  return planVersions[mark === '2021' ? 1 : 0].day;
}
