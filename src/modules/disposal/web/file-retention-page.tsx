// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { EmptyState, ErrorSummary, ListRow, ListRows, PageHead, Part } from '../../../ui/index.ts';
import { fileNames } from '../../records/index.ts';
import { liftHold, setHold } from '../commands/set-hold.ts';
import { type ObjectView, objectsOfFile, standingHolds } from '../queries/explanation.ts';
import { germanDay } from '../rules/local-day.ts';
import { HoldForm, StandingHolds } from './hold-parts.tsx';
import { fieldErrors } from './words.ts';

/** Aufbewahrung einer Akte: as long as the case in it that is kept longest. */
export const fileRetentionPage: Page = {
  path: '/retention/files/:file',
  permission: 'records.read',
  async show(visit) {
    const { say, caller } = visit;
    const id = visit.param('file');
    const found = await visit.read(async (tx) => {
      const file = (await fileNames(tx, [id])).get(id);
      const holds = (await standingHolds(tx)).filter(({ scope, subject }) => scope === 'file' && subject === id);
      return file && { file, holds, objects: await objectsOfFile(tx, id) };
    });
    if (!found) return visit.notFound();
    const { file, holds, objects } = found;
    const manages = caller.permissions.has('disposal.manage');
    const errors = fieldErrors(visit);
    const title = say('disposal.file.title', { reference: file.reference });
    const body = (
      <>
        <PageHead
          title={title}
          lead={fileAnswer(visit, objects)}
          crumbs={[{ label: `${file.reference} ${file.subject}`, href: `/files/${id}` }]}
        />
        {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
        <StandingHolds visit={visit} holds={holds} action={`/retention/files/${id}/lift-hold`} manages={manages} />
        <Cases visit={visit} objects={objects} />
        {manages ? <HoldForm visit={visit} action={`/retention/files/${id}/set-hold`} scope="file" subject={id} /> : null}
      </>
    );
    return visit.html(frame(visit, { title, current: '/retention', errors: errors.length, body }));
  },
  actions: {
    'set-hold': { command: setHold, done: (visit) => `/retention/files/${visit.param('file')}` },
    'lift-hold': { command: liftHold, done: (visit) => `/retention/files/${visit.param('file')}` },
  },
};

/** The latest end of the cases, in a sentence. */
export function fileAnswer({ say }: Visit, objects: readonly ObjectView[]): string {
  const kept = objects.filter(({ state }) => state !== 'destroyed');
  if (objects.length === 0) return say('disposal.file.nothing-filed');
  if (kept.length === 0) return say('disposal.file.destroyed');
  const open = kept.find(({ until }) => until === null);
  if (open) return say(open.permanent ? 'disposal.file.for-ever' : 'disposal.file.waits', { reference: open.reference });
  const latest = kept.toSorted((a, b) => (b.until ?? '').localeCompare(a.until ?? ''))[0];
  return say('disposal.file.until', { day: germanDay(latest?.until ?? ''), reference: latest?.reference ?? '' });
}

function Cases({ visit: { say }, objects }: { visit: Visit; objects: readonly ObjectView[] }) {
  return (
    <Part id="cases" title={say('disposal.file.cases')} count={objects.length || undefined} gap>
      {objects.length === 0 ? <EmptyState>{say('disposal.file.nothing-filed')}</EmptyState> : null}
      <ListRows plain label={say('disposal.file.cases')}>
        {objects.map((it) => (
          <ListRow
            href={`/retention/cases/${it.case}`}
            title={it.reference}
            meta={say(`disposal.state.${it.state}`)}
            by={untilText(say, it)}
          />
        ))}
      </ListRows>
    </Part>
  );
}

/** „bis 31.12.2036“, „dauernd“ or „Frist läuft noch nicht“. */
export function untilText(say: Visit['say'], { until, permanent }: Pick<ObjectView, 'until' | 'permanent'>): string {
  if (permanent) return say('disposal.until.for-ever');
  return until === null ? say('disposal.until.waits') : say('disposal.until.day', { day: germanDay(until) });
}
