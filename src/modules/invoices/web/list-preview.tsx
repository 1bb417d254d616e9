// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { Button, Chip, Form, Notice, Part, Table } from '../../../ui/index.ts';
import type { ListChange, ListDifference, ListFinding } from '../rules/compare-list.ts';
import { type ListName, listForms } from '../rules/lists.ts';
import { showCell } from './words.ts';

const mostShown = 200;

interface ListPreviewProps {
  readonly visit: Visit;
  readonly list: ListName;
  readonly table: string;
  readonly difference: ListDifference;
}

/** Errors by line, or what each line would change and the button to take it over: either, never half of each. */
export function ListPreview({ visit, list, table, difference }: ListPreviewProps) {
  const { say, key } = visit;
  const { changes, unchanged, findings } = difference;
  return (
    <Part id="preview" title={say('invoices.list.preview-title')}>
      {findings.length > 0 ? (
        <Findings visit={visit} findings={findings} />
      ) : changes.length === 0 ? (
        <Notice live>{say('invoices.list.nothing-changes')}</Notice>
      ) : (
        <>
          <p>{say('invoices.list.counts', { n: changes.length, unchanged })}</p>
          <Changes visit={visit} list={list} changes={changes} />
          <Form action={`/invoices/lists/${list}/take-over`} formKey={key} values={{ table }} look="buttons">
            <Button look="main">{say('invoices.list.take-over')}</Button>
          </Form>
        </>
      )}
    </Part>
  );
}

function Findings({ visit: { say }, findings }: { visit: Visit; findings: readonly ListFinding[] }) {
  return (
    <>
      <Notice tone="late" live>
        {say('invoices.list.findings', { n: findings.length, line: findings[0]?.line ?? 0 })}
      </Notice>
      <ul class="flow">
        {findings.slice(0, mostShown).map(({ line, reason, details }) => (
          <li>
            <span class="strong">{say('invoices.list.at-line', { line })}</span> {say(reason, details)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({ visit, list, changes }: { visit: Visit; list: ListName; changes: readonly ListChange[] }) {
  const { say } = visit;
  return (
    <>
      <Table
        caption={say('invoices.list.changes-table')}
        captionHidden
        stack
        rows={changes.slice(0, mostShown)}
        columns={[
          { id: 'line', title: say('invoices.list.line'), numeric: true, cell: ({ line }) => line ?? '–' },
          {
            id: 'change',
            title: say('invoices.list.change'),
            cell: ({ change }) => <Chip tone={change === 'gone' ? 'plain' : 'now'}>{say(`invoices.list.change.${change}`)}</Chip>,
          },
          {
            id: 'what',
            title: say('invoices.list.what'),
            names: true,
            cell: ({ cells }) => wordsOf(visit, list, cells),
          },
          { id: 'before', title: say('invoices.list.before'), cell: (change) => beforeAndAfter(visit, list, change) },
        ]}
      />
      {changes.length > mostShown ? <p class="muted">{say('invoices.list.more', { n: changes.length - mostShown })}</p> : null}
    </>
  );
}

function wordsOf(visit: Visit, list: ListName, cells: Readonly<Record<string, string>>): string {
  return listForms[list].columns
    .map((column) => showCell(visit, column, cells[column.field] ?? ''))
    .filter((text) => text !== '')
    .join(' · ');
}

/** „Betrag 100,00 → 120,00“ for each cell that differs. */
function beforeAndAfter(visit: Visit, list: ListName, { change, cells, before }: ListChange): string {
  if (change !== 'changed' || !before) return '';
  return listForms[list].columns
    .filter(({ field }) => (before[field] ?? '') !== (cells[field] ?? ''))
    .map((column) => {
      const [was, will] = [before, cells].map((from) => showCell(visit, column, from[column.field] ?? '') || '–');
      return `${column.heading} ${was} → ${will}`;
    })
    .join('; ');
}
