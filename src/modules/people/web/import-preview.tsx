// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import { packText } from '../../../kernel/small-upload.ts';
import { Button, Chip, Form, Notice, Table } from '../../../ui/index.ts';
import { previewStaff, previewUnits } from '../commands/preview-import.ts';
import type { LineFinding } from '../rules/csv.ts';
import type { ImportKind } from './import-page.tsx';

const mostShown = 200;

/** One line of a preview. */
interface PreviewLine {
  readonly line: number;
  readonly act: 'create' | 'change' | 'keep';
  readonly what: string;
  readonly detail: string;
}

/** What an import would do, for reading. */
export interface Preview {
  readonly csv: string;
  readonly lines: readonly PreviewLine[];
  readonly findings: readonly LineFinding[];
}

/** Asks the plan of the command what it would do. */
export async function previewOf(visit: Visit, kind: ImportKind, csv: string): Promise<Preview> {
  const at = visit.runtime.clock.now();
  if (kind === 'units') {
    const { units, findings } = await visit.read((tx) => previewUnits(tx, csv, at));
    return {
      csv,
      findings,
      lines: units.map(({ line, act, code, name, parent }) => ({ line, act, what: `${code} ${name}`, detail: parent })),
    };
  }
  const { persons, findings } = await visit.read((tx) => previewStaff(tx, csv, at));
  return {
    csv,
    findings,
    lines: persons.map(({ line, act, title, givenName, familyName, email, wanted }) => ({
      line,
      act,
      what: [title, givenName, familyName].filter(Boolean).join(' '),
      detail: wanted ? `${email}, ${visit.say('people.import.asks-function')}` : email,
    })),
  };
}

/** Errors by line, or what each line would do and the button to do it. */
export function ImportPreview({
  visit,
  kind,
  preview: { csv, lines, findings },
}: {
  visit: Visit;
  kind: ImportKind;
  preview: Preview;
}) {
  const { say, key } = visit;
  if (findings.length > 0) return <Findings visit={visit} findings={findings} />;
  const count = (act: PreviewLine['act']) => lines.filter((line) => line.act === act).length;
  const columns = [
    { id: 'line', title: say('people.import.line'), cell: ({ line }: PreviewLine) => line, numeric: true },
    {
      id: 'act',
      title: say('people.import.act'),
      cell: ({ act }: PreviewLine) => <Chip tone={act === 'keep' ? 'plain' : 'now'}>{say(`people.import.act.${act}`)}</Chip>,
    },
    { id: 'what', title: say('people.import.what'), cell: ({ what }: PreviewLine) => what, names: true },
    { id: 'detail', title: say('people.import.detail'), cell: ({ detail }: PreviewLine) => detail },
  ];
  return (
    <>
      <p>{say('people.import.counts', { create: count('create'), change: count('change'), keep: count('keep') })}</p>
      <Table caption={say('people.import.preview')} columns={columns} rows={lines.slice(0, mostShown)} stack />
      {lines.length > mostShown ? <p class="muted">{say('people.import.more-lines', { n: lines.length - mostShown })}</p> : null}
      <Form action={`/administration/import/${kind}`} formKey={key} values={{ csv: packText(csv) }} look="buttons">
        <Button look="main">{say('people.import.take-over')}</Button>
      </Form>
    </>
  );
}

function Findings({ visit: { say }, findings }: { visit: Visit; findings: readonly LineFinding[] }) {
  return (
    <>
      <Notice tone="late" live>
        <p>{say('people.import.refused', { n: findings.length, line: findings[0]?.line ?? 0 })}</p>
      </Notice>
      <ul>
        {findings.slice(0, mostShown).map(({ line, reason, details }) => (
          <li>
            {say('people.import.at-line', { line })} {say(reason, details)}
          </li>
        ))}
      </ul>
    </>
  );
}
