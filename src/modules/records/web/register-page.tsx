// SPDX-License-Identifier: EUPL-1.2
import type { Page, Visit } from '../../../kernel/page.ts';
import { frame } from '../../../ui/frame.tsx';
import { EmptyState, Facts, PageHead, Part, Table } from '../../../ui/index.ts';
import { unitsById } from '../../people/index.ts';
import { type CaseLine, listCases } from '../queries/file-contents.ts';
import { type FileHead, findFileHead } from '../queries/file-head.ts';
import { listRegister, type RegisterLine } from '../queries/register.ts';
import { showDate, stateText } from './words.ts';

/** Verzeichnis der Dokumente: cover and contents of a file for the paper, e.g. for a court. */
export const registerPage: Page = {
  path: '/files/:file/register',
  permission: 'records.read',
  async show(visit) {
    const id = visit.param('file');
    const { head, cases, lines, unit } = await visit.read(async (tx) => {
      const found = await findFileHead(tx, id);
      return {
        head: found,
        cases: await listCases(tx, id),
        lines: await listRegister(tx, id),
        unit: found && (await unitsById(tx, [found.leadUnit])).get(found.leadUnit),
      };
    });
    if (!head) return visit.notFound();
    const { say } = visit;
    return visit.html(
      frame(visit, {
        title: `${say('records.register.title')} ${head.reference}`,
        current: '/files',
        body: (
          <>
            <PageHead
              reference={head.reference}
              title={head.subject}
              lead={say('records.register.title')}
              crumbs={[{ label: `${head.reference} ${head.subject}`, href: `/files/${head.id}` }]}
            />
            <CoverFacts visit={visit} head={head} unit={unit ? `${unit.code} ${unit.name}` : '–'} />
            {lines.length === 0 ? <EmptyState>{say('records.register.none')}</EmptyState> : null}
            {cases.map((line) => (
              <CaseRegister visit={visit} line={line} documents={lines.filter(({ caseId }) => caseId === line.id)} />
            ))}
          </>
        ),
      }),
    );
  },
};

function CoverFacts({ visit: { say }, head, unit }: { visit: Visit; head: FileHead; unit: string }) {
  return (
    <Facts
      items={[
        { term: say('records.file.lead-unit'), value: unit },
        { term: say('records.file.plan'), value: head.planPath.map(({ code, title }) => `${code} ${title}`).join(' › ') },
        { term: say('records.file.opened'), value: showDate(head.openedOn) },
        { term: say('records.file.medium'), value: say(`records.medium.${head.medium}`) },
        { term: say('records.file.protection'), value: say(`records.protection.${head.protection}`) },
        { term: say('records.register.state'), value: stateText(say, 'file', head.state) },
      ]}
    />
  );
}

function CaseRegister({ visit: { say }, line, documents }: { visit: Visit; line: CaseLine; documents: readonly RegisterLine[] }) {
  if (documents.length === 0) return null;
  const title = `${line.reference ?? say('records.case.draft-number')} ${line.subject}`;
  const day = (date: string | null) => (date === null ? '' : showDate(date));
  return (
    <Part id={`case-${line.id}`} title={title} count={documents.length} gap>
      <Table
        caption={`${title}: ${say('records.n-documents', { n: documents.length })}`}
        captionHidden
        stack
        rows={documents}
        columns={[
          { id: 'no', title: say('records.register.no'), cell: ({ no }) => no, numeric: true },
          {
            id: 'title',
            title: say('records.document.title'),
            cell: ({ id, title }) => <a href={`/documents/${id}`}>{title}</a>,
            names: true,
          },
          { id: 'kind', title: say('records.document.kind'), cell: ({ kind }) => kind },
          { id: 'received', title: say('records.register.received'), cell: ({ receivedOn }) => day(receivedOn) },
          { id: 'dated', title: say('records.register.dated'), cell: ({ datedOn }) => day(datedOn) },
          { id: 'versions', title: say('records.register.versions'), cell: ({ versions }) => versions, numeric: true },
          { id: 'state', title: say('records.register.state'), cell: ({ state }) => stateText(say, 'document', state) },
        ]}
      />
    </Part>
  );
}
