// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { findPanels } from '../../../kernel/panel.ts';
import { frame } from '../../../ui/frame.tsx';
import { EmptyState, LinkButton, ListRow, ListRows, PageHead, Part } from '../../../ui/index.ts';
import { UnbindingNotices, unbindingsToRead } from '../../people/index.ts';
import { type Desk, findDesk } from '../queries/desk.ts';
import { ownSearches } from '../queries/saved-searches.ts';
import { DeskSearches } from './saved-searches.tsx';
import { stateText } from './words.ts';

/** Schreibtisch: what needs me today. */
export const deskPage: Page = {
  path: '/',
  permission: 'signed-in',
  async show(visit) {
    const { say, runtime } = visit;
    const mayRead = visit.caller.permissions.has('records.read');
    const { desk, searches, unbindings } = await visit.read(async (tx) => ({
      desk: await findDesk(tx),
      unbindings: await unbindingsToRead(tx),
      searches: mayRead ? await ownSearches(tx) : [],
    }));
    const [main, side] = await Promise.all([findPanels(visit, 'records.desk'), findPanels(visit, 'records.desk-side')]);
    const today = runtime.clock
      .now()
      .toLocaleDateString('de-DE', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Berlin' });
    return visit.html(
      frame(visit, {
        title: say('records.desk.title'),
        current: '/',
        body: (
          <>
            <PageHead
              title={today}
              lead={
                desk.toSign.length === 0 ? say('records.desk.lead-none') : say('records.desk.lead', { n: desk.toSign.length })
              }
              actions={
                visit.caller.permissions.has('records.write') ? (
                  <LinkButton icon="plus" hotkey="n" href="/files/new">
                    {say('records.new-file.link')}
                  </LinkButton>
                ) : undefined
              }
            />
            <UnbindingNotices visit={visit} identities={unbindings} />
            <div class="with-side">
              <div>
                {main.first}
                <ToSign visit={visit} desk={desk} />
                {main.last}
                <OpenCases visit={visit} desk={desk} />
              </div>
              <aside class="side">
                {side.first}
                <DeskSearches visit={visit} own={searches} />
                {side.last}
                <Background visit={visit} desk={desk} />
              </aside>
            </div>
          </>
        ),
      }),
    );
  },
};

function ToSign({ visit: { say }, desk }: { visit: Visit; desk: Desk }) {
  return (
    <Part id="to-sign" title={say('records.desk.to-sign')} count={desk.toSign.length || undefined}>
      {desk.toSign.length === 0 ? <EmptyState>{say('records.desk.nothing-to-sign')}</EmptyState> : null}
      <ListRows>
        {desk.toSign.map(({ id, title, reference, subject, kind }) => (
          <ListRow
            want={say('records.desk.sign')}
            title={title}
            href={`/documents/${id}`}
            meta={`${reference} ${subject}`}
            by={kind}
            action={
              <LinkButton small href={`/documents/${id}`}>
                {say('records.desk.open')}
              </LinkButton>
            }
          />
        ))}
      </ListRows>
    </Part>
  );
}

function OpenCases({ visit: { say }, desk }: { visit: Visit; desk: Desk }) {
  return (
    <Part
      id="open-cases"
      title={say('records.desk.open-cases')}
      count={desk.open.length || undefined}
      right={<a href="/files?state=open">{say('records.desk.all-files')}</a>}
      gap
    >
      {desk.open.length === 0 ? <EmptyState>{say('records.desk.no-open-cases')}</EmptyState> : null}
      <ListRows>
        {desk.open.map(({ id, reference, subject, state, documents }) => (
          <ListRow
            want={stateText(say, 'case', state)}
            title={subject}
            href={`/cases/${id}`}
            meta={reference ?? say('records.case.draft-number')}
            by={say('records.n-documents', { n: documents })}
            action={
              <LinkButton small href={`/cases/${id}`}>
                {say('records.desk.open')}
              </LinkButton>
            }
          />
        ))}
      </ListRows>
    </Part>
  );
}

function Background({ visit: { say }, desk }: { visit: Visit; desk: Desk }) {
  const { waiting } = desk.reading;
  return (
    <Part id="background" title={say('records.desk.background')}>
      <p class={waiting === 0 ? 'muted' : undefined}>
        {waiting === 0
          ? say('records.desk.nothing-runs')
          : say('records.desk.being-read', { n: waiting >= 1000 ? '1.000+' : waiting })}
      </p>
    </Part>
  );
}
