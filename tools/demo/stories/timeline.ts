// SPDX-License-Identifier: EUPL-1.2
import { addDays, daysBetween, type PlainDate, partsOf, plainDate } from '@fachwerk/german-calendar';
import { workingDay, workingDayAfter } from '../calendar.ts';
import type { Dice } from '../dice.ts';
import type { CaseTemplate, Enclosure, PaperTemplate } from '../matters/template.ts';

/** First day of the town's files: on it its filing plan came into force. */
export function firstDay(): PlainDate {
  return plainDate('2008-01-02');
}

/** `-4`: so many days from today; `J-17.05.12`: the 12th of May seventeen years ago. Always a working day. */
export function dayAt(text: string, today: PlainDate): PlainDate {
  const [, years, month, day] = /^J-(\d+)\.(\d\d)\.(\d\d)$/.exec(text) ?? [];
  if (years === undefined) return workingDay(addDays(today, Number(text)));
  return workingDay(plainDate(`${partsOf(today).year - Number(years)}-${month}-${day}`));
}

/** A paper with the day on which it came or went; `draft` when it is being written just now. */
export interface DatedPaper {
  readonly template: PaperTemplate | Enclosure;
  readonly day: PlainDate;
  readonly datedOn: PlainDate;
  readonly draft: boolean;
}

/** How a case went. */
export interface Course {
  readonly papers: readonly DatedPaper[];
  readonly state: 'open' | 'waiting' | 'filed';
  readonly filedOn: PlainDate | undefined;
}

/** Lets a case run from its first day: what would lie in the future has not happened yet, and may be a draft on somebody's desk. */
export function courseOf(template: CaseTemplate, start: PlainDate, { today, dice }: { today: PlainDate; dice: Dice }): Course {
  const all = datePapers(template, start, today);
  const papers = all.filter(({ day }) => day <= today);
  const next = all[papers.length];
  const last = papers.at(-1)?.day ?? start;
  const stays = template.options['offen'] !== undefined || template.options['warten'] !== undefined;
  const filedOn =
    template.options['zda'] === undefined ? workingDayAfter(last, dice.int(3, 40)) : dayAt(template.options['zda'], today);
  if (!next && !stays && filedOn <= today && dice.chance(0.95)) return { papers, state: 'filed', filedOn };
  if (next && 'route' in next.template && next.template.route !== 'ein' && dice.chance(0.6))
    papers.push({ ...next, day: workingDay(today), datedOn: workingDay(today), draft: true });
  const rests = template.options['warten'] !== undefined || (!stays && daysBetween(last, today) > 20 && dice.chance(0.4));
  return { papers, state: rests ? 'waiting' : 'open', filedOn: undefined };
}

function datePapers({ papers }: CaseTemplate, start: PlainDate, today: PlainDate): DatedPaper[] {
  let day = start;
  return papers.map((template, index) => {
    if ('leaflet' in template) return { template, day, datedOn: day, draft: false };
    const { options, after, route } = template;
    if (options['am'] !== undefined) day = dayAt(options['am'], today);
    else if (index > 0) day = after === 0 ? day : workingDayAfter(day, after);
    const datedOn = options['datum'] === undefined ? day : dayAt(options['datum'], today);
    return {
      template,
      day,
      datedOn,
      draft: route !== 'ein' && (template.kind === 'Entwurf' || options['entwurf'] !== undefined),
    };
  });
}

/** Day on which a case begins that is to be under way today. */
export function recentStart({ papers, options }: CaseTemplate, { today, dice }: { today: PlainDate; dice: Dice }): PlainDate {
  const [first] = papers;
  if (first && 'options' in first && first.options['am'] !== undefined) return dayAt(first.options['am'], today);
  const length = papers.reduce((sum, paper) => sum + ('after' in paper ? paper.after + 2 : 0), 0);
  const back =
    options['offen'] === undefined && options['warten'] === undefined
      ? dice.int(1, Math.max(20, length + 15))
      : length + dice.int(1, 6);
  return workingDay(addDays(today, -back));
}

/** Several days between two, in order. */
export function spread(from: PlainDate, to: PlainDate, { count, dice }: { count: number; dice: Dice }): PlainDate[] {
  const span = Math.max(1, daysBetween(from, to));
  const places = Array.from({ length: count }, (_, index) => (index === 0 ? 0 : dice.int(1, span)));
  return places.sort((one, other) => one - other).map((place) => workingDayAfter(from, place));
}
